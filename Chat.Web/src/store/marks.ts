import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { KeyValue } from '../platform/keyValue'

/** A small text per room that survives a reload: a draft, or how far the room was read on this device. */
export type MarksStore = StoreApi<Readonly<Record<string, string>>>

/** @param prefix of the keys in `storage`; it names the purpose and the user */
export function createMarksStore(storage: KeyValue, prefix: string): MarksStore {
  const saved = storage
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => [key.slice(prefix.length), storage.get(key) ?? ''])
  const store: MarksStore = createStore(() => Object.fromEntries(saved) as Record<string, string>)
  store.subscribe((marks, before) => {
    for (const [room, value] of Object.entries(marks)) if (before[room] !== value) storage.set(prefix + room, value)
    for (const room of Object.keys(before)) if (!(room in marks)) storage.remove(prefix + room)
  })
  return store
}

export function setMark(store: MarksStore, room: string, value: string): void {
  if (store.getState()[room] !== value) store.setState({ [room]: value })
}

export function clearMark(store: MarksStore, room: string): void {
  store.setState((marks) => Object.fromEntries(Object.entries(marks).filter(([key]) => key !== room)), true)
}

export function clearMarks(store: MarksStore): void {
  store.setState({}, true)
}
