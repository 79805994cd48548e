import type { ChatApi } from '../../api/chatApi'
import { Form } from '../../forms/form.model'

export function leaveRoom({ api, left }: { api: ChatApi; left: (room: string) => void }): Form<{ room: string }> {
  return new Form({
    check: () => ({}),
    async send({ room }) {
      await api.leaveRoom(room)
      left(room)
    },
  })
}
