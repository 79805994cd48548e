import type { Fetch } from '../api/http'
import type { OpenSocket } from '../connection/socket'
import type { FakeServer } from './fakeServer'

/** What is on its way: the test decides when, and whether, it arrives. */
interface Parcel {
  deliver: () => void
  lose: () => void
}

/** A network between one client and the fake server that is turned by hand: every request, answer and socket message waits in it. */
export class FakeNetwork {
  #parcels: Parcel[] = []
  #sockets = new Set<() => void>()
  isUp = true
  readonly #server: FakeServer

  constructor(server: FakeServer) {
    this.#server = server
  }

  get waiting(): number {
    return this.#parcels.length
  }

  fetch: Fetch = (url, init) =>
    new Promise((resolve, reject) => {
      const lose = () => reject(new TypeError('network'))
      this.#post(lose, () => {
        const token = new Headers(init.headers).get('Authorization')?.slice('Bearer '.length) ?? null
        const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
        const path = url.slice('/api/v1/'.length)
        const answer = this.#server.handle({ method: init.method ?? 'GET', path, body, token })
        const text = answer.body === undefined ? null : JSON.stringify(answer.body)
        this.#post(lose, () => resolve(new Response(text, { status: answer.status })))
      })
    })

  openSocket =
    (user: string): OpenSocket =>
    (handlers) => {
      let disconnect = () => {}
      const close = () => {
        disconnect()
        this.#sockets.delete(closed)
      }
      const closed = () => {
        close()
        handlers.closed()
      }
      this.#sockets.add(closed)
      const whileOpen = (run: () => void) => () => void (this.#sockets.has(closed) && run())
      this.#post(whileOpen(closed), whileOpen(() => {
        const receive = (data: unknown) => this.#post(() => {}, whileOpen(() => handlers.received(structuredClone(data))))
        const stop = this.#server.connect(user, receive)
        disconnect = () => stop()
        handlers.opened()
      }))
      return { close }
    }

  /** Delivers what waits at `index`; by default the first. */
  deliver(index = 0): void {
    this.#parcels.splice(index, 1)[0]?.deliver()
  }

  lose(index = 0): void {
    this.#parcels.splice(index, 1)[0]?.lose()
  }

  /** Delivers what waits at `index`, and leaves it to be delivered again. */
  repeat(index = 0): void {
    this.#parcels[index]?.deliver()
  }

  breakSockets(): void {
    for (const close of this.#sockets) close()
  }

  #post(lose: () => void, deliver: () => void): void {
    if (this.isUp) this.#parcels.push({ deliver, lose })
    else queueMicrotask(lose)
  }
}
