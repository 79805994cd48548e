import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'wouter'
import type { LoginRequest } from '../../api/types'
import type { Form } from '../../forms/form.model'
import { FormFailure } from '../../forms/FormFailure'
import { text } from '../../text/en'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { useReadable } from '../../ui/useReadable'
import { AccountPage } from './AccountPage.view'
import { PasswordField } from './PasswordField.view'

export function SignInView({ form, hasEnded }: { form: Form<LoginRequest>; hasEnded: boolean }) {
  const { isBusy, fields, failure } = useReadable(form.state)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit({ username, password })
  }
  return (
    <AccountPage title={text.account.signInTitle} lead={text.account.signInLead} notice={hasEnded ? text.account.ended : undefined}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={text.account.username}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          error={fields.username}
        />
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" error={fields.password} />
        <FormFailure failure={failure} />
        <Button type="submit" look="primary" disabled={isBusy} className="h-11">
          {isBusy ? text.account.signingIn : text.account.signIn}
        </Button>
      </form>
      <p className="mt-5 text-center text-sm text-soft">
        {text.account.noAccount}{' '}
        <Link href="/register" className="font-medium text-accent-ink underline underline-offset-2">
          {text.account.register}
        </Link>
      </p>
    </AccountPage>
  )
}
