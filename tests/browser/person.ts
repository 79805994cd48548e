import { expect } from '@playwright/test'
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'

const PASSWORD = 'correct horse battery'
const run = Date.now().toString(36)
let people = 0

/** One person at one browser of their own. What they do is done through what everybody sees. */
export class Person {
  readonly page: Page
  readonly username: string
  readonly displayName: string

  private constructor(page: Page, name: string) {
    people += 1
    this.page = page
    this.displayName = name
    this.username = `${name.toLowerCase()}-${run}-${process.pid}-${people}`
  }

  static async arrive(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext(options)
    return new Person(await context.newPage(), name)
  }

  /** Arrives and has an account. */
  static async registered(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await Person.arrive(browser, name, options)
    await person.register()
    return person
  }

  async register(): Promise<void> {
    await this.page.goto('/register')
    await this.page.getByLabel('User name').fill(this.username)
    await this.page.getByLabel('Display name').fill(this.displayName)
    await this.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await this.page.getByRole('button', { name: 'Create account' }).click()
    await expect(this.page.getByRole('button', { name: `Account of ${this.displayName}` })).toBeVisible()
  }

  async signIn(): Promise<void> {
    await this.page.goto('/')
    await this.page.getByLabel('User name').fill(this.username)
    await this.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await expect(this.page.getByRole('button', { name: `Account of ${this.displayName}` })).toBeVisible()
  }

  /** Makes a room and returns the code by which others join it. */
  async createRoom(name: string): Promise<string> {
    const code = `${name.toLowerCase().replace(/\W+/g, '-')}-${run}-${process.pid}-${(people += 1)}`
    await this.page.getByRole('button', { name: 'New room' }).first().click()
    await this.page.getByLabel('Name', { exact: true }).fill(name)
    await this.page.getByLabel('Code', { exact: true }).fill(code)
    await this.page.getByRole('button', { name: 'Create room' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
    return code
  }

  async joinRoom(code: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Join', exact: true }).click()
    await this.page.getByLabel('Room code').fill(code)
    await this.page.getByRole('button', { name: 'Join room' }).click()
    await expect(this.composer).toBeVisible()
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message / })
  }

  /** The rows of the timeline, in the order in which they stand. */
  get rows(): Locator {
    return this.page.locator('[data-message]')
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text })
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text)
    await this.composer.press('Enter')
  }

  async expectSent(text: string): Promise<void> {
    await expect(this.row(text)).toHaveAttribute('data-state', 'sent')
    await expect(this.row(text)).toHaveCount(1)
  }

  /** What the timeline shows, oldest first. */
  async texts(): Promise<string[]> {
    return this.rows.locator('p').allInnerTexts()
  }

  /** Puts a picture of what this person sees into the folder of `CHAT_SHOTS`; without one, takes none. */
  async shot(name: string): Promise<void> {
    const folder = process.env.CHAT_SHOTS
    if (folder) await this.page.screenshot({ path: `${folder}/${name}.png` })
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}
