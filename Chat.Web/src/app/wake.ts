import type { Clock } from '../platform/clock'
import type { Session } from './session'

/** A backstop for the last fact of a quiet room, should the socket have lost it. */
const REFRESH_MS = 30_000
/** After this long in the background the socket may be dead without knowing. */
const ASLEEP_MS = 60_000

/** Tells the session what happens around it: the network goes and comes, the tab sleeps and wakes, time passes. */
export function watchWakes(session: () => Session | null, clock: Clock): void {
  let hiddenSince: number | null = null
  window.addEventListener('online', () => session()?.connection.networkFound())
  window.addEventListener('offline', () => session()?.connection.networkLost())
  window.addEventListener('pageshow', (event) => event.persisted && session()?.connection.connectNow())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      hiddenSince = clock.now()
      return
    }
    const wasAsleep = hiddenSince !== null && clock.now() - hiddenSince > ASLEEP_MS
    hiddenSince = null
    if (wasAsleep) session()?.connection.connectNow()
    else session()?.refresh()
  })
  const tick = () => {
    if (document.visibilityState === 'visible') session()?.refresh()
    clock.after(REFRESH_MS, tick)
  }
  clock.after(REFRESH_MS, tick)
}
