import { ApiError } from '../../api/apiError'
import { enter, leave, SESSION_KEY } from './account.model'
import type { AccountPorts } from './account.model'

/** At start: the refresh cookie, if there is one, becomes a session again. */
export async function restoreSession(ports: AccountPorts): Promise<void> {
  if (ports.storage.get(SESSION_KEY) === null) return leave(ports, { hasEnded: false })
  ports.state.setState({ is: 'restoring' }, true)
  try {
    enter(ports, await ports.api.refresh())
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 401) leave(ports, { hasEnded: true })
    else ports.state.setState({ is: 'unreachable' }, true)
  }
}
