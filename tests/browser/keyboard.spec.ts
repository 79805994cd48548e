import { expect, test } from '@playwright/test'
import { Person } from './person'

test('from registering to signing out without a mouse', async ({ browser }) => {
  const ann = await Person.arrive(browser, 'Ann')
  const { page } = ann
  const { keyboard } = page
  await page.goto('/register')
  await page.getByLabel('User name').focus()
  await keyboard.type(ann.username)
  await keyboard.press('Tab')
  await keyboard.type('Ann')
  await keyboard.press('Tab')
  await keyboard.type('correct horse battery')
  await keyboard.press('Enter')

  const newRoom = page.getByRole('button', { name: 'New room' }).first()
  await expect(newRoom).toBeVisible()
  for (const name of ['Alpha', 'Beta']) {
    await newRoom.focus()
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.getByLabel('Name', { exact: true }).focus()
    await keyboard.type(name)
    await keyboard.press('Enter')
    await expect(ann.composer).toBeFocused()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await keyboard.type('first line')
  await keyboard.press('Shift+Enter')
  await keyboard.type('second line')
  await keyboard.press('Enter')
  await ann.expectSent('second line')

  await keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('heading', { level: 1, name: 'Alpha' })).toBeVisible()
  await keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('heading', { level: 1, name: 'Beta' })).toBeVisible()
  await keyboard.press('Control+k')
  await keyboard.type('alp')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Alpha' })).toBeVisible()

  await page.getByRole('button', { name: 'Account of Ann' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sign out' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await ann.leave()
})

test('the first Tab offers a way past the rooms to the messages', async ({ browser }) => {
  // On a touch screen nothing takes the focus by itself.
  const ann = await Person.registered(browser, 'Ann', { hasTouch: true, isMobile: true })
  await ann.createRoom('Skip')
  await ann.page.reload()
  await expect(ann.composer).toBeVisible()
  await ann.page.keyboard.press('Tab')
  const skip = ann.page.getByRole('link', { name: 'Skip to messages' })
  await expect(skip).toBeFocused()
  await ann.page.keyboard.press('Enter')
  await expect(ann.page.getByRole('region', { name: 'Messages in Skip' })).toBeFocused()
  await ann.leave()
})

test('the Enter that ends a composition of an input method sends nothing', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  await ann.createRoom('Kana')
  await ann.composer.fill('にほん')
  await ann.composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await ann.composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
  await expect(ann.composer).toHaveValue('にほん')
  await expect(ann.rows).toHaveCount(0)
  await ann.composer.press('Enter')
  await ann.expectSent('にほん')
  await ann.leave()
})

test('a dialog keeps the focus, closes on Escape and gives the focus back', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann')
  const join = ann.page.getByRole('button', { name: 'Join', exact: true })
  await join.focus()
  await ann.page.keyboard.press('Enter')
  await expect(ann.page.getByRole('dialog')).toBeVisible()
  await ann.page.keyboard.press('Escape')
  await expect(ann.page.getByRole('dialog')).toBeHidden()
  await expect(join).toBeFocused()
  await ann.leave()
})
