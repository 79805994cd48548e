import type { ChatApi } from '../../api/chatApi'
import { Form } from '../../forms/form.model'
import type { Room } from '../../protocol/entities'
import { text } from '../../text/en'
import { isRoomCode } from './roomCode'

export interface CreateRoomPorts {
  api: ChatApi
  /** The user is in the room now; show it. */
  entered: (room: Room) => void
}

export function createRoom({ api, entered }: CreateRoomPorts): Form<{ name: string; code: string }> {
  return new Form({
    check({ name, code }) {
      const fields: Record<string, string> = {}
      if (!name.trim()) fields.name = text.form.required
      if (code.trim() && !isRoomCode(code.trim())) fields.code = text.form.code
      return fields
    },
    async send({ name, code }) {
      entered(await api.createRoom({ name: name.trim(), ...(code.trim() && { code: code.trim() }) }))
    },
    fieldOf: { 'room.code_taken': 'code' },
  })
}
