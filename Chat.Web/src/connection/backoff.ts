export interface BackoffPolicy {
  /** First delay in milliseconds. */
  firstMs: number
  longestMs: number
}

/**
 * How long to wait before attempt `failures` + 1. Half of the delay is random, so that the clients of a server that went away do not
 * come back in step.
 * @param random a number from 0 up to 1
 */
export function backoffDelay(policy: BackoffPolicy, failures: number, random: number): number {
  const exponent = Math.min(Math.max(failures - 1, 0), 30)
  const full = Math.min(policy.longestMs, policy.firstMs * 2 ** exponent)
  return Math.round(full / 2 + (full / 2) * random)
}
