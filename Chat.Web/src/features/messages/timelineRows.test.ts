import { describe, expect, it } from 'vitest'
import type { Message } from '../../protocol/entities'
import type { PendingMessage } from '../../store/pending'
import { timelineRows } from './timelineRows'

const ann = { id: 'ann', username: 'ann', displayName: 'Ann' }
let seq = 0

function message(at: string, author = 'bob', id = `m${(seq += 1)}`): Message {
  return { id, room: 'r', seq, author: { id: author, name: author }, content: id, at }
}

function pending(at: string, more: Partial<PendingMessage> = {}): PendingMessage {
  return { id: 'p', user: 'ann', room: 'r', content: 'p', at, order: 1, failure: null, isWaiting: false, ...more }
}

const rows = (messages: Message[], unsent: PendingMessage[] = [], isConnected = true) =>
  timelineRows(messages, unsent, ann, isConnected)

/** Times are in the zone of the reader; the tests speak of local days. */
const local = (day: number, hour: number, minute = 0, second = 0) => new Date(2026, 2, day, hour, minute, second).toISOString()

describe('the rows of a timeline', () => {
  it('group messages of one sender within five minutes', () => {
    const times = [local(2, 9), local(2, 9, 5), local(2, 9, 10, 1)]
    expect(rows(times.map((at) => message(at))).map(({ isFirst }) => isFirst)).toEqual([true, false, true])
  })

  it('begin a group when somebody else speaks', () => {
    const spoken = [message(local(2, 9), 'bob'), message(local(2, 9), 'eve'), message(local(2, 9), 'bob')]
    expect(rows(spoken).map(({ isFirst }) => isFirst)).toEqual([true, true, true])
  })

  it('begin a day at midnight, and a group with it', () => {
    const found = rows([message(local(2, 23, 59)), message(local(3, 0, 1))])
    expect(found.map(({ isNewDay, isFirst }) => [isNewDay, isFirst])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  it('begin one day, not two, on the days when clocks change', () => {
    const found = rows([message(local(29, 0, 30)), message(local(29, 12)), message(local(29, 23, 30))])
    expect(found.map(({ isNewDay }) => isNewDay)).toEqual([true, false, false])
  })

  it('end with what is not sent yet', () => {
    const found = rows([message(local(2, 9))], [pending(local(2, 8))])
    expect(found.map(({ key, delivery, isOwn }) => [key, delivery, isOwn]).at(-1)).toEqual(['p', 'sending', true])
  })

  it('hold a confirmed message once, while its pending one has not gone yet', () => {
    expect(rows([message(local(2, 9), 'ann', 'p')], [pending(local(2, 9))]).map(({ delivery }) => delivery)).toEqual(['sent'])
  })

  it('say that a message waits without a connection, and behind one that failed for the moment', () => {
    const failure = { code: 'service.unavailable', traceId: null, isTransient: true }
    expect(rows([], [pending(local(2, 9))], false)[0]?.delivery).toBe('waiting')
    const queue = [pending(local(2, 9), { failure }), pending(local(2, 9), { id: 'q' })]
    expect(rows([], queue).map(({ delivery }) => delivery)).toEqual(['failed', 'waiting'])
  })

  it('tell guests apart by name', () => {
    const guest = (name: string) => ({ ...message(local(2, 9)), author: { id: null, name } })
    expect(rows([guest('a'), guest('a'), guest('b')]).map(({ isFirst }) => isFirst)).toEqual([true, false, true])
  })
})
