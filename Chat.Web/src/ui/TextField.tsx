import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode } from 'react'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: string
  error?: string | undefined
  /** Stands inside the field, at its end. */
  after?: ReactNode
}

export function TextField({ label, hint, error, after, ...input }: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          className={`h-11 w-full rounded-lg border bg-canvas px-3 text-base placeholder:text-soft ${after ? 'pr-12' : ''} ${error ? 'border-danger' : 'border-control'}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...input}
        />
        {after && <div className="absolute inset-y-0 right-0 flex items-center">{after}</div>}
      </div>
      {note && (
        <p id={`${id}-note`} className={`text-[0.8125rem] ${error ? 'text-danger' : 'text-soft'}`}>
          {note}
        </p>
      )}
    </div>
  )
}
