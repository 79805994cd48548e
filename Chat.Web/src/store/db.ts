import { openDB } from 'idb'
import type { DBSchema } from 'idb'
import type { PendingMessage } from './pending'

/** Where pending messages outlive the page. */
export interface PendingStorage {
  all(user: string): Promise<PendingMessage[]>
  has(id: string): Promise<boolean>
  put(message: PendingMessage): Promise<void>
  remove(id: string): Promise<void>
  clear(user: string): Promise<void>
}

interface ChatSchema extends DBSchema {
  outbox: { key: string; value: PendingMessage; indexes: { user: string } }
}

/** Opens the device's database; where the browser forbids one (some private modes), messages wait in memory. */
export async function openPendingStorage(name = 'chat'): Promise<PendingStorage> {
  try {
    return await indexedPendingStorage(name)
  } catch (error) {
    if (error instanceof DOMException || error instanceof ReferenceError) return memoryPendingStorage()
    throw error
  }
}

async function indexedPendingStorage(name: string): Promise<PendingStorage> {
  const db = await openDB<ChatSchema>(name, 1, {
    upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('user', 'user'),
  })
  return {
    all: (user) => db.getAllFromIndex('outbox', 'user', user),
    has: async (id) => (await db.getKey('outbox', id)) !== undefined,
    put: async (message) => void (await db.put('outbox', message)),
    remove: (id) => db.delete('outbox', id),
    async clear(user) {
      const keys = await db.getAllKeysFromIndex('outbox', 'user', user)
      await Promise.all(keys.map((key) => db.delete('outbox', key)))
    },
  }
}

export function memoryPendingStorage(): PendingStorage {
  const rows = new Map<string, PendingMessage>()
  return {
    all: async (user) => [...rows.values()].filter((row) => row.user === user),
    has: async (id) => rows.has(id),
    put: async (message) => void rows.set(message.id, message),
    remove: async (id) => void rows.delete(id),
    async clear(user) {
      for (const row of rows.values()) if (row.user === user) rows.delete(row.id)
    },
  }
}
