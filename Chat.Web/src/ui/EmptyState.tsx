import type { ReactNode } from 'react'

export function EmptyState({ icon, title, children, action }: { icon: ReactNode; title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex max-w-sm animate-fade flex-col items-center gap-2 p-6 text-center">
      <span aria-hidden="true" className="mb-1 flex size-14 items-center justify-center rounded-2xl bg-accent-soft text-accent-ink">
        {icon}
      </span>
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      <div className="text-soft text-pretty">{children}</div>
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
