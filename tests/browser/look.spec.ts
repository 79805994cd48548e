import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { Person } from './person'

const WIDTHS = [
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { name: 'narrow', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
] as const

async function expectAccessible(page: Page): Promise<void> {
  // Things that rise or fade in are half transparent for a moment; contrast counts when they stand.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((a) => a.effect?.getTiming().iterations !== Infinity).map((a) => a.finished)))
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

for (const { name, ...device } of WIDTHS)
  for (const colorScheme of ['light', 'dark'] as const) {
    const picture = (what: string) => `${what}-${name}-${colorScheme}`

    test(`signing in on a ${name} screen, ${colorScheme}`, async ({ browser }) => {
      const ann = await Person.arrive(browser, 'Ann', { ...device, colorScheme })
      await ann.page.goto('/')
      await expect(ann.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
      await expectAccessible(ann.page)
      await expectNoSidewaysScroll(ann.page)
      await ann.shot(picture('sign-in'))
      await ann.page.goto('/register')
      await ann.page.getByRole('button', { name: 'Create account' }).click()
      await expect(ann.page.getByLabel('User name')).toHaveAttribute('aria-invalid', 'true')
      await expectAccessible(ann.page)
      await ann.shot(picture('register'))
      await ann.leave()
    })

    test(`a conversation on a ${name} screen, ${colorScheme}`, async ({ browser }) => {
      const ann = await Person.registered(browser, 'Ann', { ...device, colorScheme })
      const bob = await Person.registered(browser, 'Bob')
      await expect(ann.page.getByText('Start with a room')).toBeVisible()
      await expectAccessible(ann.page)
      await ann.shot(picture('no-rooms'))
      const code = await ann.createRoom('Weekend at the lake')
      await ann.shot(picture('new-room'))
      await bob.joinRoom(code)
      await talk(ann, bob)
      await expectAccessible(ann.page)
      await expectNoSidewaysScroll(ann.page)
      await ann.shot(picture('room'))
      if (name !== 'desktop') {
        await ann.page.getByRole('button', { name: 'Back to rooms' }).click()
        await expect(ann.page.getByRole('link', { name: /Weekend/ })).toBeVisible()
        await expectAccessible(ann.page)
        await expectNoSidewaysScroll(ann.page)
        await ann.shot(picture('rooms'))
      }
      await ann.page.getByRole('button', { name: 'Account of Ann' }).click()
      await expectAccessible(ann.page)
      await ann.shot(picture('menu'))
      await ann.leave()
      await bob.leave()
    })
  }

async function talk(ann: Person, bob: Person): Promise<void> {
  const lines: [Person, string][] = [
    [ann, 'Morning! Who is driving on Saturday?'],
    [bob, 'I can. Room for four, and the dog if he behaves.'],
    [bob, 'The house is here: https://example.com/lake-house?guests=4'],
    [ann, 'He **never** behaves, but he will be asleep after ten minutes.'],
    [ann, 'I made a packing list:\n```\ntent, 2 lamps, coffee\nrope (the long one, not the one that we cut last year)\n```'],
    [bob, 'Perfect. I will bring `coffee` twice.'],
  ]
  for (const [who, text] of lines) {
    await who.say(text)
    for (const person of [ann, bob]) await expect(person.rows.filter({ hasText: text.slice(0, 12).replaceAll('*', '') }).first()).toBeVisible()
  }
}

test('a target is large enough for a finger on a phone', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann', { ...WIDTHS[1] })
  await ann.createRoom('Fingers')
  for (const target of await ann.page.getByRole('button').filter({ visible: true }).all()) {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), await target.innerHTML()).toBeGreaterThanOrEqual(44)
  }
  await ann.leave()
})

test('a chosen theme is there before the first paint, and stays', async ({ browser }) => {
  const ann = await Person.registered(browser, 'Ann', { colorScheme: 'light' })
  await ann.page.getByRole('button', { name: 'Account of Ann' }).click()
  await ann.page.getByText('Dark', { exact: true }).click()
  const background = () => ann.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await background()
  await ann.page.route('**/assets/*.js', (route) => route.abort())
  await ann.page.reload()
  expect(await background()).toBe(dark)
  await ann.leave()
})
