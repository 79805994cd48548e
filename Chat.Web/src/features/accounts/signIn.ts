import type { LoginRequest } from '../../api/types'
import { Form } from '../../forms/form.model'
import { text } from '../../text/en'
import { enter } from './account.model'
import type { AccountPorts } from './account.model'

export function signIn(ports: AccountPorts): Form<LoginRequest> {
  return new Form({
    check({ username, password }) {
      const fields: Record<string, string> = {}
      if (!username.trim()) fields.username = text.form.required
      if (!password) fields.password = text.form.required
      return fields
    },
    async send({ username, password }) {
      enter(ports, await ports.api.login({ username: username.trim(), password }))
    },
  })
}
