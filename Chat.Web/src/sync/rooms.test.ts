import { beforeEach, describe, expect, it } from 'vitest'
import { oneRoom } from '../testing/oneRoom'
import type { OneRoom } from '../testing/oneRoom'
import { addUser } from '../testing/testClient'

let at: OneRoom
beforeEach(async () => {
  at = await oneRoom()
})

describe('rooms', () => {
  it('appear when the user joins on another device, and go when they leave there', async () => {
    const { body } = at.server.handle({ method: 'POST', path: 'rooms', body: { name: 'two' }, token: at.client.user.id })
    const { id } = body as { id: string }
    await at.client.deliverAll()
    expect(at.client.session.rooms.all.getState().byId[id]?.name).toBe('two')
    at.server.handle({ method: 'POST', path: `rooms/${id}/leave`, body: {}, token: at.client.user.id })
    await at.client.deliverAll()
    expect(at.client.session.rooms.all.getState().byId[id]).toBeUndefined()
  })

  it('show their last message and size as they change', async () => {
    at.server.enter(at.room, addUser(at.server, 'eve'))
    at.bobSays('hi')
    await at.client.deliverAll()
    expect(at.client.session.rooms.all.getState().byId[at.room.id]).toMatchObject({ memberCount: 3, lastMessage: { content: 'hi' } })
  })

  it('are unread when others wrote, until they are read', async () => {
    const isUnread = () => at.client.session.rooms.list.getState().items[0]?.isUnread
    at.say('mine')
    await at.client.deliverAll()
    expect(isUnread()).toBe(false)
    at.bobSays('yours')
    await at.client.deliverAll()
    expect(isUnread()).toBe(true)
    at.client.session.rooms.markRead(at.room.id, at.room.head)
    expect(isUnread()).toBe(false)
  })
})
