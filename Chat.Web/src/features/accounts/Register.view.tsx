import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'wouter'
import type { Form } from '../../forms/form.model'
import { FormFailure } from '../../forms/FormFailure'
import { text } from '../../text/en'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { useReadable } from '../../ui/useReadable'
import { AccountPage } from './AccountPage.view'
import { PasswordField } from './PasswordField.view'
import type { Registration } from './register'

export function RegisterView({ form }: { form: Form<Registration> }) {
  const { isBusy, fields, failure } = useReadable(form.state)
  const [username, setUsername] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit({ username, displayName, password })
  }
  return (
    <AccountPage title={text.account.registerTitle} lead={text.account.registerLead}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={text.account.username}
          hint={text.account.usernameHint}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          error={fields.username}
        />
        <TextField
          label={text.account.displayName}
          hint={text.account.displayNameHint}
          name="name"
          autoComplete="name"
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
          error={fields.displayName}
        />
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint={text.account.passwordHint}
          error={fields.password}
        />
        <FormFailure failure={failure} />
        <Button type="submit" look="primary" disabled={isBusy} className="h-11">
          {isBusy ? text.account.registering : text.account.register}
        </Button>
      </form>
      <p className="mt-5 text-center text-sm text-soft">
        {text.account.haveAccount}{' '}
        <Link href="/" className="font-medium text-accent-ink underline underline-offset-2">
          {text.account.signIn}
        </Link>
      </p>
    </AccountPage>
  )
}
