import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ConnectionState } from '../connection/connection'
import type { Readable } from '../store/derive'
import { text } from '../text/en'
import { Button } from '../ui/Button'
import { Spinner } from '../ui/Spinner'
import { useReadable } from '../ui/useReadable'

/** Shorter breaks are nobody's business. */
const GRACE_MS = 1_000

interface ConnectionBannerProps {
  state: Readable<ConnectionState>
  unsent: number
  onTryNow: () => void
}

export function ConnectionBanner({ state, unsent, onTryNow }: ConnectionBannerProps) {
  const connection = useReadable(state)
  const isDown = connection.is !== 'open' && connection.is !== 'stopped'
  const isShown = useLasting(isDown)
  return (
    <div className="pointer-events-none absolute inset-x-0 top-16 z-10 flex justify-center px-3 md:left-80" role="status">
      {isShown && (
        <div
          data-testid="connection"
          className="pointer-events-auto flex animate-rise items-center gap-3 rounded-2xl border border-line bg-notice-soft px-4 py-2 text-sm text-notice shadow-float"
        >
          <Words connection={connection} unsent={unsent} />
          {connection.is === 'waiting' && <Button onClick={onTryNow}>{text.connection.tryNow}</Button>}
        </div>
      )}
    </div>
  )
}

function Words({ connection, unsent }: { connection: ConnectionState; unsent: number }) {
  switch (connection.is) {
    case 'offline':
      return (
        <span className="flex items-center gap-2">
          <WifiOff size={16} aria-hidden="true" />
          {text.connection.offline} {text.connection.queued(unsent)}
        </span>
      )
    case 'waiting':
      return <Countdown until={connection.until} />
    default:
      return <Spinner label={text.connection.connecting} />
  }
}

/** Seen, it counts; read out, it says once what is the matter. */
function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      <span aria-hidden="true" className="tabular-nums">
        {text.connection.reconnecting(Math.ceil((until - now) / 1000))}
      </span>
      <span className="sr-only">{text.connection.reconnecting(0)}</span>
    </>
  )
}

function useLasting(isDown: boolean): boolean {
  const [isLasting, setLasting] = useState(false)
  useEffect(() => {
    if (!isDown) return undefined
    const timer = setTimeout(() => setLasting(true), GRACE_MS)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [isDown])
  return isDown && isLasting
}
