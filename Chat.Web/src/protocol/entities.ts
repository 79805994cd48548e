/** What the server speaks of, as docs/protocol.md section 2 writes it. Ids are UUIDs, times RFC 3339 in UTC. */

export interface User {
  id: string
  username: string
  displayName: string
}

export interface Author {
  /** null for a guest of a plain socket. */
  id: string | null
  name: string
}

export interface Message {
  /** Made by the client that wrote it; the message's id for life (MS1). */
  id: string
  room: string
  seq: number
  author: Author
  content: string
  at: string
}

export interface Room {
  id: string
  code: string
  name: string
  role: string
  memberCount: number
  /** Changes when the server lost or restored history; positions of another epoch mean nothing. */
  epoch: string
  headSeq: number
  createdAt: string
  lastMessage: Message | null
}

/** Up to where a client holds everything of a room. */
export interface Position {
  epoch: string
  seq: number
}
