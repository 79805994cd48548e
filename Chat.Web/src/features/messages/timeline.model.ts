import type { User } from '../../protocol/entities'
import { derive } from '../../store/derive'
import type { Readable } from '../../store/derive'
import type { LogsStore } from '../../store/logs'
import type { PendingStore } from '../../store/pending'
import { timelineRows } from './timelineRows'
import type { TimelineRow } from './timelineRows'

export interface Timeline {
  rows: readonly TimelineRow[]
  status: 'loading' | 'ready' | 'failed'
  hasBefore: boolean
  history: 'idle' | 'loading' | 'failed'
  /** The newest position held; 0 while there is none. */
  newest: number
}

export function timelineModel(
  room: string,
  ports: { user: User; logs: LogsStore; pending: PendingStore; connection: Readable<{ is: string }> },
): Readable<Timeline> {
  const log = derive([ports.logs], () => ports.logs.getState()[room])
  const unsent = derive([ports.pending], () => ports.pending.getState().filter((message) => message.room === room), sameItems)
  const isConnected = derive([ports.connection], () => ports.connection.getState().is === 'open')
  return derive([log, unsent, isConnected], () => {
    const held = log.getState()
    return {
      rows: timelineRows(held?.messages ?? [], unsent.getState(), ports.user, isConnected.getState()),
      status: held?.newest ?? 'loading',
      hasBefore: held?.hasBefore ?? false,
      history: held?.history ?? 'idle',
      newest: held?.position?.seq ?? 0,
    }
  })
}

const sameItems = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((item, index) => item === b[index])
