import type { ChatApi } from '../../api/chatApi'
import { Form } from '../../forms/form.model'
import type { Room } from '../../protocol/entities'
import { text } from '../../text/en'
import { isRoomCode } from './roomCode'

export interface JoinRoomPorts {
  api: ChatApi
  /** The user is in the room now; show it. */
  entered: (room: Room) => void
}

export function joinRoom({ api, entered }: JoinRoomPorts): Form<{ code: string }> {
  return new Form({
    check: ({ code }): Record<string, string> => (isRoomCode(code.trim()) ? {} : { code: text.form.code }),
    async send({ code }) {
      entered(await api.joinRoom(code.trim()))
    },
    fieldOf: { 'room.not_found': 'code', 'room.full': 'code' },
  })
}
