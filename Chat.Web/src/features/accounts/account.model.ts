import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { AccountsApi } from '../../api/accountsApi'
import type { AccessTokens } from '../../api/tokens'
import type { Tokens } from '../../api/types'
import type { KeyValue } from '../../platform/keyValue'
import type { User } from '../../protocol/entities'

export type AccountState =
  /** Asking the server whether the refresh cookie still holds. */
  | { is: 'restoring' }
  /** A session may exist, but the server cannot be asked. */
  | { is: 'unreachable' }
  /** `hasEnded`: the server ended the session; the user did not sign out. */
  | { is: 'signedOut'; hasEnded: boolean }
  | { is: 'signedIn'; user: User }

export type AccountStore = StoreApi<AccountState>

export interface AccountPorts {
  api: AccountsApi
  tokens: AccessTokens
  state: AccountStore
  /** Remembers that this browser may hold a refresh cookie, which scripts cannot see; other tabs follow its changes. */
  storage: KeyValue
}

export const SESSION_KEY = 'chat.session'

export const createAccountStore = (): AccountStore => createStore<AccountState>(() => ({ is: 'restoring' }))

export function enter({ tokens, state, storage }: AccountPorts, answer: Tokens): void {
  tokens.take(answer)
  storage.set(SESSION_KEY, answer.user.id)
  state.setState({ is: 'signedIn', user: answer.user }, true)
}

export function leave({ tokens, state, storage }: AccountPorts, { hasEnded }: { hasEnded: boolean }): void {
  tokens.forget()
  storage.remove(SESSION_KEY)
  state.setState({ is: 'signedOut', hasEnded }, true)
}
