import type { Message, Room } from '../../protocol/entities'
import type { MessageCreated } from '../../protocol/facts'
import type { RoomLog } from '../../store/logs'
import { insertMessage } from '../../sync/reconcile'
import type { Reducers } from '../../sync/reducers'

export function registerMessageEvents(rooms: Reducers<Room>, logs: Reducers<RoomLog>): void {
  rooms.on('message.created', (room, fact) => ({ ...room, lastMessage: messageOf(fact) }))
  logs.on('message.created', (log, fact) => insertMessage(log, messageOf(fact)))
}

function messageOf({ room, seq, at, data }: MessageCreated): Message {
  return { id: data.id, room, seq, author: data.author, content: data.content, at }
}
