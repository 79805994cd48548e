import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Message, Position } from '../protocol/entities'

/** What is held of one room's messages: without a hole from the first of `messages` up to `position`. */
export interface RoomLog {
  /** null until the newest page has arrived. */
  position: Position | null
  /** Ascending `seq`, each id once. May hold messages after `position` that the server confirmed to their sender. */
  messages: readonly Message[]
  hasBefore: boolean
  /** Whether the newest page, and a page of history, are on their way or have failed. */
  newest: 'loading' | 'ready' | 'failed'
  history: 'idle' | 'loading' | 'failed'
}

export type LogsStore = StoreApi<Readonly<Record<string, RoomLog>>>

export const EMPTY_LOG: RoomLog = { position: null, messages: [], hasBefore: false, newest: 'loading', history: 'idle' }

export const createLogsStore = (): LogsStore => createStore(() => ({}))

export function changeLog(store: LogsStore, room: string, change: (log: RoomLog) => RoomLog): void {
  const held = store.getState()[room]
  if (held) store.setState({ [room]: change(held) })
}

export function openLog(store: LogsStore, room: string): void {
  store.setState({ [room]: EMPTY_LOG })
}

export function dropLog(store: LogsStore, room: string): void {
  store.setState((logs) => Object.fromEntries(Object.entries(logs).filter(([key]) => key !== room)), true)
}
