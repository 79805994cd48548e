import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../testing/manualClock'
import { Connection } from './connection'
import type { SocketHandlers } from './socket'

describe('the connection', () => {
  let clock: ManualClock
  let sockets: (SocketHandlers & { isClosed: boolean })[]
  let opened: number
  let isOnline: boolean
  let connection: Connection

  beforeEach(() => {
    clock = new ManualClock()
    sockets = []
    opened = 0
    isOnline = true
    connection = new Connection({
      clock,
      random: () => 1,
      isOnline: () => isOnline,
      opened: () => void (opened += 1),
      received: () => {},
      open(handlers) {
        const socket = { ...handlers, isClosed: false }
        sockets.push(socket)
        return { close: () => void (socket.isClosed = true) }
      },
    })
    connection.connectNow()
  })

  const state = () => connection.state.getState()
  const last = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  it('is open when the server has accepted it, and says so each time', () => {
    expect(state()).toEqual({ is: 'connecting' })
    last().opened()
    expect(state()).toEqual({ is: 'open' })
    last().closed()
    clock.advance(1_000)
    last().opened()
    expect(opened).toBe(2)
  })

  it('waits longer after each failure in a row, and says until when', () => {
    for (const delay of [1_000, 2_000, 4_000]) {
      last().closed()
      expect(state()).toEqual({ is: 'waiting', until: clock.now() + delay })
      clock.advance(delay)
      expect(state()).toEqual({ is: 'connecting' })
    }
  })

  it('counts a socket that is accepted and dropped at once as a failure', () => {
    last().opened()
    last().closed()
    clock.advance(1_000)
    last().opened()
    last().closed()
    expect(state()).toEqual({ is: 'waiting', until: clock.now() + 2_000 })
  })

  it('begins with the shortest delay again after a steady connection', () => {
    last().closed()
    clock.advance(1_000)
    last().opened()
    clock.advance(60_000)
    last().closed()
    expect(state()).toEqual({ is: 'waiting', until: clock.now() + 1_000 })
  })

  it('gives up an attempt that hears nothing', () => {
    clock.advance(15_000)
    expect(state().is).toBe('waiting')
    expect(sockets[0]?.isClosed).toBe(true)
  })

  it('does not try while the device is offline, and connects at once when it is back', () => {
    last().opened()
    isOnline = false
    connection.networkLost()
    clock.advance(120_000)
    expect(state()).toEqual({ is: 'offline' })
    expect(sockets).toHaveLength(1)
    isOnline = true
    connection.networkFound()
    expect(state()).toEqual({ is: 'connecting' })
  })

  it('does not wait any longer on "Try now"', () => {
    last().closed()
    connection.connectNow()
    expect(state()).toEqual({ is: 'connecting' })
    clock.advance(1_000)
    expect(sockets).toHaveLength(2)
  })

  it('has one socket at a time', () => {
    last().opened()
    connection.connectNow()
    expect(sockets.map(({ isClosed }) => isClosed)).toEqual([true, false])
  })
})
