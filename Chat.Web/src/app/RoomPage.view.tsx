import { DoorOpen } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Announcer } from '../features/messages/Announcer.view'
import { ComposerView } from '../features/messages/Composer.view'
import { RoomBeginning } from '../features/messages/RoomBeginning.view'
import { TimelineView } from '../features/messages/Timeline.view'
import { LeaveRoomDialog } from '../features/rooms/RoomDialogs.view'
import { RoomHeader } from '../features/rooms/RoomHeader.view'
import type { Room } from '../protocol/entities'
import { text } from '../text/en'
import { EmptyState } from '../ui/EmptyState'
import { Spinner } from '../ui/Spinner'
import { useReadable } from '../ui/useReadable'
import type { Session } from './session'

export function RoomPage({ id, session }: { id: string; session: Session }) {
  const { byId, loaded } = useReadable(session.rooms.all)
  const room = byId[id]
  if (room) return <OpenRoom key={id} room={room} session={session} />
  return (
    <div className="flex h-full items-center justify-center">
      {loaded ? (
        <EmptyState
          icon={<DoorOpen size={26} />}
          title={text.rooms.goneTitle}
          action={
            <Link href="/" className="font-medium text-accent-ink underline underline-offset-2">
              {text.rooms.back}
            </Link>
          }
        >
          {text.rooms.gone}
        </EmptyState>
      ) : (
        <Spinner label={text.loading} />
      )}
    </div>
  )
}

function OpenRoom({ room, session }: { room: Room; session: Session }) {
  const { id } = room
  const { messages, rooms } = session
  const [, navigate] = useLocation()
  const [isLeaving, setLeaving] = useState(false)
  const timeline = useMemo(() => messages.timeline(id), [messages, id])
  const composer = useMemo(() => messages.composer(id), [messages, id])
  const leave = useMemo(() => rooms.leave(), [rooms])
  const announcements = useMemo(() => messages.announcements(id), [messages, id])
  const readHistory = useCallback(() => messages.readHistory(id), [messages, id])
  const read = useCallback((newest: number) => rooms.markRead(id, newest), [rooms, id])
  useEffect(() => messages.open(id), [messages, id])
  useEffect(() => announcements.listen(), [announcements])
  return (
    <div className="flex h-full flex-col">
      <RoomHeader room={room} onBack={() => navigate('/')} onLeave={() => setLeaving(true)} />
      <TimelineView
        model={timeline}
        label={text.messages.list(room.name)}
        beginning={<RoomBeginning name={room.name} code={room.code} />}
        onReadHistory={readHistory}
        onReload={() => messages.open(id)}
        onRead={read}
        onRetry={messages.retry}
        onDiscard={messages.discard}
      />
      <ComposerView model={composer} label={text.messages.composer(room.name)} />
      <Announcer source={announcements.state} />
      {isLeaving && <LeaveRoomDialog form={leave} room={room} onClose={() => setLeaving(false)} />}
    </div>
  )
}
