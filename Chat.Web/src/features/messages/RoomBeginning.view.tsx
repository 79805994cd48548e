import { Hash } from 'lucide-react'
import { text } from '../../text/en'
import { CopyButton } from '../../ui/CopyButton'

/** The first thing in a room: what to do in it, and how others come in. */
export function RoomBeginning({ name, code }: { name: string; code: string }) {
  return (
    <div className="flex flex-col items-start gap-1 px-5 pt-8 pb-2">
      <span aria-hidden="true" className="mb-2 flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-accent-ink">
        <Hash size={24} />
      </span>
      <h2 className="text-xl font-semibold text-balance break-words">{text.messages.startTitle(name)}</h2>
      <p className="text-soft">{text.messages.startText}</p>
      <div className="-ml-2">
        <CopyButton value={code} label={text.rooms.copyCode(code)} done={text.copied}>
          <code className="truncate rounded bg-hover px-2 py-1 font-mono text-ink">{code}</code>
        </CopyButton>
      </div>
    </div>
  )
}
