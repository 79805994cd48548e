import { Link } from 'wouter'
import { text } from '../../text/en'
import { fullTimeOf, shortTimeOf } from '../../text/time'
import { Avatar } from '../../ui/Avatar'
import type { RoomListItem } from './roomList.model'

export function RoomListItemView({ item, isCurrent }: { item: RoomListItem; isCurrent: boolean }) {
  return (
    <Link
      href={`/room/${item.id}`}
      aria-current={isCurrent ? 'page' : undefined}
      className={`flex items-center gap-3 rounded-xl px-2.5 py-2 transition-colors ${isCurrent ? 'bg-accent-soft' : 'hover:bg-hover'}`}
    >
      <Avatar name={item.name} seed={item.id} of="room" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={`truncate ${item.isUnread ? 'font-semibold' : 'font-medium'}`}>{item.name}</span>
          <time dateTime={item.at} title={fullTimeOf(item.at)} className="ml-auto shrink-0 text-xs text-soft">
            {shortTimeOf(item.at)}
          </time>
        </span>
        <span className="flex items-center gap-2">
          <Preview item={item} />
          {item.isUnread && (
            <span className="ml-auto size-2.5 shrink-0 rounded-full bg-accent-ink">
              <span className="sr-only">{text.rooms.unread}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  )
}

function Preview({ item }: { item: RoomListItem }) {
  const look = `min-w-0 truncate text-[0.8125rem] ${item.isUnread ? 'text-ink' : 'text-soft'}`
  if (item.draft !== null) {
    return (
      <span className={look}>
        <span className="font-medium text-danger">{text.rooms.draft}</span> {item.draft}
      </span>
    )
  }
  if (!item.previewBy) return <span className={look}>{text.rooms.noMessages}</span>
  const author = 'you' in item.previewBy ? text.rooms.you : item.previewBy.name
  return (
    <span className={look}>
      {author}: {item.preview}
    </span>
  )
}
