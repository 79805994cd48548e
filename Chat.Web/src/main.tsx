import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { navigate } from 'wouter/use-browser-location'
import { App } from './app/App.view'
import { createChat } from './app/chat'
import { watchWakes } from './app/wake'
import { webPubSubSocket } from './connection/webPubSubSocket'
import { SESSION_KEY } from './features/accounts/account.model'
import { systemClock } from './platform/clock'
import { newId } from './platform/ids'
import { browserKeyValue } from './platform/keyValue'
import { createTheme } from './platform/theme'
import { openPendingStorage } from './store/db'
import './styles.css'

/** The only file that knows everything: it takes what the browser has and builds the client from it. */
async function start(root: HTMLElement): Promise<void> {
  const keyValue = browserKeyValue()
  const chat = createChat({
    fetch: (url, init) => fetch(url, init),
    socket: webPubSubSocket,
    storage: await openPendingStorage(),
    keyValue,
    clock: systemClock,
    random: Math.random,
    newId,
    isOnline: () => navigator.onLine,
    showRoom: (room) => navigate(`/room/${room}`),
  })
  watchWakes(() => chat.session.getState(), systemClock)
  // Another tab signed in, out, or in as somebody else; the refresh cookie is shared, so this tab follows.
  window.addEventListener('storage', (event) => event.key === SESSION_KEY && chat.restore())
  createRoot(root).render(
    <StrictMode>
      <App chat={chat} theme={createTheme(keyValue, document.documentElement)} />
    </StrictMode>,
  )
  chat.restore()
}

const root = document.getElementById('root')
if (root) void start(root)
