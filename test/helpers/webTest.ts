import { test as base } from '@playwright/test'
import { startServe, type Serving } from './serve'

/** A test on localhost: a server of its own, and a page that has entered it. */
export const test = base.extend<{ serving: Serving }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what it must provide
  serving: async ({}, provide) => {
    const serving = await startServe()
    await provide(serving)
    await serving.stop()
  },
  page: async ({ page, serving }, provide) => {
    // from the start: told to watch only right before a key, Chromium may meet the key first and ask a person
    page.on('filechooser', () => {})
    await page.goto(serving.url)
    await provide(page)
  },
})

export { expect } from '@playwright/test'
