/** Options of a canvas in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

export class OptionsPage {
  readonly page: Page
  readonly changes: Locator

  constructor(page: Page) {
    this.page = page
    this.changes = page.getByRole('main').locator('tbody tr')
  }

  async open(view: 'Side by side' | 'Differences' = 'Side by side'): Promise<void> {
    await this.page.getByRole('radio', { name: 'Options', exact: true }).click()
    await expect(this.page.getByRole('button', { name: 'New option' })).toBeVisible()
    const choice = this.page.getByRole('radio', { name: view })
    if (await choice.count()) await choice.click()
  }

  async fork(): Promise<void> {
    await this.page.getByRole('button', { name: 'New option' }).click()
  }

  /** What a canvas shows in a block, side by side; both counted from 0. */
  cell(block: string, column: number): Locator {
    return this.page
      .getByRole('row', { name: new RegExp(`^${block}`) })
      .getByRole('cell')
      .nth(column)
  }

  head(column: number): Locator {
    return this.page.getByRole('columnheader').nth(column + 1)
  }

  /** A change by what it is about: mark, name, before, after. */
  change(about: string): Locator {
    return this.changes.filter({ hasText: about })
  }
}
