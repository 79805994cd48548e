import type { ChatApi } from '../api/chatApi'
import type { Room } from '../protocol/entities'
import { changeRoom, takeRoom } from '../store/rooms'
import type { RoomsStore } from '../store/rooms'
import type { Followed } from './follower'
import type { Reducers } from './reducers'

/** A room's line in the list (name, size, last message), followed fact by fact; a hole is repaired by reading the room again. */
export function followedRoom(
  id: string,
  ports: { api: ChatApi; rooms: RoomsStore; reducers: Reducers<Room>; gone: (id: string) => void },
): Followed {
  const read = async () => {
    const room = await ports.api.room(id)
    return () => takeRoom(ports.rooms, room)
  }
  return {
    position() {
      const room = ports.rooms.getState().byId[id]
      return room ? { epoch: room.epoch, seq: room.headSeq } : null
    },
    apply: (fact) =>
      changeRoom(ports.rooms, id, (room) => ({ ...ports.reducers.apply(room, fact), headSeq: fact.seq })),
    load: read,
    readOn: read,
    failed(error) {
      if (error.code === 'room.not_found') ports.gone(id)
    },
  }
}
