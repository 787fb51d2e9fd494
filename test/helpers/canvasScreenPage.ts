/** The canvas screen round its board, in a tester's words. Labels are those of the English page. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { HomePage } from './homePage'
import { root } from './folders'

export class CanvasScreenPage {
  readonly page: Page
  readonly board: Locator
  /** Notes in blocks, as they are drawn. */
  readonly notes: Locator
  /** All and one per segment. */
  readonly chips: Locator
  readonly parkingLot: Locator
  readonly elsewhere: Locator
  readonly results: Locator
  readonly legend: Locator
  /** '29 notes · 19 links · 3 segments' */
  readonly counts: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.board = page.locator('[data-part="canvas"]')
    this.notes = this.board.locator('[data-note]')
    this.chips = page.getByRole('toolbar', { name: 'Focus and view' }).locator('[data-drop-segment]')
    this.parkingLot = page.getByRole('region', { name: 'Parking lot' })
    this.elsewhere = page.getByRole('region', { name: 'Not in this layout' })
    this.results = page.locator('[data-part="results"]')
    this.legend = page.locator('[data-part="legend"]')
    this.counts = page.getByRole('contentinfo')
    this.dialog = page.getByRole('dialog')
  }

  async openTemplate(name: string): Promise<void> {
    await new HomePage(this.page).openTemplate(name)
    await expect(this.notes.first()).toBeVisible()
  }

  /** A document with a canvas and nothing on it. */
  async openEmpty(): Promise<void> {
    await this.page.getByRole('button', { name: /^New canvas/ }).click()
    await expect(this.board).toBeVisible()
  }

  note(title: string): Locator {
    return this.notes.filter({ hasText: title })
  }

  chip(name: string): Locator {
    return this.chips.filter({ hasText: name })
  }

  parked(title: string): Locator {
    return this.parkingLot.getByRole('button', { name: title })
  }

  /** Chooses from a menu of the bar: 'Colour', 'Links', 'Layout' or 'More for this canvas'. */
  async choose(menu: string, entry: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${menu}`) }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  async pasteList(text: string): Promise<void> {
    await this.choose('More for this canvas', 'Paste a list…')
    await this.dialog.getByLabel('List to paste').fill(text)
  }

  async drag(from: Locator, to: Locator): Promise<void> {
    await from.hover()
    await this.page.mouse.down()
    const box = (await to.boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await this.page.mouse.move(x, y, { steps: 8 })
    await this.page.mouse.up()
  }

  /** Prints as the page asks for it. Returns how many pages there are, and their size in points. */
  async print(): Promise<{ readonly pages: number; readonly sizes: readonly string[] }> {
    const pdf = (await this.page.pdf({ preferCSSPageSize: true })).toString('latin1')
    return {
      pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
      sizes: [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(
        ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
      ),
    }
  }

  /** What stands on the sheet while the page prints: each text with its colour token. */
  async sheet(): Promise<readonly { readonly text: string; readonly fill: string }[]> {
    return this.page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'))
      const texts = [...document.querySelectorAll('[data-part="print"] :is(text, header span, time)')]
      const found = texts.map(one => ({ text: one.textContent ?? '', fill: one.getAttribute('fill') ?? '' }))
      window.dispatchEvent(new Event('afterprint'))
      return found
    })
  }
}

/** A note of a template by how its title begins, and a quantity it is given: EUR a month. */
export interface Amount {
  readonly title: string
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** The snack start-up with amounts, reported by month, as a file. */
export function snackWithAmounts(folder: string, amounts: readonly Amount[]): string {
  const file = join(folder, 'snack.jboard')
  const cli = (...args: string[]) =>
    execFileSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, JOURNEYBOARD_DATA: join(folder, 'cli') },
    })
  cli('new', file, '--template', 'snack-startup-bmc', '--lang', 'en')
  const { records } = JSON.parse(cli('dump', file)) as {
    records: readonly { id: string; type: string; title?: string }[]
  }
  const commands = amounts.map(({ title, ...range }) => {
    const ownerId = records.find(one => one.type === 'note' && one.title?.startsWith(title))?.id
    return {
      command: 'quantity.add',
      args: { ownerId, name: 'amount', unit: 'EUR', per: 'month', basis: 'estimate', ...range },
    }
  })
  const list = [...commands, { command: 'project.update', args: { period: 'month' } }]
  const script = join(folder, 'amounts.json')
  writeFileSync(script, JSON.stringify(list))
  cli('apply', file, script)
  return file
}
