import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Readable } from '../../store/derive'
import { text } from '../../text/en'
import { Button } from '../../ui/Button'
import { Spinner } from '../../ui/Spinner'
import { useReadable } from '../../ui/useReadable'
import { MessageRow } from './MessageRow.view'
import type { Timeline } from './timeline.model'
import { END_PX, useStickyEnd } from './useStickyEnd'

/** History is asked for this far before its beginning is reached, so that reading up rarely waits. */
const AHEAD_PX = 1_000
/** Heights before a row was measured: one line, and the extra of a group's first. */
const LINE_PX = 28
const GROUP_PX = 34

export interface TimelineViewProps {
  model: Readable<Timeline>
  label: string
  /** Stands before the first message of the room. */
  beginning: ReactNode
  onReadHistory: () => void
  onReload: () => void
  onRead: (newest: number) => void
  onRetry: (id: string) => void
  onDiscard: (id: string) => void
}

export function TimelineView({ model, label, beginning, ...on }: TimelineViewProps) {
  const { rows, status, hasBefore, history, newest } = useReadable(model)
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => LINE_PX + (rows[index]?.isFirst ? GROUP_PX : 0),
    anchorTo: 'end',
    scrollEndThreshold: END_PX,
    overscan: 10,
  })
  const end = useStickyEnd(rows, virtualizer)

  const { onReadHistory, onRead } = on
  const readAhead = () => {
    if (hasBefore && history === 'idle' && (scroller.current?.scrollTop ?? Infinity) < AHEAD_PX) onReadHistory()
  }
  useEffect(readAhead, [hasBefore, history, rows.length, onReadHistory])
  useEffect(() => {
    const read = () => end.isAtEnd && document.visibilityState === 'visible' && onRead(newest)
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [end.isAtEnd, newest, onRead])

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        id="messages"
        role="region"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          end.onScroll(event.currentTarget)
          readAhead()
        }}
        className="flex h-full flex-col overflow-x-hidden overflow-y-auto overscroll-contain pb-3 -outline-offset-2 [overflow-anchor:none]"
      >
        {status === 'loading' && rows.length === 0 && <Notice><Spinner label={text.loading} /></Notice>}
        {status === 'failed' && (
          <Notice>
            <p className="mb-3">{text.messages.newestFailed}</p>
            <Button onClick={on.onReload}>{text.tryAgain}</Button>
          </Notice>
        )}
        {history === 'failed' && (
          <Notice>
            <p className="mb-3">{text.messages.historyFailed}</p>
            <Button onClick={onReadHistory}>{text.tryAgain}</Button>
          </Notice>
        )}
        {status === 'ready' && !hasBefore && <div className="mt-auto">{beginning}</div>}
        <ol className="relative w-full shrink-0 not-first:mt-0 first:mt-auto" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            return row ? (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={hasBefore ? -1 : rows.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <MessageRow row={row} onRetry={on.onRetry} onDiscard={on.onDiscard} />
              </li>
            ) : null
          })}
        </ol>
      </div>
      {history === 'loading' && (
        <div className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
          <span className="rounded-full bg-raised px-3 py-1 shadow-float">
            <Spinner label={text.messages.historyLoading} />
          </span>
        </div>
      )}
      {!end.isAtEnd && <JumpToNewest count={end.newCount} onJump={end.jump} />}
    </div>
  )
}

function JumpToNewest({ count, onJump }: { count: number; onJump: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button
        look={count > 0 ? 'primary' : 'quiet'}
        onClick={onJump}
        className="pointer-events-auto animate-rise rounded-full border border-line px-4 shadow-float"
      >
        <ArrowDown size={16} aria-hidden="true" />
        {count > 0 ? text.messages.newMessages(count) : text.messages.jump}
      </Button>
    </div>
  )
}

function Notice({ children }: { children: ReactNode }) {
  return <div className="m-auto p-4 text-center text-sm text-soft">{children}</div>
}
