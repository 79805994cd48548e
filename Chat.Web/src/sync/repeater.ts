import { ApiError } from '../api/apiError'
import { backoffDelay } from '../connection/backoff'
import type { BackoffPolicy } from '../connection/backoff'
import type { Clock } from '../platform/clock'

export const RETRY: BackoffPolicy = { firstMs: 1_000, longestMs: 30_000 }

export interface RepeaterPorts {
  clock: Clock
  /** A number from 0 up to 1. */
  random: () => number
}

/**
 * Runs one task at a time. A trigger during a run makes it run once more, so nothing that happened meanwhile is missed. Every failure
 * is reported; one that may pass is also tried again with back-off.
 */
export class Repeater {
  readonly #task: () => Promise<void>
  readonly #failed: (error: ApiError) => void
  readonly #ports: RepeaterPorts
  #running = false
  #again = false
  #stopped = false
  #failures = 0
  #cancelTimer = () => {}

  constructor(task: () => Promise<void>, failed: (error: ApiError) => void, ports: RepeaterPorts) {
    this.#task = task
    this.#failed = failed
    this.#ports = ports
  }

  trigger = (): void => {
    if (this.#stopped) return
    this.#again = true
    if (!this.#running) void this.#run()
  }

  stop(): void {
    this.#stopped = true
    this.#cancelTimer()
  }

  async #run(): Promise<void> {
    this.#running = true
    this.#cancelTimer()
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        await this.#task()
        this.#failures = 0
      }
    } catch (error) {
      this.#again = false
      if (!(error instanceof ApiError)) throw error
      if (this.#stopped) return
      this.#failed(error)
      if (error.isTransient) this.#retryLater(error)
    } finally {
      this.#running = false
    }
  }

  #retryLater(error: ApiError): void {
    this.#failures += 1
    const delay = backoffDelay(RETRY, this.#failures, this.#ports.random())
    this.#cancelTimer = this.#ports.clock.after(Math.max(delay, (error.retryAfter ?? 0) * 1000), this.trigger)
  }
}
