import { expect, test } from '@playwright/test'
import { Person } from './person'

test('two people talk, both ways, live', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  const bob = await Person.registered(browser, 'Bob')
  const code = await ann.createRoom('Harbour')
  await bob.joinRoom(code)
  await expect(ann.page.getByText('2 members')).toBeVisible()

  await ann.say('Hello Bob, the boat is in')
  await expect(bob.row('Hello Bob, the boat is in')).toBeVisible()
  await bob.say('On my way, **ten minutes**')
  await expect(ann.row('On my way')).toBeVisible()
  await expect(ann.row('On my way').locator('strong')).toHaveText('ten minutes')
  await ann.expectSent('Hello Bob, the boat is in')
  await bob.expectSent('On my way')
  expect(await ann.texts()).toEqual(await bob.texts())

  await ann.leave()
  await bob.leave()
})

test('a room one is not looking at shows that it has something new, until it is opened', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  const bob = await Person.registered(browser, 'Bob')
  const code = await ann.createRoom('Kitchen')
  await bob.joinRoom(code)
  await ann.createRoom('Garden')

  await bob.say('soup is ready')
  const kitchen = ann.page.getByRole('link', { name: /Kitchen/ })
  await expect(kitchen).toContainText('Unread messages')
  await expect(kitchen).toContainText('Bob: soup is ready')
  await expect(ann.page).toHaveTitle('(1) Garden · Chat')
  await kitchen.click()
  await expect(ann.row('soup is ready')).toBeVisible()
  await expect(kitchen).not.toContainText('Unread messages')

  await ann.leave()
  await bob.leave()
})

test('another device of the same person follows along', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  const context = await browser.newContext({ storageState: await ann.page.context().storageState() })
  const phone = await context.newPage()
  await phone.goto('/')
  await ann.createRoom('Attic')
  await ann.say('dusty up here')
  await phone.getByRole('link', { name: /Attic/ }).click()
  await expect(phone.locator('[data-message]')).toContainText('dusty up here')
  await context.close()
  await ann.leave()
})
