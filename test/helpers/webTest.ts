import { test as base } from '@playwright/test'
import { startServe, type Serving } from './serve'

/** A test on localhost: a server of its own, and a page that has entered it. */
export const test = base.extend<{ serving: Serving }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names it must provide from this pattern
  serving: async ({}, use) => {
    const serving = await startServe()
    await use(serving)
    await serving.stop()
  },
  page: async ({ page, serving }, use) => {
    await page.goto(serving.url)
    await use(page)
  },
})

export { expect } from '@playwright/test'
