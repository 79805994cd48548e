import type { User } from '../protocol/entities'
import { FakeRoom } from './fakeRoom.ts'

export interface Answer {
  status: number
  body?: unknown
}

export interface FakeRequest {
  method: string
  /** Below `/api/v1/`, with its query. */
  path: string
  body: Record<string, unknown>
  /** The user's id; the fake's access tokens are nothing more. */
  token: string | null
}

type Deliver = (data: unknown) => void
type Handle = (call: { user: User; room: FakeRoom; body: Record<string, unknown>; query: URLSearchParams }) => Answer

const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: code, title: code, status, code, traceId: 'trace-1', ...more },
})

/** The server of docs/protocol.md in memory, for tests: what it answers is decided at once, the network in front of it is the test's. */
export class FakeServer {
  readonly users = new Map<string, User & { password: string }>()
  readonly rooms = new Map<string, FakeRoom>()
  epoch = 'epoch-1'
  #ids = 0
  readonly #sockets = new Map<Deliver, string>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** @param deliver gets what a socket of this user would get. The returned function ends it. */
  connect(user: string, deliver: Deliver): () => void {
    this.#sockets.set(deliver, user)
    return () => this.#sockets.delete(deliver)
  }

  /** History was lost after `keep` of its facts: numbers of the old epoch mean nothing any more. */
  restoreBackup(room: FakeRoom, keep: number): void {
    this.epoch = `epoch-${Number(this.epoch.split('-')[1]) + 1}`
    room.truncate(keep)
  }

  handle({ method, path, body, token }: FakeRequest): Answer {
    const url = new URL(path, 'http://fake')
    const parts = url.pathname.slice(1).split('/')
    const open = this.#open[`${method} ${parts.join('/')}`]
    if (open) return open(body)
    const user = this.users.get(token ?? '')
    if (!user) return problem(401, 'auth.required')
    const isOfRoom = parts[0] === 'rooms' && parts.length > 1 && parts[1] !== 'join'
    const room = isOfRoom ? this.rooms.get(parts[1] ?? '') : undefined
    if (isOfRoom && !room?.members.has(user.id)) return problem(404, 'room.not_found')
    const route = isOfRoom ? [method, 'rooms/{room}', ...parts.slice(2)].join('/') : `${method}/${parts.join('/')}`
    const handle = this.#signed[route]
    return handle ? handle({ user, room: room as FakeRoom, body, query: url.searchParams }) : problem(404, 'request.not_found')
  }

  readonly #open: Record<string, (body: Record<string, unknown>) => Answer> = {
    'GET limits': () => ({ status: 200, body: { messageBytes: 16_384 } }),
    'POST auth/register': ({ username, password, displayName }) => {
      if (this.#findUser(String(username))) return problem(409, 'account.username_taken')
      const name = String(displayName ?? username)
      const user = { id: this.newId(), username: String(username), displayName: name, password: String(password) }
      this.users.set(user.id, user)
      return { status: 201, body: this.tokens(user) }
    },
    'POST auth/login': ({ username, password }) => {
      const user = this.#findUser(String(username))
      return user?.password === password && user ? { status: 200, body: this.tokens(user) } : problem(401, 'auth.credentials')
    },
    'POST auth/refresh': ({ refreshToken }) => {
      const user = this.users.get(String(refreshToken))
      return user ? { status: 200, body: this.tokens(user) } : problem(401, 'auth.refresh')
    },
    'POST auth/logout': () => ({ status: 204 }),
  }

