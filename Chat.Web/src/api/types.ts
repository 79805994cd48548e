import type { Message, Room, User } from '../protocol/entities'

/** Bodies of docs/protocol.md section 2 that are not entities themselves. */

export interface Tokens {
  accessToken: string
  expiresAt: string
  user: User
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Member {
  user: User
  role: string
  joinedAt: string
}

export interface MessagePage {
  items: Message[]
  epoch: string
  headSeq: number
  hasBefore: boolean
  hasAfter: boolean
}

/** Facts as they came; `protocol/codec` reads each of them. */
export interface FactPage {
  items: unknown[]
  epoch: string
  headSeq: number
}

export interface Negotiated {
  transport: string
  protocol: string
  url: string
  expiresAt: string
}

export interface Limits {
  /** Longest message in bytes of UTF-8. */
  messageBytes: number
}

export interface RegisterRequest {
  username: string
  password: string
  displayName?: string
}

export interface LoginRequest {
  username: string
  password: string
}

export interface CreateRoomRequest {
  name: string
  code?: string
}

export interface SendMessageRequest {
  id: string
  content: string
}

export type { Room }
