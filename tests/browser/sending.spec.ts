import { expect, test } from '@playwright/test'
import { Person } from './person'

const MESSAGES = '**/api/v1/rooms/*/messages'

test('a message is there at once, and is swapped in place when the server has it', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  await ann.createRoom('Slow')
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await ann.page.route(MESSAGES, async (route) => {
    if (route.request().method() === 'POST') await released
    await route.continue()
  })

  await ann.say('on its way')
  await expect(ann.row('on its way')).toHaveAttribute('data-state', 'sending')
  await expect(ann.composer).toHaveValue('')
  const before = await ann.row('on its way').boundingBox()
  await ann.shot('sending')
  release()
  await ann.expectSent('on its way')
  const after = await ann.row('on its way').boundingBox()
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0)
  await ann.leave()
})

test('a refused message says why, survives a reload, and can be sent again or deleted', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  await ann.createRoom('Refused')
  await ann.page.route(MESSAGES, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const body = { type: 'auth.forbidden', title: 'no', status: 403, code: 'auth.forbidden', traceId: 'abc' }
    await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) })
  })
  await ann.say('first')
  await ann.say('second')
  await expect(ann.row('first')).toHaveAttribute('data-state', 'failed')
  await expect(ann.row('second')).toHaveAttribute('data-state', 'failed')
  await ann.shot('failed')

  await ann.page.reload()
  await expect(ann.row('first')).toHaveAttribute('data-state', 'failed')
  await ann.page.unroute(MESSAGES)
  await ann.row('first').getByRole('button', { name: 'Delete' }).click()
  await ann.row('second').getByRole('button', { name: 'Retry' }).click()
  await ann.expectSent('second')
  await expect(ann.row('first')).toHaveCount(0)
  await ann.leave()
})

test('while the server is busy, messages wait their turn and then arrive in order', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  await ann.createRoom('Busy')
  let refusals = 2
  await ann.page.route(MESSAGES, async (route) => {
    if (route.request().method() !== 'POST' || refusals-- <= 0) return route.continue()
    const body = { type: 'service.unavailable', title: 'busy', status: 503, code: 'service.unavailable', traceId: 'abc' }
    await route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(body) })
  })
  await ann.say('one')
  await ann.say('two')
  await expect(ann.row('one')).toHaveAttribute('data-state', 'waiting')
  await ann.expectSent('one')
  await ann.expectSent('two')
  expect(await ann.texts()).toEqual(['one', 'two'])
  await ann.leave()
})