  readonly #signed: Record<string, Handle> = {
    'POST/realtime/negotiate': ({ user }) => ({ status: 200, body: { url: `fake:${user.id}` } }),
    'GET/rooms': ({ user }) => {
      const mine = [...this.rooms.values()].filter(({ members }) => members.has(user.id))
      return { status: 200, body: { items: mine.map((room) => room.describe(this.epoch)), next: null } }
    },
    'POST/rooms': ({ user, body }) => {
      const code = String(body.code ?? `code-${this.#ids + 1}`)
      if (this.#findRoom(code)) return problem(409, 'room.code_taken')
      const room = new FakeRoom(this.newId(), code, String(body.name), this.#time())
      this.rooms.set(room.id, room)
      this.#publish(room, 'room.created', { name: room.name, code, by: authorOf(user) })
      this.enter(room, user)
      return { status: 201, body: room.describe(this.epoch) }
    },
    'POST/rooms/join': ({ user, body }) => {
      const room = this.#findRoom(String(body.code))
      if (!room) return problem(404, 'room.not_found')
      this.enter(room, user)
      return { status: 200, body: room.describe(this.epoch) }
    },
    'GET/rooms/{room}': ({ room }) => ({ status: 200, body: room.describe(this.epoch) }),
    'POST/rooms/{room}/leave': ({ room, user }) => {
      room.members.delete(user.id)
      this.#signal(user.id, 'room.left', room.id)
      this.#publish(room, 'member.left', { member: user })
      return { status: 204 }
    },
    'POST/rooms/{room}/messages': ({ room, user, body }) => this.#send(room, user, String(body.id), String(body.content)),
    'GET/rooms/{room}/messages': ({ room, query }) => {
      const before = Number(query.get('before') ?? Infinity)
      const earlier = room.messages().filter(({ seq }) => seq < before)
      const items = earlier.slice(-Number(query.get('limit') ?? 50))
      const hasBefore = earlier.length > items.length
      return { status: 200, body: { items, epoch: this.epoch, headSeq: room.head, hasBefore, hasAfter: before <= room.head } }
    },
    'GET/rooms/{room}/facts': ({ room, query }) => {
      const facts = room.factsAfter(Number(query.get('after') ?? 0), Number(query.get('limit') ?? 50))
      const items = facts.map((fact) => this.#envelope(room, fact))
      return { status: 200, body: { items, epoch: this.epoch, headSeq: room.head } }
    },
  }

  newId(): string {
    this.#ids += 1
    return `00000000-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`
  }

  tokens({ id, username, displayName }: User): object {
    const expiresAt = new Date(this.#now() + 15 * 60_000).toISOString()
    return { accessToken: id, expiresAt, user: { id, username, displayName } }
  }

  enter(room: FakeRoom, { id, username, displayName }: User): void {
    if (room.members.has(id)) return
    const member = { id, username, displayName }
    room.members.set(id, member)
    this.#signal(id, 'room.joined', room.id)
    this.#publish(room, 'member.joined', { member, role: 'member' })
  }

  #send(room: FakeRoom, user: User, id: string, content: string): Answer {
    const stored = [...this.rooms.values()].flatMap((other) => other.messages()).find((message) => message.id === id)
    if (stored) {
      const isSame = stored.content === content && stored.room === room.id && stored.author.id === user.id
      return isSame ? { status: 201, body: stored } : problem(409, 'message.conflict')
    }
    if (content.length > 16_384) return problem(413, 'message.too_large', { limit: 16_384 })
    this.#publish(room, 'message.created', { id, author: authorOf(user), content })
    return { status: 201, body: room.messages().at(-1) }
  }

  #publish(room: FakeRoom, kind: string, data: object): void {
    const fact = this.#envelope(room, room.append(kind, this.#time(), data))
    for (const [deliver, user] of this.#sockets) if (room.members.has(user)) deliver(fact)
  }

  #signal(user: string, kind: string, room: string): void {
    for (const [deliver, owner] of this.#sockets)
      if (owner === user) deliver({ v: 1, kind, room, epoch: this.epoch, at: this.#time(), data: { room } })
  }

  #envelope = (room: FakeRoom, fact: object) => ({ v: 1, room: room.id, epoch: this.epoch, ...fact })
  #time = () => new Date(this.#now()).toISOString()
  #findRoom = (code: string) => [...this.rooms.values()].find((room) => room.code.toLowerCase() === code.toLowerCase())
  #findUser = (name: string) => [...this.users.values()].find(({ username }) => username.toLowerCase() === name.toLowerCase())
}

const authorOf = (user: User) => ({ id: user.id, name: user.displayName })
