import { ApiError } from '../../api/apiError'
import { leave } from './account.model'
import type { AccountPorts } from './account.model'

/**
 * Leaves at once, whatever the network does: on a shared device that is what counts. The server is told when it can be reached.
 * @param forget removes what the session kept on the device
 */
export async function signOut(ports: AccountPorts, forget: () => Promise<void>): Promise<void> {
  leave(ports, { hasEnded: false })
  await forget()
  try {
    await ports.api.logout()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
