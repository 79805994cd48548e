import { createStore } from 'zustand/vanilla'
import type { Message, User } from '../../protocol/entities'
import type { LogsStore } from '../../store/logs'
import { text } from '../../text/en'

export interface Announcement {
  id: string
  text: string
}

/** More new messages at once than this are announced as a number; nobody wants to hear fifty read out. */
const READ_OUT = 3
/** The region keeps a few, so that a quick second message does not take the first away while it is being read. */
const KEPT = 5

/** What a screen reader is told: new messages of others, each once; never history, nor one's own words. */
export class Announcements {
  readonly state = createStore<readonly Announcement[]>(() => [])
  readonly #room: string
  readonly #user: User
  readonly #logs: LogsStore
  #heard: number | null = null

  constructor(room: string, user: User, logs: LogsStore) {
    this.#room = room
    this.#user = user
    this.#logs = logs
  }

  /** Begins to listen; what is there already is not news. The returned function ends it. */
  listen(): () => void {
    const hear = () => {
      const log = this.#logs.getState()[this.#room]
      if (log?.newest === 'ready') this.#hear(log.messages)
    }
    hear()
    // What one read brings comes fact by fact; it is heard as one.
    let isDue = false
    return this.#logs.subscribe(() => {
      if (isDue) return
      isDue = true
      queueMicrotask(() => {
        isDue = false
        hear()
      })
    })
  }

  #hear(messages: readonly Message[]): void {
    const newest = messages.at(-1)?.seq ?? 0
    const heard = this.#heard ?? newest
    this.#heard = Math.max(heard, newest)
    const fresh = messages.filter(({ seq, author }) => seq > heard && author.id !== this.#user.id)
    const last = fresh.at(-1)
    if (!last) return
    const told =
      fresh.length > READ_OUT
        ? [{ id: last.id, text: text.messages.newMessages(fresh.length) }]
        : fresh.map(({ id, author, content }) => ({ id, text: text.messages.announced(author.name, content) }))
    this.state.setState([...this.state.getState(), ...told].slice(-KEPT), true)
  }
}
