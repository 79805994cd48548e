import type { Message, Room } from '../protocol/entities'
import type { Http } from './http'
import type { AccessTokens } from './tokens'
import type { CreateRoomRequest, FactPage, MessagePage, Negotiated, Page, SendMessageRequest } from './types'

/** Most entries that one page may hold (PG1). */
export const LARGEST_PAGE = 200

/** What a signed-in user can ask of the server. Each call fails with an ApiError. */
export interface ChatApi {
  rooms(cursor: string | null): Promise<Page<Room>>
  room(room: string): Promise<Room>
  createRoom(request: CreateRoomRequest): Promise<Room>
  joinRoom(code: string): Promise<Room>
  leaveRoom(room: string): Promise<void>
  sendMessage(room: string, request: SendMessageRequest): Promise<Message>
  /** Without `before`: the newest page. */
  messages(room: string, limit: number, before?: number): Promise<MessagePage>
  facts(room: string, after: number, limit: number): Promise<FactPage>
  negotiate(): Promise<Negotiated>
}

export function createChatApi(http: Http, tokens: AccessTokens): ChatApi {
  const get = <T>(path: string) => http.signed<T>({ method: 'GET', path }, tokens)
  const post = <T>(path: string, body?: unknown) => http.signed<T>({ method: 'POST', path, body }, tokens)
  return {
    rooms: (cursor) => get(`rooms?${query({ limit: LARGEST_PAGE, cursor })}`),
    room: (room) => get(`rooms/${room}`),
    createRoom: (request) => post('rooms', request),
    joinRoom: (code) => post('rooms/join', { code }),
    leaveRoom: (room) => post(`rooms/${room}/leave`),
    sendMessage: (room, request) => post(`rooms/${room}/messages`, request),
    messages: (room, limit, before) => get(`rooms/${room}/messages?${query({ limit, before })}`),
    facts: (room, after, limit) => get(`rooms/${room}/facts?${query({ after, limit })}`),
    negotiate: () => post('realtime/negotiate'),
  }
}

function query(values: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
}
