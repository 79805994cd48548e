import { ApiError } from '../api/apiError'
import type { ChatApi } from '../api/chatApi'
import type { Message } from '../protocol/entities'
import type { PendingStorage } from '../store/db'
import { dropPending, putPending } from '../store/pending'
import type { PendingMessage, PendingStore } from '../store/pending'
import { Repeater } from './repeater'
import type { RepeaterPorts } from './repeater'

/** After this many refusals by a server in trouble, the user is told and decides; until then it is tried again quietly. */
const QUIET_TRIES = 4

export interface OutboxPorts extends RepeaterPorts {
  user: string
  api: ChatApi
  storage: PendingStorage
  pending: PendingStore
  newId: () => string
  /** Called before a request leaves; what it returns takes the answer. */
  sending: (room: string) => (message: Message) => void
}

/**
 * Messages on their way. Each is on disk before its request leaves, is sent again with the same id until the server has answered, and
 * never overtakes an earlier one of its room.
 */
export class Outbox {
  readonly #ports: OutboxPorts
  readonly #lanes = new Map<string, Repeater>()
  /** Whether the newest state of a message reached the disk. */
  readonly #saving = new Map<string, Promise<boolean>>()
  readonly #tries = new Map<string, number>()

  constructor(ports: OutboxPorts) {
    this.#ports = ports
  }

  /** Takes up what an earlier page has left. */
  async restore(): Promise<void> {
    const { storage, pending, user } = this.#ports
    for (const message of await storage.all(user)) putPending(pending, message)
    this.resume()
  }

  send(room: string, content: string): void {
    const { pending, clock, newId, user } = this.#ports
    const now = clock.now()
    const order = Math.max(now, (pending.getState().at(-1)?.order ?? 0) + 1)
    const at = new Date(now).toISOString()
    this.#put({ id: newId(), user, room, content, at, order, failure: null, isWaiting: false })
    this.#lane(room).trigger()
  }

  /** Tries a failed message again, as the last of its room: what was typed after it may have gone ahead. */
  retry(id: string): void {
    const message = this.#find(id)
    if (!message) return
    const isFirstInLine = message.failure?.isTransient === true
    const order = isFirstInLine ? message.order : Math.max(this.#ports.clock.now(), message.order + 1)
    this.#tries.delete(id)
    this.#put({ ...message, order, failure: null, isWaiting: false })
    this.#lane(message.room).trigger()
  }

  discard(id: string): void {
    const message = this.#find(id)
    if (!message) return
    dropPending(this.#ports.pending, id)
    void this.#ports.storage.remove(id)
    this.#lane(message.room).trigger()
  }

  /** The server can be reached again: whatever failed for want of it gets another chance. */
  resume(): void {
    this.#tries.clear()
    for (const message of this.#ports.pending.getState()) {
      if (message.failure?.isTransient || message.isWaiting)
        putPending(this.#ports.pending, { ...message, failure: null, isWaiting: false })
      this.#lane(message.room).trigger()
    }
  }

  stop(): void {
    for (const lane of this.#lanes.values()) lane.stop()
  }

  #lane(room: string): Repeater {
    let lane = this.#lanes.get(room)
    if (!lane) {
      lane = new Repeater(() => this.#drain(room), keepForNextSession, this.#ports)
      this.#lanes.set(room, lane)
    }
    return lane
  }

  async #drain(room: string): Promise<void> {
    const { storage, pending } = this.#ports
    for (let message = this.#next(room); message; message = this.#next(room)) {
      const isSaved = (await this.#saving.get(message.id)) ?? true
      if (isSaved && !(await storage.has(message.id))) {
        // Another tab has sent or deleted it.
        dropPending(pending, message.id)
        continue
      }
      if (await this.#deliver(message)) {
        dropPending(pending, message.id)
        await storage.remove(message.id)
        this.#saving.delete(message.id)
      }
    }
  }

  async #deliver(message: PendingMessage): Promise<boolean> {
    try {
      const { id, content } = message
      const confirm = this.#ports.sending(message.room)
      confirm(await this.#ports.api.sendMessage(message.room, { id, content }))
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const isQuiet = this.#isQuiet(message.id, error)
      if (isQuiet) putPending(this.#ports.pending, { ...message, isWaiting: true })
      if (isQuiet || error.status === 401) throw error
      const { code, traceId, isTransient } = error
      this.#put({ ...message, failure: { code, traceId, isTransient }, isWaiting: false })
      return false
    }
  }

  /** No network and "too fast" pass by themselves, however often; a server in trouble is given a few tries. */
  #isQuiet(id: string, error: ApiError): boolean {
    if (error.status === 0 || error.status === 429) return true
    if (!error.isTransient) return false
    const tries = (this.#tries.get(id) ?? 0) + 1
    this.#tries.set(id, tries)
    return tries < QUIET_TRIES
  }

  #next(room: string): PendingMessage | undefined {
    const first = this.#ports.pending
      .getState()
      .find((message) => message.room === room && (message.failure === null || message.failure.isTransient))
    return first?.failure ? undefined : first
  }

  #find(id: string): PendingMessage | undefined {
    return this.#ports.pending.getState().find((message) => message.id === id)
  }

  /** Shows a message and writes it to disk. Waiting is only shown: writing it would bring back what another tab has sent meanwhile. */
  #put(message: PendingMessage): void {
    putPending(this.#ports.pending, message)
    const earlier = this.#saving.get(message.id) ?? Promise.resolve(true)
    this.#saving.set(
      message.id,
      earlier.then(() => this.#save(message)),
    )
  }

  /** A full disk must not keep a message from being sent; it then lives as long as the page. */
  async #save(message: PendingMessage): Promise<boolean> {
    try {
      await this.#ports.storage.put(message)
      return true
    } catch (error) {
      if (error instanceof DOMException) return false
      throw error
    }
  }
}

/** The session is over; the messages stay on the device until their author signs in again. */
function keepForNextSession(): void {}
