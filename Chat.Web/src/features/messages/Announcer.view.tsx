import { useReadable } from '../../ui/useReadable'
import type { Readable } from '../../store/derive'
import type { Announcement } from './announcements'

export function Announcer({ source }: { source: Readable<readonly Announcement[]> }) {
  const announcements = useReadable(source)
  return (
    <div aria-live="polite" aria-relevant="additions" data-testid="announcer" className="sr-only">
      {announcements.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  )
}
