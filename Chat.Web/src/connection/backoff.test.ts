import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffDelay } from './backoff'

const policy = { firstMs: 1_000, longestMs: 30_000 }

describe('back-off', () => {
  it('doubles from the first delay to the longest', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7].map((failures) => backoffDelay(policy, failures, 1))
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  })

  it('leaves half of each delay to chance, so that clients do not come back in step', () => {
    expect(backoffDelay(policy, 3, 0)).toBe(2_000)
    expect(backoffDelay(policy, 3, 0.5)).toBe(3_000)
  })

  it('stays within its bounds for any number of failures', () => {
    const delay = (failures: number, random: number) => backoffDelay(policy, failures, random)
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        expect(delay(failures, random)).toBeGreaterThanOrEqual(500)
        expect(delay(failures, random)).toBeLessThanOrEqual(30_000)
      }),
    )
  })
})
