import { Check, CircleAlert, Clock, LoaderCircle } from 'lucide-react'
import { memo } from 'react'
import { sameFields } from '../../store/derive'
import { text } from '../../text/en'
import { errorText } from '../../text/errorText'
import { dayOf, fullTimeOf, timeOf } from '../../text/time'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { MessageText } from './MessageText.view'
import type { TimelineRow } from './timelineRows'

interface MessageRowProps {
  row: TimelineRow
  onRetry: (id: string) => void
  onDiscard: (id: string) => void
}

const sameRow = (a: MessageRowProps, b: MessageRowProps) =>
  sameFields({ ...a.row, author: null }, { ...b.row, author: null }) && a.row.author.name === b.row.author.name

export const MessageRow = memo(function MessageRow({ row, onRetry, onDiscard }: MessageRowProps) {
  return (
    <div data-message={row.key} data-state={row.delivery} className={row.isFirst ? 'pt-3' : ''}>
      {row.isNewDay && <DaySeparator at={row.at} />}
      <article className="group relative flex gap-3 px-3 py-0.5 hover:bg-hover/60 md:px-5">
        <div className="w-10 shrink-0 text-center">
          {row.isFirst ? (
            <Avatar name={row.author.name} seed={row.author.id ?? row.author.name} of="person" />
          ) : (
            <time
              dateTime={row.at}
              title={fullTimeOf(row.at)}
              className="text-[0.6875rem] leading-6 text-soft opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
            >
              {timeOf(row.at)}
            </time>
          )}
        </div>
        <div className="min-w-0 flex-1">
          <h3 className={row.isFirst ? 'flex items-baseline gap-2 leading-snug' : 'sr-only'}>
            <span className="truncate font-semibold">{row.author.name}</span>
            <time dateTime={row.at} title={fullTimeOf(row.at)} className="shrink-0 text-xs font-normal text-soft">
              {timeOf(row.at)}
            </time>
          </h3>
          <div className={row.delivery === 'sent' ? '' : 'text-soft'}>
            <MessageText content={row.content} />
          </div>
          {row.failure && <Failure row={row} failure={row.failure} onRetry={onRetry} onDiscard={onDiscard} />}
        </div>
        <div className="flex w-5 shrink-0 items-end justify-end pb-1">{row.isOwn && <DeliveryMark delivery={row.delivery} />}</div>
      </article>
    </div>
  )
}, sameRow)

function DaySeparator({ at }: { at: string }) {
  return (
    <div className="flex items-center gap-3 px-5 py-3">
      <span className="h-px flex-1 bg-line" />
      <h2 className="text-xs font-medium text-soft">{dayOf(at)}</h2>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}

/** All marks take the same room, so nothing moves when one replaces another. */
function DeliveryMark({ delivery }: Pick<TimelineRow, 'delivery'>) {
  switch (delivery) {
    case 'sent':
      return <Check size={14} aria-hidden="true" className="text-soft opacity-0 transition-opacity group-hover:opacity-100" />
    case 'sending':
      return <LoaderCircle size={14} role="img" aria-label={text.messages.sending} className="animate-spin text-soft" />
    case 'waiting':
      return <Clock size={14} role="img" aria-label={text.messages.waiting} className="text-soft" />
    case 'failed':
      return <CircleAlert size={14} aria-hidden="true" className="text-danger" />
  }
}

function Failure({ row, failure, onRetry, onDiscard }: MessageRowProps & { failure: NonNullable<TimelineRow['failure']> }) {
  return (
    <div className="my-1 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-danger-soft px-3 py-1.5 text-sm text-danger">
      <span className="flex-1 basis-48">
        <strong className="font-semibold">{text.messages.failed}</strong> {errorText(failure.code)}
      </span>
      <Button onClick={() => onRetry(row.key)}>{text.messages.retry}</Button>
      <Button look="plain" onClick={() => onDiscard(row.key)}>
        {text.messages.discard}
      </Button>
    </div>
  )
}
