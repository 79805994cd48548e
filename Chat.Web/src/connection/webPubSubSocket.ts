import { WebPubSubClient, WebPubSubJsonProtocol } from '@azure/web-pubsub-client'
import type { OpenSocket } from './socket'

/**
 * A ping every 20 s keeps the way through proxies open. A hidden tab's timers may run only once a minute, so a socket counts as dead
 * only after more than that without any word from the server.
 */
const PING_MS = 20_000
const SILENCE_MS = 100_000

/**
 * The official client, for one connection. Its own reconnecting is off: it has no jitter, gives up after three tries, and cannot know
 * that every reconnect here also has to catch up. The default protocol of the client is the reliable one, so ours is named.
 * @param negotiate asks the server for the address of one socket; it is good for a minute and for one use (SK1)
 */
export function webPubSubSocket(negotiate: () => Promise<string>): OpenSocket {
  return (handlers) => {
    let over = false
    const client = new WebPubSubClient(
      { getClientAccessUrl: negotiate },
      {
        protocol: WebPubSubJsonProtocol(),
        autoReconnect: false,
        autoRejoinGroups: false,
        keepAliveIntervalInMs: PING_MS,
        keepAliveTimeoutInMs: SILENCE_MS,
      },
    )
    const end = () => {
      if (over) return
      over = true
      handlers.closed()
    }
    const receive = (dataType: string, data: unknown) => {
      if (!over && dataType === 'json') handlers.received(data)
    }
    // `start` resolves when the websocket opens; the service may still refuse it, so only its `connected` frame counts.
    client.on('connected', () => over || handlers.opened())
    client.on('group-message', ({ message }) => receive(message.dataType, message.data))
    client.on('server-message', ({ message }) => receive(message.dataType, message.data))
    client.on('stopped', end)
    client.start().catch(end)
    return {
      close() {
        over = true
        client.stop()
      },
    }
  }
}
