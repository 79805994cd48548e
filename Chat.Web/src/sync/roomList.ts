import type { ChatApi } from '../api/chatApi'
import type { Room } from '../protocol/entities'

/** All rooms of the user, page by page. */
export async function readRooms(api: ChatApi): Promise<Room[]> {
  const rooms: Room[] = []
  let cursor: string | null = null
  do {
    const page: { items: Room[]; next: string | null } = await api.rooms(cursor)
    rooms.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return rooms
}
