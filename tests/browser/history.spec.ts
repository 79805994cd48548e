import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { Person } from './person'

const MESSAGES = 110

/** Writes messages through the same API as the page, at the pace that it allows. */
async function fill(ann: Person, count: number): Promise<void> {
  const room = ann.page.url().split('/').at(-1)
  await ann.page.evaluate(
    async ([room, count]) => {
      const headers = { 'Content-Type': 'application/json' }
      const tokens = await (await fetch('/api/v1/auth/refresh', { method: 'POST', headers, body: '{}' })).json()
      for (let index = 0; index < Number(count); ) {
        const id = crypto.randomUUID()
        const answer = await fetch(`/api/v1/rooms/${room}/messages`, {
          method: 'POST',
          headers: { ...headers, Authorization: `Bearer ${tokens.accessToken}` },
          body: JSON.stringify({ id, content: `number ${index}${index % 7 === 0 ? '\nwith a second line\nand a third' : ''}` }),
        })
        if (answer.ok) index += 1
        else await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get('Retry-After') ?? 1) * 1000))
      }
    },
    [room, count] as const,
  )
}

const region = (page: Page) => page.getByRole('region', { name: /^Messages in/ })

/** The message at the middle of the view, and where it stands. */
function middleRow(page: Page): Promise<{ key: string; top: number }> {
  return region(page).evaluate((list) => {
    const box = list.getBoundingClientRect()
    const row = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('[data-message]')
    return { key: row?.getAttribute('data-message') ?? '', top: row?.getBoundingClientRect().top ?? 0 }
  })
}

test('history comes in above without moving what one reads, and the newest is one press away', async ({ browser }) => {
  test.setTimeout(120_000)
  const ann = await Person.registered(browser, 'Ann')
  const bob = await Person.registered(browser, 'Bob')
  const code = await ann.createRoom('Archive')
  await bob.joinRoom(code)
  await fill(ann, MESSAGES)
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await ann.page.route(/messages\?.*before=/, async (route) => {
    await released
    await route.continue()
  })
  await ann.page.reload()
  await expect(ann.row(`number ${MESSAGES - 1}`)).toBeInViewport()
  expect(await ann.rows.count()).toBeLessThan(80)

  await region(ann.page).hover()
  await ann.page.mouse.wheel(0, -600)
  await expect(ann.row(`number ${MESSAGES - 1}`)).not.toBeInViewport()
  await expect(ann.page.getByText('Loading older messages…')).toBeVisible()
  const before = await middleRow(ann.page)
  release()
  await expect(ann.page.getByText('Loading older messages…')).toBeHidden()
  const row = ann.page.locator(`[data-message="${before.key}"]`)
  await expect.poll(async () => Math.abs(((await row.boundingBox())?.y ?? 0) - before.top)).toBeLessThanOrEqual(1)

  await bob.say('while you read')
  await bob.say('and another')
  const pill = ann.page.getByRole('button', { name: '2 new messages' })
  await expect(pill).toBeVisible()
  await ann.shot('reading-history')
  await pill.click()
  await expect(ann.row('and another')).toBeInViewport()
  await expect(pill).toBeHidden()

  await expect(async () => {
    await region(ann.page).evaluate((list) => (list.scrollTop = 0))
    await expect(ann.page.getByRole('heading', { name: 'This is the beginning of Archive' })).toBeInViewport({ timeout: 500 })
  }).toPass()
  await expect(ann.row('number 0').first()).toBeVisible()
  await ann.leave()
  await bob.leave()
})
