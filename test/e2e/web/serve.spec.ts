import { expect, test } from '@playwright/test'
import { startServe } from '../../helpers/serve'

test('serve answers at the address it prints', async ({ page }) => {
  const serving = await startServe()
  try {
    await page.goto(serving.url)
    await expect(page).toHaveTitle(/Journeyboard/)
  } finally {
    await serving.stop()
  }
})
