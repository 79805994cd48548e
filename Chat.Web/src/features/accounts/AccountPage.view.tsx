import type { ReactNode } from 'react'
import { text } from '../../text/en'
import { Logo } from '../../ui/Logo'

/** The frame of signing in and registering. */
export function AccountPage({ title, lead, notice, children }: { title: string; lead: string; notice?: string | undefined; children: ReactNode }) {
  return (
    <main className="flex h-dvh justify-center overflow-y-auto bg-panel px-4 py-8">
      <div className="my-auto flex w-full max-w-sm animate-fade flex-col gap-5">
        <div className="flex items-center gap-2.5 text-lg font-semibold">
          <Logo />
          {text.productName}
        </div>
        <div className="rounded-2xl border border-line bg-raised p-6 shadow-float">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          <p className="mt-1 mb-5 text-soft">{lead}</p>
          {notice && (
            <p role="status" className="mb-5 rounded-lg bg-notice-soft px-3 py-2 text-sm text-notice">
              {notice}
            </p>
          )}
          {children}
        </div>
      </div>
    </main>
  )
}
