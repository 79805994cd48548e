import { LARGEST_PAGE } from '../api/chatApi'
import type { ChatApi } from '../api/chatApi'
import { decodeFact } from '../protocol/codec'
import type { Fact } from '../protocol/facts'
import { changeLog } from '../store/logs'
import type { LogsStore, RoomLog } from '../store/logs'
import type { Followed } from './follower'
import { takeNewestPage } from './reconcile'
import type { Reducers } from './reducers'

export interface LogLimits {
  /** Messages of the newest page and of each page of history. */
  page: number
  /** A log that is more facts behind than this is replaced by its newest page instead of being read through. */
  farBehind: number
}

export const LOG_LIMITS: LogLimits = { page: 50, farBehind: 1_000 }

/** An open room's messages, followed fact by fact; a hole is repaired by reading the facts after the position. */
export function followedLog(
  id: string,
  ports: { api: ChatApi; logs: LogsStore; reducers: Reducers<RoomLog>; gone: (id: string) => void; limits: LogLimits },
): Followed {
  const { api, logs, reducers, limits } = ports
  const position = () => logs.getState()[id]?.position ?? null
  const applyNext = (fact: Fact | null) => {
    const held = position()
    if (fact && held && fact.epoch === held.epoch && fact.seq === held.seq + 1) followed.apply(fact)
  }
  const followed: Followed = {
    position,
    apply: (fact) =>
      changeLog(logs, id, (log) => ({ ...reducers.apply(log, fact), position: { epoch: fact.epoch, seq: fact.seq } })),
    async load() {
      const page = await api.messages(id, limits.page)
      return () => changeLog(logs, id, (log) => takeNewestPage(log, page))
    },
    async readOn() {
      const from = position()
      if (!from) return followed.load()
      const page = await api.facts(id, from.seq, LARGEST_PAGE)
      if (page.epoch !== from.epoch || page.headSeq - from.seq > limits.farBehind) return followed.load()
      return () => page.items.map(decodeFact).forEach(applyNext)
    },
    failed(error) {
      if (error.code === 'room.not_found') ports.gone(id)
      else changeLog(logs, id, (log) => (log.newest === 'ready' ? log : { ...log, newest: 'failed' }))
    },
  }
  return followed
}
