import { useSyncExternalStore } from 'react'

/** Reads a value that changes outside of React, and renders again when it does. */
export function useReadable<T>(source: { getState(): T; subscribe(listener: () => void): () => void }): T {
  return useSyncExternalStore(source.subscribe, source.getState)
}
