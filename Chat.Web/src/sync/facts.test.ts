import { beforeEach, describe, expect, it } from 'vitest'
import { oneRoom } from '../testing/oneRoom'
import type { OneRoom } from '../testing/oneRoom'

let at: OneRoom
beforeEach(async () => {
  at = await oneRoom()
})

describe('[SK7] facts', () => {
  it('are applied in their order', async () => {
    at.bobSays('a', 'b', 'c')
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['a', 'b', 'c'])
  })

  it('that come twice count once', async () => {
    at.bobSays('a')
    at.client.network.repeat()
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['a'])
  })

  it('that are missing are read over HTTP as soon as a later one shows it', async () => {
    at.bobSays('lost', 'found')
    at.client.network.lose()
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['lost', 'found'])
  })

  it('that come in the wrong order are put into the right one', async () => {
    at.bobSays('a', 'b')
    at.client.network.deliver(1)
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['a', 'b'])
  })

  it('missed without a socket are read after it is back', async () => {
    at.client.network.breakSockets()
    at.bobSays('a', 'b')
    at.clock.advance(1_000)
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['a', 'b'])
  })

  it('lost at the end of a quiet room are found by the next refresh', async () => {
    at.bobSays('last')
    at.client.network.lose()
    at.client.session.refresh()
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['last'])
  })

  it('of another epoch make the room start over', async () => {
    at.bobSays('a', 'b', 'c')
    await at.client.deliverAll()
    at.server.restoreBackup(at.room, at.room.head - 2)
    at.bobSays('d')
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['a', 'd'])
  })

  it('of a long absence are not read through: the newest page is enough', async () => {
    at.client.network.breakSockets()
    at.bobSays(...Array.from({ length: 60 }, (_, index) => `m${index}`))
    at.clock.advance(1_000)
    await at.client.deliverAll()
    expect(at.shown()).toEqual(['m55', 'm56', 'm57', 'm58', 'm59'])
    at.client.session.messages.readHistory(at.room.id)
    await at.client.deliverAll()
    expect(at.shown()[0]).toBe('m50')
  })
})
