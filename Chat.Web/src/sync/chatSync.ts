import type { ApiError } from '../api/apiError'
import type { ChatApi } from '../api/chatApi'
import { decode } from '../protocol/codec'
import type { Message, Room } from '../protocol/entities'
import type { Signal } from '../protocol/facts'
import { changeLog, dropLog, openLog } from '../store/logs'
import type { LogsStore, RoomLog } from '../store/logs'
import { dropRoom, takeRoom } from '../store/rooms'
import type { RoomsStore } from '../store/rooms'
import { followedLog } from './followedLog'
import type { LogLimits } from './followedLog'
import { followedRoom } from './followedRoom'
import { Follower } from './follower'
import { readHistory } from './history'
import { takeConfirmed } from './reconcile'
import type { Reducers } from './reducers'
import { Repeater } from './repeater'
import type { RepeaterPorts } from './repeater'
import { readRooms } from './roomList'

export interface ChatSyncPorts extends RepeaterPorts {
  api: ChatApi
  rooms: RoomsStore
  logs: LogsStore
  roomReducers: Reducers<Room>
  logReducers: Reducers<RoomLog>
  limits: LogLimits
}

/** Keeps the stores equal to the server: takes in what the socket brings, and reads whatever it did not bring. */
export class ChatSync {
  readonly #ports: ChatSyncPorts
  readonly #roomFollowers = new Map<string, Follower>()
  readonly #logFollowers = new Map<string, Follower>()
  readonly #list: Repeater
  /** Rooms that came or went while the list was being read, by what is newer than the list. */
  readonly #movedSinceListing = new Map<string, 'joined' | 'left'>()

  constructor(ports: ChatSyncPorts) {
    this.#ports = ports
    const failed = ({ code, traceId }: ApiError) => ports.rooms.setState({ failure: { code, traceId } })
    this.#list = new Repeater(() => this.#readList(), failed, ports)
  }

  receive(data: unknown): void {
    const received = decode(data)
    if (received?.is === 'signal') this.#signalled(received.signal)
    if (received?.is !== 'fact') return
    const { fact } = received
    if (this.#movedSinceListing.get(fact.room) === 'left') return
    const follower = this.#roomFollower(fact.room)
    follower.receive(fact)
    this.#logFollowers.get(fact.room)?.receive(fact)
    if (this.#isUnheardOf(fact.room)) follower.load()
  }

  /** After connecting, reconnecting, waking up, and now and then: reads all heads, and with them whatever was missed. */
  catchUp(): void {
    this.#list.trigger()
  }

  openLog(room: string): void {
    if (this.#ports.logs.getState()[room]?.newest === 'failed') this.#logFollowers.get(room)?.load()
    if (this.#logFollowers.has(room)) return
    openLog(this.#ports.logs, room)
    const follower = new Follower(followedLog(room, { ...this.#ports, reducers: this.#ports.logReducers, gone: this.left }), this.#ports)
    this.#logFollowers.set(room, follower)
    follower.load()
  }

  readHistory(room: string): void {
    void readHistory(room, this.#ports, () => this.#logFollowers.get(room)?.load())
  }

  /** A message of this device is about to be sent; the returned function takes the server's answer. */
  sending(room: string): (message: Message) => void {
    const { logs } = this.#ports
    const epoch = logs.getState()[room]?.position?.epoch
    return (message) => changeLog(logs, room, (log) => takeConfirmed(log, message, epoch))
  }

  joined(room: Room): void {
    this.#movedSinceListing.set(room.id, 'joined')
    takeRoom(this.#ports.rooms, room)
  }

  left = (room: string): void => {
    this.#movedSinceListing.set(room, 'left')
    this.#drop(room)
  }

  stop(): void {
    this.#list.stop()
    for (const follower of [...this.#roomFollowers.values(), ...this.#logFollowers.values()]) follower.stop()
  }

  async #readList(): Promise<void> {
    this.#movedSinceListing.clear()
    const listed = await readRooms(this.#ports.api)
    const { rooms } = this.#ports
    for (const room of listed) if (this.#movedSinceListing.get(room.id) !== 'left') takeRoom(rooms, room)
    const ids = new Set(listed.map(({ id }) => id))
    for (const id of Object.keys(rooms.getState().byId))
      if (!ids.has(id) && this.#movedSinceListing.get(id) !== 'joined') this.#drop(id)
    rooms.setState({ loaded: true, failure: null })
    for (const { id, epoch, headSeq } of listed) {
      this.#roomFollower(id).expect({ epoch, seq: headSeq })
      this.#logFollowers.get(id)?.expect({ epoch, seq: headSeq })
    }
  }

  #signalled({ kind, room }: Signal): void {
    if (kind === 'room.left') return this.left(room)
    this.#movedSinceListing.set(room, 'joined')
    this.#roomFollower(room).load()
  }

  #isUnheardOf(room: string): boolean {
    const { loaded, byId } = this.#ports.rooms.getState()
    return loaded && !(room in byId)
  }

  #drop(room: string): void {
    for (const followers of [this.#roomFollowers, this.#logFollowers]) {
      followers.get(room)?.stop()
      followers.delete(room)
    }
    dropRoom(this.#ports.rooms, room)
    dropLog(this.#ports.logs, room)
  }

  #roomFollower(room: string): Follower {
    let follower = this.#roomFollowers.get(room)
    if (!follower) {
      const followed = followedRoom(room, { ...this.#ports, reducers: this.#ports.roomReducers, gone: this.left })
      follower = new Follower(followed, this.#ports)
      this.#roomFollowers.set(room, follower)
    }
    return follower
  }
}
