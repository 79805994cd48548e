import { ArrowLeft, LogOut } from 'lucide-react'
import type { Room } from '../../protocol/entities'
import { text } from '../../text/en'
import { Avatar } from '../../ui/Avatar'
import { IconButton } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'

export function RoomHeader({ room, onBack, onLeave }: { room: Room; onBack: () => void; onLeave: () => void }) {
  return (
    <header className="flex items-center gap-3 border-b border-line px-2 py-2 md:px-4">
      <IconButton label={text.rooms.back} onClick={onBack} className="md:hidden">
        <ArrowLeft size={20} aria-hidden="true" />
      </IconButton>
      <Avatar name={room.name} seed={room.id} of="room" />
      <div className="min-w-0 flex-1">
        <h1 className="truncate leading-tight font-semibold">{room.name}</h1>
        <p className="truncate text-[0.8125rem] leading-tight text-soft">{text.rooms.members(room.memberCount)}</p>
      </div>
      <CopyButton value={room.code} label={text.rooms.copyCode(room.code)} done={text.copied}>
        <span className="hidden sm:inline">{text.rooms.code}</span>
        <code className="hidden max-w-40 truncate rounded bg-hover px-1.5 py-0.5 font-mono text-ink sm:inline">{room.code}</code>
      </CopyButton>
      <IconButton label={text.rooms.leave} onClick={onLeave}>
        <LogOut size={18} aria-hidden="true" />
      </IconButton>
    </header>
  )
}
