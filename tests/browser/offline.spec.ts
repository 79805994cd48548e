import { expect, test } from '@playwright/test'
import { Person } from './person'

test('what is written offline is sent once, in order, even after a reload', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  const bob = await Person.registered(browser, 'Bob')
  const code = await ann.createRoom('Tunnel')
  await bob.joinRoom(code)
  await bob.say('see you after the tunnel')
  await expect(ann.row('see you')).toBeVisible()

  await ann.page.context().setOffline(true)
  for (const text of ['one', 'two', 'three']) await ann.say(text)
  await expect(ann.page.getByTestId('connection')).toContainText('3 messages will be sent')
  for (const text of ['one', 'two', 'three']) await expect(ann.row(text)).toHaveAttribute('data-state', 'waiting')
  await ann.shot('offline')
  await bob.say('are you there?')

  await ann.page.context().setOffline(false)
  for (const text of ['one', 'two', 'three']) await ann.expectSent(text)
  await expect(ann.row('are you there?')).toBeVisible()
  await expect(ann.page.getByTestId('connection')).toBeHidden()
  await expect(bob.row('three')).toBeVisible()
  expect(await bob.texts()).toEqual(['see you after the tunnel', 'are you there?', 'one', 'two', 'three'])
  expect(await ann.texts()).toEqual(await bob.texts())
  await ann.leave()
  await bob.leave()
})

test('a message that was waiting when the page was closed is sent by the next one', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  await ann.createRoom('Reload')
  await ann.page.route('**/api/v1/rooms/*/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await ann.say('do not lose me')
  await expect(ann.row('do not lose me')).toHaveAttribute('data-state', 'waiting')
  await ann.page.unroute('**/api/v1/rooms/*/messages')
  await ann.page.reload()
  await ann.expectSent('do not lose me')
  await ann.leave()
})

test('a lost socket is announced after a moment, and everything missed is there when it is back', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann')
  let isCut = false
  const open: { close: () => Promise<void> }[] = []
  await ann.page.routeWebSocket(/\/client\//, (socket) => {
    if (isCut) return void socket.close()
    socket.connectToServer()
    open.push(socket)
  })
  await ann.register()
  const bob = await Person.registered(browser, 'Bob')
  await bob.joinRoom(await ann.createRoom('Cut'))
  await bob.say('before')
  await expect(ann.row('before')).toBeVisible()

  isCut = true
  for (const socket of open.splice(0)) await socket.close()
  await expect(ann.page.getByTestId('connection')).toBeVisible()
  await ann.shot('reconnecting')
  await bob.say('while she is away')
  await bob.expectSent('while she is away')
  isCut = false
  await ann.page.getByRole('button', { name: 'Try now' }).click()
  await expect(ann.row('while she is away')).toBeVisible()
  await expect(ann.page.getByTestId('connection')).toBeHidden()
  await ann.leave()
  await bob.leave()
})
