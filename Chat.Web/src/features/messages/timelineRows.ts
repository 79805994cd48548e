import type { Message, User } from '../../protocol/entities'
import type { PendingMessage, SendFailure } from '../../store/pending'

export type Delivery = 'sent' | 'sending' | 'waiting' | 'failed'

/** One message as the timeline shows it. `key` is the message's id, so a message that gets confirmed stays the same row. */
export interface TimelineRow {
  key: string
  author: { id: string | null; name: string }
  content: string
  at: string
  isOwn: boolean
  /** Begins a group: shows who and when. */
  isFirst: boolean
  /** Begins a day in the reader's time zone: shows which. */
  isNewDay: boolean
  delivery: Delivery
  failure: SendFailure | null
}

/** Messages of one sender that follow each other within this time stand together. */
const GROUP_MS = 5 * 60_000

export function timelineRows(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  user: User,
  isConnected: boolean,
): TimelineRow[] {
  const confirmed = new Set(messages.map(({ id }) => id))
  const sent = messages.map((message) => ({ ...message, delivery: 'sent' as Delivery, failure: null }))
  const author = { id: user.id, name: user.displayName }
  const isBlocked = pending.some(({ failure }) => failure?.isTransient)
  const unsent = pending
    .filter(({ id }) => !confirmed.has(id))
    .map((message) => ({ ...message, author, delivery: deliveryOf(message, isConnected && !isBlocked) }))
  return group([...sent, ...unsent], user)
}

function deliveryOf({ failure, isWaiting }: PendingMessage, isMoving: boolean): Delivery {
  if (failure) return 'failed'
  return isWaiting || !isMoving ? 'waiting' : 'sending'
}

type Ungrouped = Pick<TimelineRow, 'author' | 'content' | 'at' | 'delivery' | 'failure'> & { id: string }

function group(entries: readonly Ungrouped[], user: User): TimelineRow[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1]
    const isNewDay = !before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()
    const { id: key, author, content, at, delivery, failure } = entry
    const isFirst = isNewDay || !isSameAuthor(before.author, author) || Date.parse(at) - Date.parse(before.at) > GROUP_MS
    return { key, author, content, at, isOwn: author.id === user.id, isFirst, isNewDay, delivery, failure }
  })
}

/** Guests have no id; their name is all there is. */
function isSameAuthor(a: TimelineRow['author'], b: TimelineRow['author']): boolean {
  return a.id === b.id && (a.id !== null || a.name === b.name)
}
