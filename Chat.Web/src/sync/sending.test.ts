import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../testing/manualClock'
import { oneRoom } from '../testing/oneRoom'
import type { OneRoom } from '../testing/oneRoom'

let at: OneRoom
beforeEach(async () => {
  at = await oneRoom()
})

describe('[MS1] a sent message', () => {
  it('is shown at once', () => {
    at.say('hello')
    expect(at.shown()).toEqual(['hello (sending)'])
  })

  it('is one message when the answer comes before the fact', async () => {
    at.say('hello')
    await settle()
    at.client.network.deliver()
    // The request has arrived: now the fact waits first, the answer second.
    at.client.network.deliver(1)
    await settle()
    expect(at.shown()).toEqual(['hello'])
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['hello'])
  })

  it('is one message when the fact comes before the answer', async () => {
    at.say('hello')
    await settle()
    at.client.network.deliver()
    at.client.network.deliver(0)
    expect(at.shown()).toEqual(['hello'])
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['hello'])
  })

  it('whose answer is lost is sent again with its id, and stored once', async () => {
    at.say('hello')
    await settle()
    at.client.network.deliver()
    at.client.network.lose(1)
    await at.client.deliverAll()
    at.clock.advance(1_000)
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['hello'])
    expect(at.room.messages()).toHaveLength(1)
    expect(at.client.session.pending.getState()).toEqual([])
  })

  it('never overtakes an earlier one', async () => {
    at.say('first')
    at.say('second')
    await settle()
    at.client.network.lose()
    await settle()
    expect(at.shown()).toEqual(['first (waiting)', 'second (sending)'])
    at.clock.advance(1_000)
    await at.client.deliverAll()
    expect(at.room.messages().map(({ content }) => content)).toEqual(['first', 'second'])
  })

  it('survives a reload, and is sent by the next page', async () => {
    at.client.network.isUp = false
    at.say('hello')
    await settle()
    at.client.reload()
    await settle()
    at.client.network.isUp = true
    at.clock.advance(2_000)
    at.client.session.messages.open(at.room.id)
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['hello'])
  })
})
