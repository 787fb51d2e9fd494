/** The journey board and the inspector beside it, in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'
import { HomePage } from './homePage'

export type BoxKind = 'stage' | 'step' | 'touchpoint' | 'pain' | 'card'

/** One line of the board's table: stage, step, touchpoint, channel, emotion, expected, experienced. */
export type Row = readonly string[]

export interface Ratings {
  readonly channel: string
  /** -2 to 2 */
  readonly emotion: number
  /** 1 to 5 */
  readonly expected: number
  readonly experienced: number
}

export class BoardPage {
  readonly page: Page
  readonly board: Locator
  readonly inspector: Locator
  readonly editor: Locator

  constructor(page: Page) {
    this.page = page
    this.board = page.locator('[data-part="board"]')
    this.inspector = page.locator('[data-part="inspector"]')
    this.editor = this.board.locator('textarea')
  }

  async newJourney(): Promise<void> {
    await this.page.getByRole('button', { name: /^New journey/ }).click()
    await this.shown()
  }

  async openTemplate(name: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Templates' }).getByRole('button', { name }).click()
    await this.shown()
  }

  /** Opens a template and comes back to it from Home: its file is up to date then. */
  async openWrittenTemplate(name: string): Promise<void> {
    await this.openTemplate(name)
    const home = new HomePage(this.page)
    await home.goHome()
    await home.card(name).getByRole('button').first().click()
    await this.shown()
  }

  /** Waits until the board is on screen and all near boxes have their elements. */
  async shown(): Promise<void> {
    await expect(this.board.locator('[data-ready="true"]')).toBeVisible()
  }

  box(kind: BoxKind, title: string): Locator {
    return this.board.locator(`[data-id][data-kind="${kind}"]`).filter({ hasText: title })
  }

  /** Dashed boxes that make something: 'Add a step' under the stage of that title. */
  async placeholder(label: string, under?: { kind: BoxKind; title: string }): Promise<Locator> {
    const boxes = this.board.locator('[data-kind="empty"]').filter({ hasText: label })
    if (!under) return boxes
    const id = await this.idOf(under.kind, under.title)
    return this.board.locator(`[data-kind="empty"][data-id="${id}"]`).filter({ hasText: label })
  }

  async idOf(kind: BoxKind, title: string): Promise<string> {
    return (await this.box(kind, title).getAttribute('data-id')) ?? ''
  }

  /** Titles of the boxes that are selected. */
  async selected(): Promise<string[]> {
    const texts = await this.board
      .locator('[data-id][data-selected]:not([data-kind="text"])')
      .allTextContents()
    return texts.map(text => text.trim().replace(/\s+/g, ' '))
  }

