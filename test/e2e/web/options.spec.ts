import type { Page } from '@playwright/test'
import { complaintsOf } from '../../helpers/bridgeTest'
import { CanvasScreenPage } from '../../helpers/canvasScreenPage'
import { OptionsPage } from '../../helpers/optionsPage'
import { expect, test } from '../../helpers/webTest'

let complaints: string[]
let options: OptionsPage

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const named = 'Contract bakery'
const renamed = 'Two bakeries'

test.beforeEach(async ({ page }) => {
  complaints = complaintsOf(page)
  options = new OptionsPage(page)
  const canvas = new CanvasScreenPage(page)
  await canvas.openTemplate('Healthy-snack start-up')
  await options.open()
  await expect(page.getByText('No option yet')).toBeVisible()
  await options.fork()
  await page.getByRole('radio', { name: 'Canvas', exact: true }).click()
  await canvas.note(named).click()
  await inspector(page).getByRole('radio', { name: 'here only' }).click()
  await inspector(page).getByRole('textbox', { name: 'Name of the note' }).fill(renamed)
  await expect(canvas.note(renamed)).toBeVisible()
})

// what the browser refuses (content security policy) or reports is a fault, whatever the test was about
test.afterEach(() => expect(complaints).toEqual([]))

test('what is worded here only differs in both views and on the board, is taken over, and undo takes it back', async ({
  page,
}) => {
  await options.open()
  await expect(options.cell('Key partners', 0)).toContainText(named)
  await expect(options.cell('Key partners', 1)).toContainText(`${renamed}changed`)
  await expect(options.cell('Key activities', 1)).not.toContainText(/changed|added|removed|moved/)

  // and on the board, by colour, pattern and code
  await page.getByRole('button', { name: 'Mark on the canvas' }).click()
  await expect(page.locator('[data-note]').filter({ hasText: renamed })).toContainText('CHG')
  await expect(page.locator('[data-part="legend"]')).toContainText(/Worded otherwise here\s*1$/)

  await options.open('Differences')
  await expect(options.changes).toHaveCount(1)
  await expect(options.changes.first()).toHaveText(`changed${named}name${named}${renamed}Take over`)
  await options
    .change(named)
    .getByRole('button', { name: `Take over: ${named}` })
    .click()
  await expect(page.getByText('Nothing is otherwise.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(options.changes.first()).toContainText(renamed)
})

test('an option becomes the model of today, what it was before is an option', async ({ page }) => {
  await options.open()
  await expect(options.head(0)).toContainText('Today')
  await options.head(1).getByRole('button', { name: 'Make it today’s model' }).click()
  await expect(options.head(1)).toContainText('Today')
  await expect(options.head(0)).toContainText('Option')
  await page.keyboard.press('Control+z')
  await expect(options.head(0)).toContainText('Today')
  // a note leads to itself on the canvas of its column
  await options.cell('Key partners', 1).getByRole('button', { name: renamed }).click()
  await expect(inspector(page).getByRole('textbox', { name: 'Name of the note' })).toHaveValue(renamed)
})
