import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

const SHOWN_MS = 1_600

/** Copies a text and says so. Where the browser forbids the clipboard, the text beside it can still be selected. */
export function CopyButton({ value, label, done, children }: { value: string; label: string; done: string; children: ReactNode }) {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return undefined
    const timer = setTimeout(() => setDone(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isDone])
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setDone(true),
      () => setDone(false),
    )
  }
  const Icon = isDone ? Check : Copy
  return (
    <button
      type="button"
      onClick={copy}
      title={label}
      aria-label={label}
      className="tap inline-flex max-w-full items-center gap-1.5 rounded-lg px-2 text-[0.8125rem] text-soft transition-colors hover:bg-hover hover:text-ink"
    >
      {children}
      <Icon size={14} aria-hidden="true" className="shrink-0" />
      <span role="status" className="sr-only">
        {isDone ? done : ''}
      </span>
    </button>
  )
}
