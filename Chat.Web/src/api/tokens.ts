import type { Clock } from '../platform/clock'
import { ApiError } from './apiError'
import type { Tokens } from './types'

/** A token is renewed this long before its end, so that no call has to wait for it. */
const RENEW_AHEAD_MS = 60_000
/** A device whose clock runs ahead would think every token expired; the server's 401 is the judge, so trust each for this long. */
const SHORTEST_LIFE_MS = 30_000

interface Held {
  token: string
  until: number
}

/** Keeps the access token in memory only, and renews it by the refresh cookie: one renewal at a time, whoever asks. */
export class AccessTokens {
  #held: Held | null = null
  #renewal: Promise<string> | null = null
  #cancelTimer = () => {}
  readonly #refresh: () => Promise<Tokens>
  readonly #ended: () => void
  readonly #clock: Clock

  /** @param ended called once when the server says that the session is over. */
  constructor(refresh: () => Promise<Tokens>, ended: () => void, clock: Clock) {
    this.#refresh = refresh
    this.#ended = ended
    this.#clock = clock
  }

  take(tokens: Tokens): void {
    const life = Math.max(SHORTEST_LIFE_MS, Date.parse(tokens.expiresAt) - this.#clock.now())
    this.#held = { token: tokens.accessToken, until: this.#clock.now() + life }
    this.#cancelTimer()
    this.#cancelTimer = this.#clock.after(Math.max(SHORTEST_LIFE_MS / 2, life - RENEW_AHEAD_MS), () => {
      this.renew(tokens.accessToken).catch(keepForNextCall)
    })
  }

  async current(): Promise<string> {
    if (this.#held && this.#held.until > this.#clock.now()) return this.#held.token
    return this.renew(this.#held?.token)
  }

  /** @param refused the token that did not do; when another call has replaced it meanwhile, that one is the answer. */
  async renew(refused?: string): Promise<string> {
    if (this.#held && this.#held.token !== refused) return this.#held.token
    this.#renewal ??= this.#renewOnce().finally(() => (this.#renewal = null))
    return this.#renewal
  }

  forget(): void {
    this.#held = null
    this.#cancelTimer()
  }

  async #renewOnce(): Promise<string> {
    try {
      const tokens = await this.#refresh()
      this.take(tokens)
      return tokens.accessToken
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        this.forget()
        this.#ended()
      }
      throw error
    }
  }
}

/** Renewing ahead is a courtesy: when it fails, the next call tries again and reports. */
function keepForNextCall(error: unknown): void {
  if (!(error instanceof ApiError)) throw error
}