  /** What is drawn, as the board's own table tells it. */
  rows(): Promise<Row[]> {
    return this.board
      .locator('table tbody tr')
      .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent)))
  }

  /** Titles under a heading of the table, without repetition. */
  async names(column: 'stage' | 'step' | 'touchpoint'): Promise<string[]> {
    const at = ['stage', 'step', 'touchpoint'].indexOf(column)
    return [...new Set((await this.rows()).flatMap(row => row[at] || []))]
  }

  // by mouse

  /** Turns the wheel until a box is wholly on screen beside the names and below the headers. */
  async inView(box: Locator): Promise<Locator> {
    const { x, y, width, height } = await boxOf(box)
    const frame = await this.frame()
    const header = (await box.getAttribute('data-kind')) === 'stage' || y < frame.y + 120
    const beyond = (at: number, size: number, from: number, to: number) =>
      at < from ? at - from : Math.max(0, at + size - to)
    const across = beyond(x, width, frame.x + 150, frame.x + frame.width - 20)
    const down = header ? 0 : beyond(y, height, frame.y + 124, frame.y + frame.height - 20)
    if (across !== 0 || down !== 0) {
      await this.page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2)
      await this.page.mouse.wheel(across, down)
      await this.shown()
    }
    return box
  }

  async rename(kind: BoxKind, title: string, name: string): Promise<void> {
    await this.press(this.box(kind, title), { clickCount: 2 })
    await this.write(name)
  }

  /** Types a title into the field that is open, and ends it by pressing elsewhere. */
  async write(title: string): Promise<void> {
    await expect(this.editor).toBeFocused()
    await this.page.keyboard.type(title)
    await this.pressNowhere()
    await expect(this.editor).toHaveCount(0)
  }

  /** A click on the free place below the map. */
  async pressNowhere(): Promise<void> {
    const box = await this.frame()
    await this.page.mouse.click(box.x + 40, box.y + box.height - 16)
  }

  async choose(box: Locator, entry: string): Promise<void> {
    await this.press(box, { button: 'right' })
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  /** Presses on the middle of a box, after bringing it into view. */
  async press(box: Locator, how: Parameters<Page['mouse']['click']>[2] = {}): Promise<void> {
    const { x, y } = await this.placeAt(await this.inView(box), 0.5, 0.5)
    await this.page.mouse.click(x, y, how)
  }

  async addFirstStep(stage: string, title: string): Promise<void> {
    const place = await this.placeholder('Add a step', { kind: 'stage', title: stage })
    await this.press(place)
    await this.write(title)
  }

  async addStepAfter(step: string, title: string): Promise<void> {
    await this.choose(this.box('step', step), 'Add the next one')
    await this.write(title)
  }

  async addFirstTouchpoint(step: string, title: string): Promise<void> {
    const place = await this.placeholder('Add a touchpoint', { kind: 'step', title: step })
    await this.press(place)
    await this.write(title)
  }

  /** Presses twice on the free room under the cards of a step. */
  async addTouchpointBelow(touchpoint: string, title: string): Promise<void> {
    const box = await boxOf(await this.inView(this.box('touchpoint', touchpoint)))
    await this.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height + 14)
    await this.write(title)
  }

  /** Drags with the mouse in small moves, as a hand does, and lets go there. */
  async drag(from: Locator, to: { x: number; y: number }): Promise<void> {
    const start = await boxOf(from)
    const [x, y] = [start.x + start.width / 2, start.y + Math.min(start.height / 2, 14)]
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + 6, y + 2)
    await this.page.mouse.move((x + to.x) / 2, (y + to.y) / 2, { steps: 4 })
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
    // the next frame has the place where it would land
    await this.page.evaluate(() => new Promise(done => requestAnimationFrame(done)))
    await this.page.mouse.up()
  }

  /** A place by a box, from its upper left corner in shares of its size. */
  async placeAt(box: Locator, across: number, down: number): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = await boxOf(box)
    return { x: x + width * across, y: y + height * down }
  }

  async frame() {
    return boxOf(this.board)
  }

  // the inspector

  /** A group of faces, numbers or words by its label. */
  choices(label: string): Locator {
    return this.inspector.getByRole('radiogroup', { name: label, exact: true })
  }

  channel(): Locator {
    return this.inspector.getByRole('combobox', { name: 'Channel' })
  }

  /** Fills in a touchpoint with the mouse; a channel that is not there yet is made. */
  async fill(touchpoint: string, ratings: Ratings): Promise<void> {
    await this.press(this.box('touchpoint', touchpoint))
    await expect(this.inspector.getByRole('textbox', { name: 'Name of the touchpoint' })).toHaveValue(
      touchpoint,
    )
    await this.channel().click()
    await this.page.keyboard.type(ratings.channel)
    await this.page.getByRole('option', { name: ratings.channel }).click()
    await this.choices('Emotion')
      .getByRole('radio')
      .nth(ratings.emotion + 2)
      .click()
    await this.choices('Expected')
      .getByRole('radio')
      .nth(ratings.expected - 1)
      .click()
    await this.choices('Experienced')
      .getByRole('radio')
      .nth(ratings.experienced - 1)
      .click()
  }

  // the document

  undoButton(): Locator {
    return this.page.getByRole('button', { name: 'Undo' })
  }

  redoButton(): Locator {
    return this.page.getByRole('button', { name: 'Redo' })
  }

  /** Waits until everything is on disk and in the file. */
  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved · file updated')).toBeVisible({ timeout: 15_000 })
  }

  /** Which control has the focus, by its label; a group's label for one of its buttons. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      const named = element?.closest('[role=radiogroup]') ?? element
      const by = named?.getAttribute('aria-labelledby')
      const labels = (named as HTMLInputElement | null)?.labels
      return (
        named?.getAttribute('aria-label') ??
        (by ? document.getElementById(by)?.textContent : undefined) ??
        labels?.[0]?.textContent ??
        named?.textContent ??
        ''
      )
    })
  }

  /** Presses Tab until the control whose label begins so has the focus. */
  async tabTo(label: string, most = 40): Promise<void> {
    const passed: string[] = []
    for (let at = 0; at < most; at++) {
      const now = await this.focused()
      if (now.trim().startsWith(label)) return
      passed.push(now)
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${label}: ${passed.join(' | ')}`)
  }
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element.toString()} is not on screen`)
  return box
}
