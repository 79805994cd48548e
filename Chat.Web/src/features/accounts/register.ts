import type { RegisterRequest } from '../../api/types'
import { Form } from '../../forms/form.model'
import { text } from '../../text/en'
import { enter } from './account.model'
import type { AccountPorts } from './account.model'

const USERNAME = /^[\p{L}\p{Nd}_\-.|^[\]{}\\`]{1,32}$/u
const SHORTEST_PASSWORD = 8

export type Registration = Required<RegisterRequest>

export function register(ports: AccountPorts): Form<Registration> {
  return new Form({
    check({ username, password }) {
      const fields: Record<string, string> = {}
      if (!USERNAME.test(username.trim())) fields.username = text.form.username
      if (password.length < SHORTEST_PASSWORD) fields.password = text.form.passwordShort
      return fields
    },
    async send({ username, password, displayName }) {
      const name = displayName.trim()
      const request = { username: username.trim(), password, ...(name && { displayName: name }) }
      enter(ports, await ports.api.register(request))
    },
    fieldOf: { 'account.username_taken': 'username' },
  })
}
