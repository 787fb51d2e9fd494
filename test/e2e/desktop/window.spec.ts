import { expect, test } from '@playwright/test'
import { startDesktop } from '../../helpers/desktop'

test('the window opens on the built page', async () => {
  const desktop = await startDesktop()
  try {
    const page = await desktop.app.firstWindow()
    await expect(page.locator('#root')).not.toBeEmpty()
    expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false)
  } finally {
    await desktop.close()
  }
})
