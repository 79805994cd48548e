/** The part of localStorage that we use: small, synchronous, survives a reload. */
export interface KeyValue {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
}

export function memoryKeyValue(): KeyValue {
  const entries = new Map<string, string>()
  return {
    get: (key) => entries.get(key) ?? null,
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
    keys: () => [...entries.keys()],
  }
}

/** A browser may forbid storage (blocked cookies, some private modes); then what is kept lives as long as the tab. */
export function browserKeyValue(): KeyValue {
  try {
    const storage = window.localStorage
    storage.getItem('chat.probe')
    return {
      get: (key) => storage.getItem(key),
      set(key, value) {
        try {
          storage.setItem(key, value)
        } catch (error) {
          if (!(error instanceof DOMException)) throw error
        }
      },
      remove: (key) => storage.removeItem(key),
      keys: () => Object.keys(storage),
    }
  } catch (error) {
    if (error instanceof DOMException) return memoryKeyValue()
    throw error
  }
}
