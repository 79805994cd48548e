import type { Room, User } from '../../protocol/entities'
import { derive, sameFields } from '../../store/derive'
import type { Readable } from '../../store/derive'
import type { MarksStore } from '../../store/marks'
import type { RoomsState, RoomsStore } from '../../store/rooms'

export interface RoomListItem {
  id: string
  name: string
  /** Who wrote the last message, `you` for oneself; null when there is none. */
  previewBy: { you: true } | { name: string } | null
  preview: string
  /** Of the last activity, RFC 3339. */
  at: string
  isUnread: boolean
  draft: string | null
}

export interface RoomList {
  items: readonly RoomListItem[]
  status: 'loading' | 'ready' | 'failed'
  unread: number
}

export function roomListModel(ports: { user: User; rooms: RoomsStore; reads: MarksStore; drafts: MarksStore }): Readable<RoomList> {
  const { rooms, reads, drafts } = ports
  return derive([rooms, reads, drafts], () => {
    const items = Object.values(rooms.getState().byId)
      .map((room) => itemOf(room, ports.user, reads.getState()[room.id], drafts.getState()[room.id]))
      .sort((a, b) => (a.at === b.at ? a.name.localeCompare(b.name) : a.at < b.at ? 1 : -1))
    return { items, status: statusOf(rooms.getState()), unread: items.filter(({ isUnread }) => isUnread).length }
  }, sameList)
}

function itemOf(room: Room, user: User, mark: string | undefined, draft: string | undefined): RoomListItem {
  const last = room.lastMessage
  const isOwn = last?.author.id === user.id
  return {
    id: room.id,
    name: room.name,
    previewBy: last ? (isOwn ? { you: true } : { name: last.author.name }) : null,
    preview: last?.content ?? '',
    at: last?.at ?? room.createdAt,
    isUnread: last !== null && !isOwn && mark !== undefined && last.seq > Number(mark),
    draft: draft?.trim() ? draft : null,
  }
}

function statusOf({ loaded, failure }: RoomsState): RoomList['status'] {
  if (loaded) return 'ready'
  return failure ? 'failed' : 'loading'
}

function sameList(a: RoomList, b: RoomList): boolean {
  const isSameItem = (item: RoomListItem, index: number) => {
    const other = b.items[index]
    return other !== undefined && sameFields({ ...item, previewBy: null }, { ...other, previewBy: null })
  }
  return a.status === b.status && a.unread === b.unread && a.items.length === b.items.length && a.items.every(isSameItem)
}
