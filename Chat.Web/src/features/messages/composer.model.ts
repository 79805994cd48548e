import { clearMark, setMark } from '../../store/marks'
import type { MarksStore } from '../../store/marks'
import { derive } from '../../store/derive'
import type { Readable } from '../../store/derive'

export interface Composer {
  draft: Readable<string>
  write(draft: string): void
  /** Sends the draft as it was typed and clears it. False when there is nothing to send, or too much. */
  send(): boolean
  /** Bytes of UTF-8 over the longest message; 0 or less when it fits. */
  overLimit(draft: string): number
}

export function composerModel(
  room: string,
  ports: { drafts: MarksStore; send: (room: string, content: string) => void; messageBytes: () => number },
): Composer {
  const { drafts } = ports
  const draft = derive([drafts], () => drafts.getState()[room] ?? '')
  const overLimit = (content: string) => new TextEncoder().encode(content).length - ports.messageBytes()
  return {
    draft,
    overLimit,
    write: (value) => (value ? setMark(drafts, room, value) : clearMark(drafts, room)),
    send() {
      const content = draft.getState()
      if (!content.trim() || overLimit(content) > 0) return false
      clearMark(drafts, room)
      ports.send(room, content)
      return true
    },
  }
}
