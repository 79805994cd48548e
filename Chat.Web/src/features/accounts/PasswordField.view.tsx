import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { text } from '../../text/en'
import { IconButton } from '../../ui/Button'
import { TextField } from '../../ui/TextField'

interface PasswordFieldProps {
  value: string
  onChange: (value: string) => void
  /** Tells a password manager whether to fill in or to make one up. */
  autoComplete: 'current-password' | 'new-password'
  hint?: string
  error: string | undefined
}

export function PasswordField({ value, onChange, hint, ...rest }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <TextField
      {...rest}
      {...(hint !== undefined && { hint })}
      label={text.account.password}
      name="password"
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      after={
        <IconButton
          label={isShown ? text.account.hidePassword : text.account.showPassword}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={18} aria-hidden="true" />
        </IconButton>
      }
    />
  )
}
