import type { MessagePage } from '../api/types'
import type { Message } from '../protocol/entities'
import type { RoomLog } from '../store/logs'

/** Puts the message of a fact into its place. It may stand there already, since its author was told first. */
export function insertMessage(log: RoomLog, message: Message): RoomLog {
  const { messages } = log
  if (messages.some(({ id }) => id === message.id)) return log
  const later = messages.findIndex(({ seq }) => seq > message.seq)
  return { ...log, messages: messages.toSpliced(later < 0 ? messages.length : later, 0, message) }
}

/**
 * Takes the server's answer to a send. The fact of it may come before, after or never: up to its position the log is whole, so only a
 * later message is news.
 * @param epoch of the log when the request left. In another one the answer may speak of lost history, and the fact alone is believed.
 */
export function takeConfirmed(log: RoomLog, message: Message, epoch: string | undefined): RoomLog {
  const isNews = log.position !== null && log.position.epoch === epoch && message.seq > log.position.seq
  return isNews ? insertMessage(log, message) : log
}

/**
 * The log after its newest page was read. Of what was held only messages confirmed after that read are kept: they are later than the
 * page. Nothing else can be, since the page replaces a log that was empty, far behind or of another epoch.
 */
export function takeNewestPage(log: RoomLog, page: MessagePage): RoomLog {
  const later = log.position?.epoch === page.epoch ? log.messages.filter(({ seq }) => seq > page.headSeq) : []
  return {
    position: { epoch: page.epoch, seq: page.headSeq },
    messages: [...page.items, ...later],
    hasBefore: page.hasBefore,
    newest: 'ready',
    history: 'idle',
  }
}

/** The log with a page of history in front, if it still begins where the page was asked to end. */
export function takeHistoryPage(log: RoomLog, page: MessagePage, before: number): RoomLog {
  const fits = log.position?.epoch === page.epoch && log.messages[0]?.seq === before
  if (!fits) return { ...log, history: 'idle' }
  return { ...log, messages: [...page.items, ...log.messages], hasBefore: page.hasBefore, history: 'idle' }
}
