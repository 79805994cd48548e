import { describe, expect, it } from 'vitest'
import { oneRoom } from '../../testing/oneRoom'

async function listening() {
  const at = await oneRoom()
  at.bobSays('a', 'b', 'c', 'd', 'e', 'f', 'g')
  await at.client.deliverAll()
  const announcements = at.client.session.messages.announcements(at.room.id)
  announcements.listen()
  return { ...at, heard: () => announcements.state.getState().map(({ text }) => text) }
}

describe('what a screen reader hears', () => {
  it('is each new message of others, once', async () => {
    const { bobSays, client, heard } = await listening()
    expect(heard()).toEqual([])
    bobSays('hello')
    client.network.repeat()
    await client.deliverAll()
    expect(heard()).toEqual(['bob: hello'])
  })

  it('is not what oneself wrote', async () => {
    const { say, client, heard } = await listening()
    say('mine')
    await client.deliverAll()
    expect(heard()).toEqual([])
  })

  it('is not history', async () => {
    const { client, room } = await listening()
    client.reload()
    client.session.messages.open(room.id)
    await client.deliverAll()
    const announcements = client.session.messages.announcements(room.id)
    announcements.listen()
    client.session.messages.readHistory(room.id)
    await client.deliverAll()
    expect(client.shown(room.id)).toHaveLength(7)
    expect(announcements.state.getState()).toEqual([])
  })

  it('is a number when many come at once', async () => {
    const { bobSays, client, clock, heard } = await listening()
    client.network.breakSockets()
    bobSays(...Array.from({ length: 30 }, (_, index) => `m${index}`))
    clock.advance(1_000)
    await client.deliverAll()
    expect(heard()).toEqual(['30 new messages'])
  })
})
