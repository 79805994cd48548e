import type { RoomsStore } from '../../store/rooms'
import { setMark } from '../../store/marks'
import type { MarksStore } from '../../store/marks'

/** How far each room was read on this device. A room seen for the first time counts as read, so that joining one does not shout. */
export function followReadMarks(rooms: RoomsStore, reads: MarksStore): () => void {
  return rooms.subscribe(({ byId }) => {
    for (const room of Object.values(byId)) {
      const mark = reads.getState()[room.id]
      // A mark beyond the head is of a history that the server has lost.
      if (mark === undefined || Number(mark) > room.headSeq) setMark(reads, room.id, String(room.headSeq))
    }
  })
}

export function markRead(reads: MarksStore, room: string, seq: number): void {
  if (seq > Number(reads.getState()[room] ?? 0)) setMark(reads, room, String(seq))
}
