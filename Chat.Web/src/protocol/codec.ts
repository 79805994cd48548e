import type { Author, User } from './entities'
import type { Fact, Signal } from './facts'
import { isObject, isSeq, isText } from './guards'
import type { Json } from './guards'

/** What arrived on the socket: a fact, a signal, or null for what this client does not know (SK3). */
export type Received = { is: 'fact'; fact: Fact } | { is: 'signal'; signal: Signal } | null

export function decode(value: unknown): Received {
  const fact = decodeFact(value)
  if (fact) return { is: 'fact', fact }
  const signal = decodeSignal(value)
  return signal ? { is: 'signal', signal } : null
}

/**
 * Reads a fact from the socket or from `GET rooms/{id}/facts`. A known envelope with an unknown kind or unreadable data is a fact
 * all the same: dropping it would leave a hole in the numbers that no repair can close.
 */
export function decodeFact(value: unknown): Fact | null {
  if (!isObject(value) || value.v !== 1 || !isText(value.kind)) return null
  const { kind, room, epoch, seq, at, data } = value
  if (!isText(room) || !isText(epoch) || !isSeq(seq) || !isText(at)) return null
  const envelope = { room, epoch, seq, at }
  const body = isObject(data) ? data : {}
  switch (kind) {
    case 'message.created': {
      const author = readAuthor(body.author)
      if (author && isText(body.id) && isText(body.content))
        return { ...envelope, kind, data: { id: body.id, author, content: body.content } }
      break
    }
    case 'member.joined': {
      const member = readUser(body.member)
      if (member) return { ...envelope, kind, data: { member, role: isText(body.role) ? body.role : 'member' } }
      break
    }
    case 'member.left': {
      const member = readUser(body.member)
      if (member) return { ...envelope, kind, data: { member } }
      break
    }
    case 'room.created': {
      const by = readAuthor(body.by)
      if (by && isText(body.name) && isText(body.code))
        return { ...envelope, kind, data: { name: body.name, code: body.code, by } }
      break
    }
  }
  return { ...envelope, kind: 'unknown', data: null }
}

function decodeSignal(value: unknown): Signal | null {
  if (!isObject(value) || value.v !== 1 || !isObject(value.data)) return null
  const room = value.data.room
  if (!isText(room)) return null
  return value.kind === 'room.joined' || value.kind === 'room.left' ? { kind: value.kind, room } : null
}

function readAuthor(value: unknown): Author | null {
  if (!isObject(value) || !isText(value.name)) return null
  return { id: isText(value.id) ? value.id : null, name: value.name }
}

function readUser(value: unknown): User | null {
  if (!isObject(value)) return null
  const { id, username, displayName }: Json = value
  return isText(id) && isText(username) && isText(displayName) ? { id, username, displayName } : null
}
