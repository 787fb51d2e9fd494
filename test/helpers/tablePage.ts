/** The table of touchpoints and the inspector beside it, in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'
import { BoardPage } from './boardPage'

export class TablePage {
  readonly page: Page
  readonly grid: Locator
  readonly toolbar: Locator
  readonly inspector: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Touchpoints as a table' })
    this.toolbar = page.getByRole('search', { name: 'Filter' })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
  }

  /** Opens a template and shows its table. */
  async openTemplate(name: string): Promise<void> {
    await new BoardPage(this.page).openTemplate(name)
    await this.show('Table')
  }

  async show(view: 'Board' | 'Table' | 'Pyramid'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: view }).click()
    if (view === 'Table') await expect(this.grid).toBeVisible()
    if (view === 'Board') await new BoardPage(this.page).shown()
  }

  /** How many touchpoints pass the filters, as it is told. */
  get count(): Locator {
    return this.toolbar.getByRole('status')
  }

  /** Rows in sight, without the headings. */
  get rows(): Locator {
    return this.grid.locator('[role="row"][aria-selected]')
  }

  row(touchpoint: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('rowheader', { name: touchpoint, exact: true }) })
  }

  cell(touchpoint: string, column: string): Locator {
    return this.row(touchpoint).locator(`[data-column="${column}"]`)
  }

  heading(name: string): Locator {
    return this.grid.getByRole('columnheader', { name, exact: true })
  }

  /** The texts of a column, of the rows in sight. */
  column(id: string): Promise<string[]> {
    return this.rows.locator(`[data-column="${id}"]`).allTextContents()
  }

  /** Titles of the selected rows. */
  selected(): Promise<string[]> {
    return this.grid.locator('[aria-selected="true"] [role="rowheader"]').allTextContents()
  }

  /** What the cursor stands on, as it is read aloud. */
  async underCursor(): Promise<string> {
    const id = (await this.grid.getAttribute('aria-activedescendant')) ?? ''
    return (await this.page.locator(`[id="${id}"]`).textContent()) ?? ''
  }

  /** Puts the cursor into a cell. */
  async goTo(touchpoint: string, column: string): Promise<void> {
    await this.cell(touchpoint, column).click()
    await expect(this.cell(touchpoint, column)).toHaveAttribute('data-cursor', 'true')
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
}
