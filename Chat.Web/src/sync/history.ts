import { ApiError } from '../api/apiError'
import type { ChatApi } from '../api/chatApi'
import { changeLog } from '../store/logs'
import type { LogsStore } from '../store/logs'
import type { LogLimits } from './followedLog'
import { takeHistoryPage } from './reconcile'

/**
 * Puts one more page in front of an open log.
 * @param startOver called when the server's history is of another epoch
 */
export async function readHistory(
  room: string,
  ports: { api: ChatApi; logs: LogsStore; limits: LogLimits },
  startOver: () => void,
): Promise<void> {
  const { api, logs, limits } = ports
  const log = logs.getState()[room]
  const before = log?.messages[0]?.seq
  if (!log?.hasBefore || log.history === 'loading' || before === undefined) return
  changeLog(logs, room, (log) => ({ ...log, history: 'loading' }))
  try {
    const page = await api.messages(room, limits.page, before)
    if (page.epoch !== logs.getState()[room]?.position?.epoch) startOver()
    changeLog(logs, room, (log) => takeHistoryPage(log, page, before))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    changeLog(logs, room, (log) => ({ ...log, history: 'failed' }))
  }
}
