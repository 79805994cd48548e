import { LoaderCircle } from 'lucide-react'

export function Spinner({ label }: { label: string }) {
  return (
    <span role="status" className="inline-flex items-center gap-2 text-sm text-soft">
      <LoaderCircle size={16} aria-hidden="true" className="animate-spin" />
      {label}
    </span>
  )
}
