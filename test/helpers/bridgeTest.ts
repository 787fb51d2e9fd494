/** A page with a document that holds a canvas and two journeys: the snack start-up, the yacht charter and the bank. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root, tempFolder } from './folders'
import { startServe } from './serve'
import { test as webTest } from './webTest'

export const test = webTest.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what it must provide
  serving: async ({}, provide) => {
    const folder = tempFolder()
    const file = join(folder.path, 'both.jboard')
    const cli = (...args: string[]) =>
      execFileSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
        env: { ...process.env, JOURNEYBOARD_DATA: join(folder.path, 'cli') },
      })
    cli('new', file, '--template', 'snack-startup-bmc')
    for (const key of ['yacht-charter', 'bank-account-opening'])
      cli('import', join(root, 'test/files/templates.json'), '--into', file, '--template', key)
    const serving = await startServe({ args: [file], folder: folder.path })
    await provide(serving)
    await serving.stop()
    folder.remove()
  },
})

export { expect } from '@playwright/test'

/** Shows the canvas, and one of its views. */
export async function openCanvasView(page: Page, view: 'Links' | 'Fit'): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Healthy-snack/ })
    .click()
  await page.getByRole('radio', { name: view, exact: true }).click()
}

/** Takes down what the page complains of: errors, and what its content security policy refused. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  return complaints
}
