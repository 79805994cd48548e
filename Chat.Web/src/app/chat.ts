import { createStore } from 'zustand/vanilla'
import type { AccountsApi } from '../api/accountsApi'
import { createAccountsApi } from '../api/accountsApi'
import { createChatApi } from '../api/chatApi'
import { ApiError } from '../api/apiError'
import { Http } from '../api/http'
import type { Fetch } from '../api/http'
import { AccessTokens } from '../api/tokens'
import type { OpenSocket } from '../connection/socket'
import { createAccountStore, leave } from '../features/accounts/account.model'
import type { AccountPorts } from '../features/accounts/account.model'
import { register } from '../features/accounts/register'
import { restoreSession } from '../features/accounts/restoreSession'
import { signIn } from '../features/accounts/signIn'
import { signOut } from '../features/accounts/signOut'
import type { Clock } from '../platform/clock'
import type { KeyValue } from '../platform/keyValue'
import type { User } from '../protocol/entities'
import type { PendingStorage } from '../store/db'
import { createSession } from './session'
import type { Session } from './session'

/** The server's default; what it really allows is asked for at start. */
const MESSAGE_BYTES = 16_384

export interface ChatPorts {
  fetch: Fetch
  socket: (negotiate: () => Promise<string>) => OpenSocket
  storage: PendingStorage
  keyValue: KeyValue
  clock: Clock
  random: () => number
  newId: () => string
  isOnline: () => boolean
  showRoom: (room: string) => void
}

export type Chat = ReturnType<typeof createChat>

/** The whole client but its views: the account, and while somebody is signed in, their session. */
export function createChat(ports: ChatPorts) {
  const http = new Http(ports.fetch)
  const accounts = createAccountsApi(http)
  const state = createAccountStore()
  const tokens = new AccessTokens(accounts.refresh, () => leave(account, { hasEnded: true }), ports.clock)
  const account: AccountPorts = { api: accounts, tokens, state, storage: ports.keyValue }
  const api = createChatApi(http, tokens)
  const openSocket = ports.socket(async () => (await api.negotiate()).url)
  const limits = { messageBytes: MESSAGE_BYTES }
  const session = createStore<Session | null>(() => null)

  const begin = (user: User) => {
    const begun = createSession({ ...ports, user, api, openSocket, messageBytes: () => limits.messageBytes })
    session.setState(begun, true)
    begun.start()
    void readLimits(accounts, limits)
  }
  state.subscribe((now) => {
    const held = session.getState()
    const user = now.is === 'signedIn' ? now.user : null
    if (held?.user.id === user?.id) return
    held?.stop()
    session.setState(null, true)
    if (user) begin(user)
  })

  return {
    account: state,
    session,
    signIn: () => signIn(account),
    register: () => register(account),
    restore: () => void restoreSession(account),
    signOut() {
      const left = session.getState()
      void signOut(account, async () => left?.forget())
    },
  }
}

async function readLimits(api: AccountsApi, limits: { messageBytes: number }): Promise<void> {
  try {
    limits.messageBytes = (await api.limits()).messageBytes
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
