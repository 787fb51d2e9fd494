/** The views of an open document, in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to a view by its key: board, table, pyramid, channels, personas are 1 to 5. */
export async function goTo(
  page: Page,
  view: 'board' | 'table' | 'pyramid' | 'channels' | 'personas',
): Promise<void> {
  if (view === 'channels' || view === 'personas') {
    // by its sign, which is the same in every language
    const sign = page.locator(view === 'channels' ? 'svg.lucide-radio' : 'svg.lucide-user-round')
    await page.locator('nav').getByRole('button').filter({ has: sign }).click()
    return
  }
  await page.keyboard.press(`Control+${['board', 'table', 'pyramid'].indexOf(view) + 1}`)
}

export class PyramidPage {
  readonly page: Page
  readonly lists: Locator
  readonly drawing: Locator
  readonly warning: Locator
  /** Touchpoints, in order. */
  readonly rows: Locator

  constructor(page: Page) {
    this.page = page
    this.lists = page.getByRole('grid', { name: 'Customer experience pyramid' })
    this.drawing = page.getByRole('img', { name: /^Customer experience pyramid/ })
    this.warning = page.getByRole('region', { name: 'Base first' })
    this.rows = this.lists.locator('[data-row]')
  }

  async open(): Promise<void> {
    await goTo(this.page, 'pyramid')
    await expect(this.drawing).toBeVisible()
  }

  /** The heading of a level: name, what it means, counts, percentage. */
  heading(level: string): Locator {
    return this.lists.getByRole('rowheader', { name: level })
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title })
  }

  filter(row: 'Stage' | 'Channel', choice: string | RegExp): Locator {
    return this.page.getByRole('radiogroup', { name: row }).getByRole('radio', { name: choice })
  }

  /** Chooses a channel or stage, from the menu of those the row has no room for if need be. */
  async choose(row: 'Stage' | 'Channel', title: string): Promise<void> {
    const chip = this.filter(row, new RegExp(`^${title}`))
    if (await chip.count()) return chip.click()
    await this.page.getByRole('button', { name: /more$/ }).last().click()
    await this.page.getByRole('menuitem', { name: title }).click()
  }
}
