import type { ButtonHTMLAttributes, Ref } from 'react'

const LOOKS = {
  primary: 'bg-accent text-white hover:bg-accent-strong',
  quiet: 'bg-hover text-ink hover:bg-line',
  plain: 'text-soft hover:bg-hover hover:text-ink',
  danger: 'bg-danger-fill text-white hover:opacity-90',
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  look?: keyof typeof LOOKS
  type?: 'button' | 'submit'
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'quiet', type = 'button', className = '', ...rest }: ButtonProps) {
  const shape = 'tap inline-flex items-center justify-center gap-1.5 rounded-lg px-3 text-sm font-medium transition-colors disabled:opacity-60'
  // oxlint-disable-next-line react/button-has-type -- typed above
  return <button type={type} className={`${shape} ${LOOKS[look]} ${className}`} {...rest} />
}

interface IconButtonProps extends ButtonProps {
  /** What it does, for people who do not see the icon; shown as a tip too. */
  label: string
}

export function IconButton({ label, className = '', look = 'plain', ...rest }: IconButtonProps) {
  return <Button look={look} aria-label={label} title={label} className={`px-0 ${className}`} {...rest} />
}
