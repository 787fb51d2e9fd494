/** The canvas board in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

/** One line of the board's table: block, note, segments, links. */
export type NoteRow = readonly string[]

export class CanvasPage {
  readonly page: Page
  readonly board: Locator
  readonly editor: Locator
  readonly wires: Locator

  constructor(page: Page) {
    this.page = page
    this.board = page.locator('[data-part="canvas"]')
    this.editor = this.board.getByRole('textbox', { name: 'Name of the note' })
    this.wires = this.board.locator('svg[data-wires] g')
  }

  async newCanvas(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^New canvas/ })
      .first()
      .click()
    await this.shown()
  }

  async openTemplate(name: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Templates' }).getByRole('button', { name }).click()
    await this.shown()
  }

  async shown(): Promise<void> {
    await expect(this.board.locator('[data-block]')).toHaveCount(9)
  }

  note(title: string): Locator {
    return this.board.locator('[data-note]').filter({ hasText: title })
  }

  block(name: string): Locator {
    return this.board.locator('[data-block]').filter({ has: this.page.locator('h3', { hasText: name }) })
  }

  /** Titles of the notes of a block, in order, as the board's own table tells them. */
  async notesIn(block: string): Promise<string[]> {
    return (await this.rows()).flatMap(([name, title]) => (name === block && title ? title : []))
  }

  rows(): Promise<NoteRow[]> {
    return this.page
      .locator('table:has(caption:text("Canvas board")) tbody tr')
      .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent ?? '')))
  }

  /** Titles of what is selected, without codes. */
  async selected(): Promise<string[]> {
    return this.board.locator('[data-note][data-selected="true"]').evaluateAll(notes =>
      notes.map(note =>
        [...(note.querySelector('[data-title]')?.children ?? [])]
          .map(line => line.textContent)
          .join(' ')
          .trim(),
      ),
    )
  }

  /** Types the title that is open and ends with a key. */
  async write(title: string, key = 'Enter'): Promise<void> {
    await expect(this.editor).toBeFocused()
    await this.page.keyboard.type(title)
    await this.page.keyboard.press(key)
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }

  /** Presses twice on the free room at the lower end of a block. */
  async addIn(block: string, title: string): Promise<void> {
    const { x, y, width, height } = await boxOf(this.block(block))
    await this.page.mouse.dblclick(x + width / 2, y + height - 6)
    await this.write(title)
    await expect(this.editor).toHaveCount(0)
  }

  /** Drags with the mouse in small moves, as a hand does, and lets go there. */
  async drag(from: Locator, to: { x: number; y: number }): Promise<void> {
    const start = await boxOf(from)
    const [x, y] = [start.x + 30, start.y + 14]
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + 6, y + 3)
    await this.page.mouse.move((x + to.x) / 2, (y + to.y) / 2, { steps: 4 })
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
    // the next frame has the place where it would land
    await this.page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    await this.page.mouse.up()
  }

  /** A place in an element, from its upper left corner in shares of its size. */
  async placeAt(element: Locator, across: number, down: number): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = await boxOf(element)
    return { x: x + width * across, y: y + height * down }
  }

  /** Waits until everything is on disk and in the file. */
  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved · file updated')).toBeVisible({ timeout: 15_000 })
  }
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element.toString()} is not on screen`)
  return box
}
