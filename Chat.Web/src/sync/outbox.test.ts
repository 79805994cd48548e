import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../api/apiError'
import type { ChatApi } from '../api/chatApi'
import type { Message } from '../protocol/entities'
import { openPendingStorage } from '../store/db'
import type { PendingStorage } from '../store/db'
import { createPendingStore } from '../store/pending'
import type { PendingStore } from '../store/pending'
import { ManualClock, settle } from '../testing/manualClock'
import { Outbox } from './outbox'

const busy = () => new ApiError('service.unavailable', 503)
const refused = () => new ApiError('message.too_large', 413, { traceId: 't' })
const tooFast = () => new ApiError('rate.limited', 429, { retryAfter: 7 })

let clock: ManualClock
let storage: PendingStorage
let pending: PendingStore
let outbox: Outbox
let answer: (content: string) => Promise<void>
let sent: string[]

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  clock = new ManualClock()
  storage = await openPendingStorage()
  answer = async () => {}
  sent = []
  outbox = openPage()
})

/** A page on this device: what was in memory before is gone, what was on disk is there. */
function openPage(): Outbox {
  let ids = 0
  const prefix = `page-${clock.now()}-`
  pending = createPendingStore()
  const sendMessage: ChatApi['sendMessage'] = async (room, { id, content }) => {
    expect(await storage.has(id), 'a message is on disk before its request leaves').toBe(true)
    await answer(content)
    sent.push(content)
    return { id, room, seq: sent.length, author: { id: 'ann', name: 'Ann' }, content, at: '' } satisfies Message
  }
  const api = { sendMessage } as ChatApi
  const newId = () => `${prefix}${(ids += 1)}`
  return new Outbox({ user: 'ann', api, storage, pending, clock, random: () => 1, newId, sending: () => () => {} })
}

/** IndexedDB takes several turns for each step. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await settle()
}

const states = () =>
  pending.getState().map(({ content, failure, isWaiting }) => `${content}: ${failure?.code ?? (isWaiting ? 'waiting' : 'going')}`)

describe('the outbox', () => {
  it('empties itself, in the order of typing', async () => {
    for (const content of ['a', 'b', 'c']) outbox.send('r', content)
    await rest()
    expect(sent).toEqual(['a', 'b', 'c'])
    expect(pending.getState()).toEqual([])
    expect(await storage.all('ann')).toEqual([])
  })

  it('keeps what could not be sent for the next page', async () => {
    answer = () => Promise.reject(new ApiError('network', 0))
    outbox.send('r', 'a')
    outbox.send('r', 'b')
    await rest()
    outbox.stop()
    clock.advance(1)
    outbox = openPage()
    answer = async () => {}
    await outbox.restore()
    await rest()
    expect(sent).toEqual(['a', 'b'])
  })

  it('never sends what another account left on the device', async () => {
    answer = () => Promise.reject(new ApiError('network', 0))
    outbox.send('r', 'a')
    await rest()
    expect(await storage.all('bob')).toEqual([])
  })

  it('lets later messages pass one that the server refuses', async () => {
    answer = async (content) => {
      if (content === 'a') throw refused()
    }
    outbox.send('r', 'a')
    outbox.send('r', 'b')
    await rest()
    expect(sent).toEqual(['b'])
    expect(states()).toEqual(['a: message.too_large'])
    expect(pending.getState()[0]?.failure).toEqual({ code: 'message.too_large', traceId: 't', isTransient: false })
  })

  it('keeps the order while the server is in trouble, and asks the user after a few tries', async () => {
    answer = () => Promise.reject(busy())
    outbox.send('r', 'a')
    outbox.send('r', 'b')
    await rest()
    expect(states()).toEqual(['a: waiting', 'b: going'])
    for (const delay of [1_000, 2_000, 4_000]) {
      clock.advance(delay)
      await rest()
    }
    expect(states()).toEqual(['a: service.unavailable', 'b: going'])
    answer = async () => {}
    outbox.retry(pending.getState()[0]?.id ?? '')
    await rest()
    expect(sent).toEqual(['a', 'b'])
  })

  it('waits as long as the server says', async () => {
    answer = () => Promise.reject(tooFast())
    outbox.send('r', 'a')
    await rest()
    answer = async () => {}
    clock.advance(6_999)
    await rest()
    expect(sent).toEqual([])
    clock.advance(1)
    await rest()
    expect(sent).toEqual(['a'])
  })

  it('does not let one room wait for another', async () => {
    answer = async (content) => {
      if (content === 'stuck') throw busy()
    }
    outbox.send('r1', 'stuck')
    outbox.send('r2', 'free')
    await rest()
    expect(sent).toEqual(['free'])
  })

  it('does not send what another tab has sent or deleted', async () => {
    answer = () => Promise.reject(new ApiError('network', 0))
    outbox.send('r', 'a')
    await rest()
    await storage.remove(pending.getState()[0]?.id ?? '')
    answer = async () => {}
    outbox.resume()
    await rest()
    expect(sent).toEqual([])
    expect(pending.getState()).toEqual([])
  })

  it('forgets a message that the user deletes', async () => {
    answer = () => Promise.reject(refused())
    outbox.send('r', 'a')
    await rest()
    outbox.discard(pending.getState()[0]?.id ?? '')
    await rest()
    expect(pending.getState()).toEqual([])
    expect(await storage.all('ann')).toEqual([])
  })
})
