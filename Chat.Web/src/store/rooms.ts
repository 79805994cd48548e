import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Room } from '../protocol/entities'

export interface RoomsState {
  byId: Readonly<Record<string, Room>>
  /** False until the first list has arrived. */
  loaded: boolean
  /** Why the list could not be read at the last try. */
  failure: { code: string; traceId: string | null } | null
}

export type RoomsStore = StoreApi<RoomsState>

export const createRoomsStore = (): RoomsStore => createStore<RoomsState>(() => ({ byId: {}, loaded: false, failure: null }))

/** Takes what the server says about a room, unless what is held is newer. Another epoch always wins: its numbers compare with nothing. */
export function takeRoom(store: RoomsStore, room: Room): void {
  const held = store.getState().byId[room.id]
  if (held && held.epoch === room.epoch && held.headSeq > room.headSeq) return
  store.setState(({ byId }) => ({ byId: { ...byId, [room.id]: room } }))
}

export function changeRoom(store: RoomsStore, id: string, change: (room: Room) => Room): void {
  const held = store.getState().byId[id]
  if (held) store.setState(({ byId }) => ({ byId: { ...byId, [id]: change(held) } }))
}

export function dropRoom(store: RoomsStore, id: string): void {
  store.setState(({ byId }) => ({ byId: Object.fromEntries(Object.entries(byId).filter(([key]) => key !== id)) }))
}
