import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'

export interface SendFailure {
  code: string
  traceId: string | null
  /** The queue of the room waits behind it, since trying again may well work; other failures let the next message pass. */
  isTransient: boolean
}

/** A message that its server has not confirmed yet. Kept on the device until it has. */
export interface PendingMessage {
  id: string
  /** Whose it is: another account on this device never sends it. */
  user: string
  room: string
  content: string
  /** RFC 3339; when it was typed. */
  at: string
  /** Its place among all pending messages; larger is later. */
  order: number
  /** null while it is on its way or in line. */
  failure: SendFailure | null
  /** It could not be delivered at the last try, and will be tried again by itself. */
  isWaiting: boolean
}

export type PendingStore = StoreApi<readonly PendingMessage[]>

export const createPendingStore = (): PendingStore => createStore<readonly PendingMessage[]>(() => [])

export function putPending(store: PendingStore, message: PendingMessage): void {
  const others = store.getState().filter(({ id }) => id !== message.id)
  store.setState([...others, message].sort((a, b) => a.order - b.order), true)
}

export function dropPending(store: PendingStore, id: string): void {
  store.setState(store.getState().filter((message) => message.id !== id), true)
}
