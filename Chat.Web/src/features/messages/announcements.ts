import { createStore } from 'zustand/vanilla'
import type { Message, User } from '../../protocol/entities'
import type { Readable } from '../../store/derive'
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
  readonly stop: () => void
  #heard: number | null = null

  constructor(room: string, user: User, logs: LogsStore & Readable<unknown>) {
    const listen = () => {
      const log = logs.getState()[room]
      if (log?.newest === 'ready') this.#listen(log.messages, user)
    }
    listen()
    this.stop = logs.subscribe(listen)
  }

  #listen(messages: readonly Message[], user: User): void {
    const newest = messages.at(-1)?.seq ?? 0
    const heard = this.#heard ?? newest
    this.#heard = Math.max(heard, newest)
    const fresh = messages.filter(({ seq, author }) => seq > heard && author.id !== user.id)
    const last = fresh.at(-1)
    if (!last) return
    const told =
      fresh.length > READ_OUT
        ? [{ id: last.id, text: text.messages.newMessages(fresh.length) }]
        : fresh.map(({ id, author, content }) => ({ id, text: text.messages.announced(author.name, content) }))
    this.state.setState([...this.state.getState(), ...told].slice(-KEPT), true)
  }
}
