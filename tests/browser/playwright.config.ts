import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import type { ReporterDescription } from '@playwright/test'

/** The browser of the machine where there is one; otherwise the one that Playwright installed. */
const machineChromium = process.env.CHAT_CHROMIUM ?? '/usr/bin/chromium'
const isRoot = process.getuid?.() === 0
const reporters: ReporterDescription[] = [['list']]
if (process.env.CHAT_REPORT) reporters.push(['json', { outputFile: process.env.CHAT_REPORT }])

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: reporters,
  use: {
    baseURL: process.env.CHAT_URL ?? 'http://localhost:8080',
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(existsSync(machineChromium) && { executablePath: machineChromium }),
      // Chromium refuses its sandbox to root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
