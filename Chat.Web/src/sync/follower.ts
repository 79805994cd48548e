import type { ApiError } from '../api/apiError'
import type { Position } from '../protocol/entities'
import type { Fact } from '../protocol/facts'
import { Repeater } from './repeater'
import type { RepeaterPorts } from './repeater'

/** Puts what was read in place. Never called once nobody follows any more, so a late answer brings nothing back. */
export type Commit = () => void

/** Something built from a room's facts, in their order. */
export interface Followed {
  /** null while nothing is loaded. */
  position(): Position | null
  /** Takes in the fact right after the position, and moves the position to it. */
  apply(fact: Fact): void
  /** Reads the present state; what it returns puts that, with its position, in place. */
  load(): Promise<Commit>
  /** Reads on after the position. */
  readOn(): Promise<Commit>
  failed(error: ApiError): void
}

/**
 * Keeps one `Followed` complete whatever the network drops, repeats or reorders (SK7): the next number is applied, an old one ignored,
 * a hole read over HTTP, another epoch started over.
 */
export class Follower {
  readonly #followed: Followed
  readonly #repair: Repeater
  /** The highest number heard of since the last read began. */
  #target = 0
  #mustLoad = false
  #stopped = false

  constructor(followed: Followed, ports: RepeaterPorts) {
    this.#followed = followed
    this.#repair = new Repeater(() => this.#catchUp(), (error) => followed.failed(error), ports)
  }

  receive(fact: Fact): void {
    const position = this.#followed.position()
    if (position?.epoch === fact.epoch && fact.seq === position.seq + 1) this.#followed.apply(fact)
    else this.expect(fact)
  }

  /** Learns that the room has come at least this far. Before anything is loaded, this is kept for later. */
  expect({ epoch, seq }: Position): void {
    const position = this.#followed.position()
    if (position && position.epoch !== epoch) this.#mustLoad = true
    this.#target = Math.max(this.#target, seq)
    if (this.#isBehind()) this.#repair.trigger()
  }

  load(): void {
    this.#mustLoad = true
    this.#repair.trigger()
  }

  stop(): void {
    this.#stopped = true
    this.#repair.stop()
  }

  #isBehind(): boolean {
    const position = this.#followed.position()
    return this.#mustLoad || (position !== null && position.seq < this.#target)
  }

  async #catchUp(): Promise<void> {
    while (this.#isBehind()) {
      const before = this.#followed.position()
      const heard = this.#target
      const isLoad = this.#mustLoad || before === null
      this.#target = 0
      this.#mustLoad = false
      try {
        const commit = await (isLoad ? this.#followed.load() : this.#followed.readOn())
        if (this.#stopped) return
        commit()
      } catch (error) {
        this.#target = Math.max(this.#target, heard)
        this.#mustLoad ||= isLoad
        throw error
      }
      // A long way takes several reads. A read that found nothing new was the last: what was heard of belonged to a lost epoch.
      if (!isLoad && this.#followed.position()?.seq !== before.seq) this.#target = Math.max(this.#target, heard)
    }
  }
}
