// The app on localhost as a browser meets it.
import type { Page } from '@playwright/test'
import { expect, test } from '../../helpers/webTest'
import { startServe } from '../../helpers/serve'

/** What the host answers this page: 200 with a session, 401 without. */
const status = (page: Page) =>
  page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Journeyboard': '1' }
    return (await fetch('call/recent.list', { method: 'POST', headers, body: '{}' })).status
  })

test('the printed address logs in, leaves the address bar and works again in the same browser', async ({
  page,
  serving,
}) => {
  await expect(page).toHaveTitle(/Journeyboard/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(page.url()).toBe(`${new URL(serving.url).origin}/`)
  expect(await status(page)).toBe(200)
  expect(await page.evaluate(() => document.cookie)).toBe('')

  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await status(page)).toBe(200)
  const again = await page.context().newPage()
  await again.goto(serving.url)
  await expect(again.locator('#root')).not.toBeEmpty()
  expect(await status(again)).toBe(200)
})

test('another browser with the same address is told that it may not enter', async ({
  page,
  serving,
  browser,
}) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  for (const address of [serving.url, new URL(serving.url).origin]) {
    const context = await browser.newContext()
    const stranger = await context.newPage()
    await stranger.goto(address)
    await expect(stranger.getByRole('alert')).not.toBeEmpty()
    expect(await status(stranger)).toBe(401)
    await context.close()
  }
})

test('a server that is stopped ends in good order', async ({ page }) => {
  const first = await startServe()
  await page.goto(first.url)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await first.stop()).toBe(0)
  await expect(fetch(new URL(first.url).origin)).rejects.toThrow()
})

test('a second server over the same data is refused with one sentence', async ({ serving }) => {
  await expect(startServe({ folder: serving.folder })).rejects.toThrow(
    /^serve ended with 2 before .*: [^\n]+\n$/,
  )
})
