// The app on localhost as a browser meets it.
import { expect, test } from '../../helpers/webTest'
import { startServe } from '../../helpers/serve'

test('the printed address logs in, leaves the address bar and works again in the same browser', async ({
  page,
  serving,
}) => {
  await expect(page).toHaveTitle(/Journeyboard/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(page.url()).toBe(`${new URL(serving.url).origin}/`)
  await expect(page.getByRole('alert')).toHaveCount(0)

  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  await expect(page.getByRole('alert')).toHaveCount(0)
  const again = await page.context().newPage()
  await again.goto(serving.url)
  await expect(again.locator('#root')).not.toBeEmpty()
  await expect(again.getByRole('alert')).toHaveCount(0)
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('another browser with the same address is told why it may not enter', async ({
  page,
  serving,
  browser,
}) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  for (const address of [serving.url, new URL(serving.url).origin]) {
    const context = await browser.newContext()
    const stranger = await context.newPage()
    await stranger.goto(address)
    await expect(stranger.getByRole('alert')).toBeVisible()
    await context.close()
  }
})

test('a server that is stopped ends in good order, and the next one opens the same', async ({ page }) => {
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
