import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, decodeFact } from './codec'

const fact = {
  v: 1,
  kind: 'message.created',
  room: 'r',
  epoch: 'e',
  seq: 3,
  at: '2026-03-02T09:00:00Z',
  data: { id: 'm', author: { id: 'u', name: 'Ann' }, content: 'hello' },
}

describe('[SK3] what the socket brings', () => {
  it('is a fact when it has a number', () => {
    const { v: _, ...expected } = fact
    expect(decode(fact)).toEqual({ is: 'fact', fact: expected })
  })

  it('is a signal when it has none', () => {
    const signal = { v: 1, kind: 'room.joined', room: 'r', epoch: 'e', at: fact.at, data: { room: 'r' } }
    expect(decode(signal)).toEqual({ is: 'signal', signal: { kind: 'room.joined', room: 'r' } })
  })

  it('is ignored when it is a reply, of another version or no object', () => {
    for (const frame of [{ v: 1, kind: 'reply', ref: 'x', ok: true, data: {} }, { ...fact, v: 2 }, null, 'text', [fact]])
      expect(decode(frame)).toBeNull()
  })

  it('counts a fact of an unknown kind, which would otherwise leave a hole', () => {
    expect(decodeFact({ ...fact, kind: 'message.polished' })).toMatchObject({ kind: 'unknown', seq: 3 })
  })

  it('counts a fact whose data cannot be read', () => {
    expect(decodeFact({ ...fact, data: { id: 'm' } })).toMatchObject({ kind: 'unknown', seq: 3 })
  })

  it('keeps a guest, who has a name but no id', () => {
    const data = { ...fact.data, author: { id: null, name: 'Guest-1f' } }
    expect(decodeFact({ ...fact, data })).toMatchObject({ data: { author: { id: null, name: 'Guest-1f' } } })
  })

  it('takes no number that is not a position', () => {
    for (const seq of [0, -1, 1.5, 2 ** 53, Number.NaN, '3', null]) expect(decodeFact({ ...fact, seq })).toBeNull()
  })

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => void decode(value)))
    const mangled = fc.record({ kind: fc.constantFrom('message.created', 'member.joined', 'member.left', 'room.created'), data: fc.anything() })
    fc.assert(
      fc.property(mangled, (parts) => {
        expect(decodeFact({ ...fact, ...parts })).toMatchObject({ seq: 3 })
      }),
    )
  })
})
