import type { Room } from '../../protocol/entities'
import type { Reducers } from '../../sync/reducers'

export function registerRoomEvents(rooms: Reducers<Room>): void {
  rooms.on('member.joined', (room) => ({ ...room, memberCount: room.memberCount + 1 }))
  rooms.on('member.left', (room) => ({ ...room, memberCount: room.memberCount - 1 }))
}
