import { MessagesSquare, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { AccountMenu } from '../features/accounts/AccountMenu.view'
import { CreateRoomDialog, JoinRoomDialog } from '../features/rooms/RoomDialogs.view'
import { RoomListView } from '../features/rooms/RoomList.view'
import type { Theme } from '../platform/theme'
import { text } from '../text/en'
import { IconButton } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { Logo } from '../ui/Logo'
import { useReadable } from '../ui/useReadable'
import { ConnectionBanner } from './ConnectionBanner.view'
import { RoomPage } from './RoomPage.view'
import type { Session } from './session'
import { useShortcuts } from './useShortcuts'

function NoRoom() {
  return (
    <div className="flex h-full items-center justify-center">
      <EmptyState icon={<MessagesSquare size={26} />} title={text.rooms.chooseTitle}>
        {text.rooms.choose}
      </EmptyState>
    </div>
  )
}

/** The signed-in frame: rooms on the left, one room on the right; on a phone one of the two. */
export function Shell({ session, theme, onSignOut }: { session: Session; theme: Theme; onSignOut: () => void }) {
  const [, navigate] = useLocation()
  const [isRoom, match] = useRoute('/room/:id')
  const current = isRoom ? match.id : null
  const list = useReadable(session.rooms.list)
  const unsent = useReadable(session.pending).length
  const [dialog, setDialog] = useState<'create' | 'join' | null>(null)
  const filter = useRef<HTMLInputElement>(null)
  const open = (room: string) => navigate(`/room/${room}`)
  useShortcuts({ items: list.items, current, filter, open, showList: () => navigate('/') })

  const name = list.items.find(({ id }) => id === current)?.name
  useEffect(() => {
    const place = name ? `${name} · ${text.productName}` : text.productName
    document.title = list.unread > 0 ? `(${list.unread}) ${place}` : place
  }, [name, list.unread])

  // A page has one main heading: the room's where there is one.
  const Title = current ? 'span' : 'h1'
  const create = useMemo(() => session.rooms.create(() => setDialog(null)), [session])
  const join = useMemo(() => session.rooms.join(() => setDialog(null)), [session])
  return (
    <div className="relative h-dvh bg-panel">
      {current && (
        <a href="#messages" className="absolute top-2 left-2 z-20 -translate-y-20 rounded-lg bg-accent px-4 py-2 text-white focus:translate-y-0">
          {text.skipToMessages}
        </a>
      )}
      <ConnectionBanner state={session.connection.state} unsent={unsent} onTryNow={session.connection.connectNow} />
      <main className="flex h-full">
        <div
          className={`${current ? 'hidden' : 'flex'} w-full flex-col pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] md:flex md:w-80 md:shrink-0 md:border-r md:border-line`}
        >
          <div className="flex items-center gap-2.5 px-4 py-3">
            <Logo />
            <Title className="flex-1 text-lg font-semibold tracking-tight">{text.productName}</Title>
            <IconButton label={text.rooms.create} onClick={() => setDialog('create')}>
              <Plus size={20} aria-hidden="true" />
            </IconButton>
          </div>
          <RoomListView
            list={list}
            current={current}
            filterRef={filter}
            onOpen={open}
            onCreate={() => setDialog('create')}
            onJoin={() => setDialog('join')}
            onReload={session.rooms.reload}
          />
          <AccountMenu user={session.user} theme={theme} unsent={unsent} onSignOut={onSignOut} />
        </div>
        <div className={`${current ? 'block' : 'hidden md:block'} min-w-0 flex-1 bg-canvas pt-[env(safe-area-inset-top)]`}>
          {current ? <RoomPage id={current} session={session} /> : list.items.length > 0 && <NoRoom />}
        </div>
      </main>
      {dialog === 'create' && <CreateRoomDialog form={create} onClose={() => setDialog(null)} />}
      {dialog === 'join' && <JoinRoomDialog form={join} onClose={() => setDialog(null)} />}
    </div>
  )
}
