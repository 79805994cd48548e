import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Clock } from '../platform/clock'
import { backoffDelay } from './backoff'
import type { BackoffPolicy } from './backoff'
import type { OpenSocket, Socket } from './socket'

export type ConnectionState =
  | { is: 'stopped' }
  | { is: 'connecting' }
  | { is: 'open' }
  /** `until`: when the next attempt starts, on the clock. */
  | { is: 'waiting'; until: number }
  /** The browser says that there is no network; trying would be noise. */
  | { is: 'offline' }

export const RECONNECT: BackoffPolicy = { firstMs: 1_000, longestMs: 30_000 }
/** An attempt that has not come up by then has failed; some networks swallow packets without a word. */
const OPEN_WITHIN_MS = 15_000
/** A socket that was up this long and then closed is not a server that refuses us, so the first retry is quick. */
const STEADY_MS = 10_000

export interface ConnectionPorts {
  open: OpenSocket
  clock: Clock
  random: () => number
  isOnline: () => boolean
  opened: () => void
  received: (data: unknown) => void
}

/** Keeps one socket open: connecting, reconnecting with jittered back-off, and a stop while the device is offline. */
export class Connection {
  readonly state: StoreApi<ConnectionState> = createStore<ConnectionState>(() => ({ is: 'stopped' }))
  readonly #ports: ConnectionPorts
  #socket: Socket | null = null
  #failures = 0
  #openedAt = 0
  #cancelTimer = () => {}

  constructor(ports: ConnectionPorts) {
    this.#ports = ports
  }

  /** Opens a new socket now, in place of whatever was there: at start, on "Try now", when the network comes back, when a tab wakes. */
  connectNow = (): void => {
    this.#drop()
    if (!this.#ports.isOnline()) return this.#set({ is: 'offline' })
    this.#set({ is: 'connecting' })
    const socket = this.#ports.open({
      opened: () => this.#opened(),
      received: (data) => this.#ports.received(data),
      closed: () => this.#closed(socket),
    })
    this.#socket = socket
    this.#cancelTimer = this.#ports.clock.after(OPEN_WITHIN_MS, () => this.#closed(socket))
  }

  networkLost = (): void => {
    if (this.state.getState().is === 'stopped') return
    this.#drop()
    this.#set({ is: 'offline' })
  }

  networkFound = (): void => {
    if (this.state.getState().is === 'offline') this.connectNow()
  }

  stop = (): void => {
    this.#drop()
    this.#failures = 0
    this.#set({ is: 'stopped' })
  }

  #opened(): void {
    this.#cancelTimer()
    this.#openedAt = this.#ports.clock.now()
    this.#set({ is: 'open' })
    this.#ports.opened()
  }

  #closed(socket: Socket): void {
    if (socket !== this.#socket) return
    const wasSteady = this.state.getState().is === 'open' && this.#ports.clock.now() - this.#openedAt >= STEADY_MS
    this.#failures = wasSteady ? 1 : this.#failures + 1
    this.#drop()
    const delay = backoffDelay(RECONNECT, this.#failures, this.#ports.random())
    this.#set({ is: 'waiting', until: this.#ports.clock.now() + delay })
    this.#cancelTimer = this.#ports.clock.after(delay, this.connectNow)
  }

  #drop(): void {
    this.#cancelTimer()
    this.#socket?.close()
    this.#socket = null
  }

  #set(next: ConnectionState): void {
    this.state.setState(next, true)
  }
}
