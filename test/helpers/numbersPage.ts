/** The numbers of a canvas in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface Given {
  readonly low?: number
  readonly likely: number
  readonly high?: number
}

export class NumbersPage {
  readonly page: Page
  readonly bars: Locator

  constructor(page: Page) {
    this.page = page
    this.bars = page.getByRole('region', { name: 'What the profit depends on' }).getByRole('img')
  }

  async open(view: 'Results' | 'All numbers'): Promise<void> {
    await this.page.getByRole('radio', { name: 'Numbers', exact: true }).click()
    await this.page.getByRole('radio', { name: view }).click()
  }

  /** The numbers of one note. */
  of(note: string): Locator {
    return this.page.getByRole('main').getByRole('region', { name: note })
  }

  /** Adds a number and types its values; unit and period are what is usual for it. */
  async give(note: string, name: string, values: Given): Promise<Locator> {
    const group = this.of(note)
    if ((await group.count()) === 0) {
      await this.choose('Add a number to', new RegExp(note))
    }
    await group.getByRole('button', { name: 'Number', exact: true }).click()
    await expect(group.getByRole('combobox', { name: 'Name' })).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    for (const [bound, label] of [
      ['low', 'Low value'],
      ['likely', 'Likely value'],
      ['high', 'High value'],
    ] as const) {
      const value = values[bound]
      if (value !== undefined) await group.getByRole('textbox', { name: label }).fill(String(value))
    }
    return group
  }

  async choose(list: string, option: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('combobox', { name: list }).click()
    await this.page.getByRole('option', { name: option }).click()
  }

  /** The figures of a row by their columns; one text that stands over several rows counts for each. */
  async figures(row: string): Promise<Readonly<Record<string, string>>> {
    return this.page
      .getByRole('main')
      .locator('table')
      .evaluate((table, label) => {
        const grid: string[][] = []
        const rows = [...(table as HTMLTableElement).rows]
        rows.forEach((line, at) => {
          for (const cell of line.cells) {
            let place = 0
            while (grid[at]?.[place] !== undefined) place++
            for (let below = 0; below < cell.rowSpan; below++)
              (grid[at + below] ??= [])[place] = cell.textContent?.replaceAll('\u00a0', ' ') ?? ''
          }
        })
        const found = grid.find(([head]) => head === label) ?? []
        return Object.fromEntries(found.map((text, place) => [grid[0]?.[place] ?? '', text]))
      }, row)
  }
}
