import type { StoreApi } from 'zustand/vanilla'

/** What a view reads: a value and news of its changes. Every zustand store is one. */
export type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState'> & {
  subscribe(listener: () => void): () => void
}

/**
 * A value computed from stores, recomputed only when one of them changed, and the same object as long as `same` says so: a view that
 * reads it renders only for real changes.
 */
export function derive<T>(
  sources: readonly Readable<unknown>[],
  compute: () => T,
  same: (a: T, b: T) => boolean = Object.is,
): Readable<T> {
  let seen: readonly unknown[] | null = null
  let value: T
  const getState = () => {
    const now = sources.map((source) => source.getState())
    if (seen !== null && now.every((state, index) => state === seen?.[index])) return value
    const next = compute()
    if (seen === null || !same(value, next)) value = next
    seen = now
    return value
  }
  return {
    getState,
    getInitialState: getState,
    subscribe(listener) {
      let last = getState()
      const changed = () => {
        const next = getState()
        if (Object.is(last, next)) return
        last = next
        listener()
      }
      const stops = sources.map((source) => source.subscribe(changed))
      return () => stops.forEach((stop) => stop())
    },
  }
}

/** Whether two flat objects hold the same values. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[]
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}
