import { useLayoutEffect, useRef, useState } from 'react'
import type { Virtualizer } from '@tanstack/react-virtual'
import type { TimelineRow } from './timelineRows'

/** Within this many pixels of the end one reads along, and the list follows. */
export const END_PX = 80

/**
 * Keeps the end of the timeline in view while the reader is there, and brings it back for a message of one's own. Anchoring while one
 * reads further up is the virtualizer's.
 */
export function useStickyEnd(rows: readonly TimelineRow[], virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>) {
  const isFollowing = useRef(true)
  const [isAtEnd, setAtEnd] = useState(true)
  /** The last row that was in view at the end; what came after it is new. */
  const [seen, setSeen] = useState<string | undefined>(undefined)
  const last = rows.at(-1)
  const lastKey = last?.key
  const isOwnUnsent = last?.isOwn === true && last.delivery !== 'sent'

  useLayoutEffect(() => {
    if (isOwnUnsent) isFollowing.current = true
    if (isFollowing.current && rows.length > 0) virtualizer.scrollToEnd()
  }, [rows.length, lastKey, isOwnUnsent, virtualizer])

  const isReadingAlong = isAtEnd && lastKey !== seen
  if (isReadingAlong) setSeen(lastKey)
  const firstNew = rows.findLastIndex(({ key }) => key === seen) + 1
  const newCount = isAtEnd ? 0 : rows.slice(firstNew).filter(({ isOwn }) => !isOwn).length

  return {
    isAtEnd,
    newCount,
    onScroll({ scrollHeight, scrollTop, clientHeight }: HTMLElement) {
      // Measured here: the virtualizer hears of a scroll only after React does.
      const isNear = scrollHeight - scrollTop - clientHeight <= END_PX
      isFollowing.current = isNear
      setAtEnd(isNear)
    },
    jump() {
      isFollowing.current = true
      virtualizer.scrollToEnd()
      setAtEnd(true)
    },
  }
}
