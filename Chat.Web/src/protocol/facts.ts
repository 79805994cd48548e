import type { Author, User } from './entities'

interface Envelope<Kind extends string, Data> {
  kind: Kind
  room: string
  epoch: string
  seq: number
  at: string
  data: Data
}

export type RoomCreated = Envelope<'room.created', { name: string; code: string; by: Author }>
export type MemberJoined = Envelope<'member.joined', { member: User; role: string }>
export type MemberLeft = Envelope<'member.left', { member: User }>
export type MessageCreated = Envelope<'message.created', { id: string; author: Author; content: string }>

/** A kind of a newer server, or one whose data we cannot read: it has no effect, but its number counts. */
export type UnknownFact = Envelope<'unknown', null>

export type Fact = RoomCreated | MemberJoined | MemberLeft | MessageCreated | UnknownFact

export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>

/** News without a number, on the user's own group: every device of the user follows. */
export type Signal = { kind: 'room.joined'; room: string } | { kind: 'room.left'; room: string }
