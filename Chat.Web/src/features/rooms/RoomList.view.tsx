import { MessageSquarePlus, Plus, Search } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { text } from '../../text/en'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Spinner } from '../../ui/Spinner'
import type { RoomList } from './roomList.model'
import { RoomListItemView } from './RoomListItem.view'

interface RoomListViewProps {
  list: RoomList
  current: string | null
  filterRef: RefObject<HTMLInputElement | null>
  onOpen: (room: string) => void
  onCreate: () => void
  onJoin: () => void
  onReload: () => void
}

export function RoomListView({ list, current, filterRef, onOpen, onCreate, onJoin, onReload }: RoomListViewProps) {
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLocaleLowerCase()
  const items = wanted ? list.items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)) : list.items
  const openFirst = () => {
    const first = items[0]
    if (!first) return
    onOpen(first.id)
    setQuery('')
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex gap-2 px-3 pb-2">
        <div className="relative flex-1">
          <Search size={16} aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-soft" />
          <input
            ref={filterRef}
            type="search"
            aria-label={text.rooms.filter}
            aria-keyshortcuts="Control+K"
            placeholder={text.rooms.filter}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') openFirst()
              if (event.key === 'Escape') setQuery('')
            }}
            className="tap w-full rounded-lg border border-control bg-canvas pr-2 pl-9 text-base placeholder:text-soft md:text-sm"
          />
        </div>
        <Button onClick={onJoin}>{text.rooms.join}</Button>
      </div>
      <nav aria-label={text.rooms.title} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {list.status === 'loading' && <Centered><Spinner label={text.loading} /></Centered>}
        {list.status === 'failed' && (
          <Centered>
            <p className="mb-3 text-soft">{text.rooms.listFailed}</p>
            <Button onClick={onReload}>{text.tryAgain}</Button>
          </Centered>
        )}
        {list.status === 'ready' && list.items.length === 0 && (
          <div className="flex h-full items-center justify-center">
            <EmptyState
              icon={<MessageSquarePlus size={26} />}
              title={text.rooms.emptyTitle}
              action={
                <Button look="primary" onClick={onCreate}>
                  <Plus size={16} aria-hidden="true" />
                  {text.rooms.create}
                </Button>
              }
            >
              {text.rooms.empty}
            </EmptyState>
          </div>
        )}
        {list.items.length > 0 && items.length === 0 && <Centered><p className="text-soft">{text.rooms.noMatch(query)}</p></Centered>}
        <ul className="flex flex-col gap-0.5">
          {items.map((item) => (
            <li key={item.id}>
              <RoomListItemView item={item} isCurrent={item.id === current} />
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function Centered({ children }: { children: ReactNode }) {
  return <div className="p-6 text-center text-sm">{children}</div>
}
