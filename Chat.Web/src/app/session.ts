import type { ChatApi } from '../api/chatApi'
import { Connection } from '../connection/connection'
import type { OpenSocket } from '../connection/socket'
import { Announcements } from '../features/messages/announcements'
import { composerModel } from '../features/messages/composer.model'
import { registerMessageEvents } from '../features/messages/messages.events'
import { timelineModel } from '../features/messages/timeline.model'
import { createRoom } from '../features/rooms/createRoom'
import { joinRoom } from '../features/rooms/joinRoom'
import { leaveRoom } from '../features/rooms/leaveRoom'
import { followReadMarks, markRead } from '../features/rooms/readMarks'
import { roomListModel } from '../features/rooms/roomList.model'
import { registerRoomEvents } from '../features/rooms/rooms.events'
import type { Clock } from '../platform/clock'
import type { KeyValue } from '../platform/keyValue'
import type { Room, User } from '../protocol/entities'
import type { PendingStorage } from '../store/db'
import { createLogsStore } from '../store/logs'
import type { RoomLog } from '../store/logs'
import { clearMarks, createMarksStore } from '../store/marks'
import { createPendingStore } from '../store/pending'
import { createRoomsStore } from '../store/rooms'
import { ChatSync } from '../sync/chatSync'
import { LOG_LIMITS } from '../sync/followedLog'
import type { LogLimits } from '../sync/followedLog'
import { Outbox } from '../sync/outbox'
import { Reducers } from '../sync/reducers'

export interface SessionPorts {
  user: User
  api: ChatApi
  openSocket: OpenSocket
  storage: PendingStorage
  keyValue: KeyValue
  clock: Clock
  random: () => number
  newId: () => string
  isOnline: () => boolean
  messageBytes: () => number
  showRoom: (room: string) => void
  limits?: LogLimits
}

export type Session = ReturnType<typeof createSession>

/** Everything of one signed-in user, built and tied together. It lives until the user signs out or the session ends. */
export function createSession(ports: SessionPorts) {
  const { user, api, keyValue } = ports
  const rooms = createRoomsStore()
  const logs = createLogsStore()
  const pending = createPendingStore()
  const drafts = createMarksStore(keyValue, `chat.draft.${user.id}.`)
  const reads = createMarksStore(keyValue, `chat.read.${user.id}.`)

  const roomReducers = new Reducers<Room>()
  const logReducers = new Reducers<RoomLog>()
  registerRoomEvents(roomReducers)
  registerMessageEvents(roomReducers, logReducers)

  const sync = new ChatSync({ ...ports, rooms, logs, roomReducers, logReducers, limits: ports.limits ?? LOG_LIMITS })
  const outbox = new Outbox({ ...ports, user: user.id, pending, sending: (room) => sync.sending(room) })
  const connection = new Connection({
    ...ports,
    open: ports.openSocket,
    received: (data) => sync.receive(data),
    opened() {
      sync.catchUp()
      outbox.resume()
    },
  })
  const stopReadMarks = followReadMarks(rooms, reads)
  const enter = (done: () => void) => (room: Room) => {
    sync.joined(room)
    ports.showRoom(room.id)
    done()
  }

  return {
    user,
    connection,
    pending,
    rooms: {
      all: rooms,
      list: roomListModel({ user, rooms, reads, drafts }),
      create: (done: () => void) => createRoom({ api, entered: enter(done) }),
      join: (done: () => void) => joinRoom({ api, entered: enter(done) }),
      leave: () => leaveRoom({ api, left: sync.left }),
      reload: () => sync.catchUp(),
      markRead: (room: string, seq: number) => markRead(reads, room, seq),
    },
    messages: {
      open: (room: string) => sync.openLog(room),
      readHistory: (room: string) => sync.readHistory(room),
      timeline: (room: string) => timelineModel(room, { user, logs, pending, connection: connection.state }),
      composer: (room: string) => composerModel(room, { ...ports, drafts, send: (id, content) => outbox.send(id, content) }),
      announcements: (room: string) => new Announcements(room, user, logs),
      retry: (id: string) => outbox.retry(id),
      discard: (id: string) => outbox.discard(id),
    },
    start() {
      void outbox.restore()
      connection.connectNow()
    },
    /** The same as after connecting; cheap enough to be called on a timer. */
    refresh() {
      if (connection.state.getState().is === 'open') sync.catchUp()
    },
    stop() {
      connection.stop()
      sync.stop()
      outbox.stop()
      stopReadMarks()
    },
    /** Removes what this user left on the device. */
    async forget() {
      clearMarks(drafts)
      clearMarks(reads)
      await ports.storage.clear(user.id)
    },
  }
}
