/** The canvas worked by keyboard alone, as somebody who sees the board but has no mouse. Labels are the English page's. */
import { expect, type Locator, type Page } from '@playwright/test'
import { CanvasPage } from './canvasPage'

/** The likely value alone, or low, likely and high. */
type Range = readonly [number] | readonly [number, number, number]

type Target = { readonly note: string } | { readonly block: string }

export class CanvasHands {
  readonly page: Page
  readonly canvas: CanvasPage

  constructor(page: Page) {
    this.page = page
    this.canvas = new CanvasPage(page)
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The id of the note of that title, wherever it stands. */
  async idOf(title: string): Promise<string> {
    const ids = await this.page
      .locator('[data-note]')
      .evaluateAll(
        (notes, wanted) =>
          notes.flatMap(note =>
            (note.querySelector('[data-title]')?.textContent ?? '').replaceAll(/\s+/g, '') ===
            wanted.replaceAll(/\s+/g, '')
              ? (note.getAttribute('data-note') ?? [])
              : [],
          ),
        title,
      )
    expect(ids, `one note is called ${title}`).toHaveLength(1)
    return ids[0] ?? ''
  }

  /** Walks to a note by arrow keys. */
  async toNote(title: string): Promise<void> {
    await this.walk({ note: await this.idOf(title) })
  }

  /** Walks to a block that has no note yet, by arrow keys. */
  async toBlock(block: string): Promise<void> {
    await this.walk({ block })
  }

  /** Presses the arrow that leads nearer, as an eye on the board would, until it is there. */
  private async walk(target: Target): Promise<void> {
    const seen: string[] = []
    for (let steps = 0; steps < 40; steps++) {
      const { here, ways } = await this.lookTowards(target)
      if (ways.length === 0) return
      // where a way was tried in vain, the next best one
      const way = ways[seen.filter(one => one === here).length % ways.length]!
      seen.push(here)
      await this.press(way)
    }
    throw new Error(`the arrows never led to ${JSON.stringify(target)}: ${seen.join(' | ')}`)
  }

  /** Where the keyboard is, and the arrows that lead towards a target, the longer way first; none when it is there. */
  private lookTowards(target: Target): Promise<{ here: string; ways: string[] }> {
    return this.page.evaluate(wanted => {
      const one = (selector: string) => document.querySelector<HTMLElement>(selector)
      const at = one('[data-note][data-selected="true"]') ?? one('[data-block][data-meant="true"]')
      const goal =
        'note' in wanted
          ? one(`[data-note="${CSS.escape(wanted.note)}"]`)
          : one(`[data-block="${wanted.block}"]`)
      const here = at?.dataset['note'] ?? at?.dataset['block'] ?? ''
      if (!goal) throw new Error(`${JSON.stringify(wanted)} is not on the board`)
      if (!at) return { here, ways: ['ArrowRight'] }
      if (at === goal) return { here, ways: [] }
      const [from, to] = [at.getBoundingClientRect(), goal.getBoundingClientRect()]
      const gap = (a: number, aEnd: number, b: number, bEnd: number) => Math.max(0, b - aEnd, a - bEnd)
      const across = gap(from.left, from.right, to.left, to.right)
      const down = gap(from.top, from.bottom, to.top, to.bottom)
      const sideways = to.left > from.left ? 'ArrowRight' : 'ArrowLeft'
      const upright = to.top > from.top ? 'ArrowDown' : 'ArrowUp'
      return { here, ways: across > down ? [sideways, upright] : [upright, sideways] }
    }, target)
  }

  /** Writes notes into a block that has none, one after another. */
  async fill(block: string, titles: readonly string[]): Promise<void> {
    await this.toBlock(block)
    await this.press('Enter')
    for (const [at, title] of titles.entries()) {
      await expect(this.canvas.editor).toBeFocused()
      await this.page.keyboard.type(title)
      await this.press(at < titles.length - 1 ? 'Tab' : 'Enter')
    }
    await expect(this.canvas.board).toBeFocused()
  }

  /** Ties the selected note to others; where several kinds fit, the one of those words. */
  async link(from: string, words: string, to: string): Promise<void> {
    await this.toNote(from)
    await this.press('l')
    await expect(this.canvas.board).toHaveAttribute('data-linking', 'true')
    await this.toNote(to)
    await this.press('Enter')
    const entry = this.page.getByRole('menuitem', { name: `${from} · ${words} · ${to}` })
    if (!(await this.page.getByRole('menu').isVisible())) return
    for (let tries = 0; tries < 6; tries++) {
      if (await entry.evaluate(element => element === document.activeElement)) break
      await this.press('ArrowDown')
    }
    await expect(entry).toBeFocused()
    await this.press('Enter')
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  // the inspector

  /** Goes over to the inspector of what is selected. */
  async over(): Promise<void> {
    await this.press('F6')
    await expect(this.page.locator('[data-part="inspector"]:focus-within')).toBeVisible()
  }

  /** Comes back to the board. */
  async back(): Promise<void> {
    await this.press('Escape')
    await expect(this.canvas.board).toBeFocused()
  }

  /** What has the focus: its label, or what stands on it. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      const by = element?.getAttribute('aria-labelledby')
      const labels = (element as HTMLInputElement | null)?.labels
      return (
        element?.getAttribute('aria-label') ??
        (by ? document.getElementById(by)?.textContent : undefined) ??
        labels?.[0]?.textContent ??
        element?.textContent ??
        ''
      ).trim()
    })
  }

  /** Presses Tab until the control of that label has the focus; backwards with Shift. */
  async tabTo(label: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
    const passed: string[] = []
    for (let at = 0; at < most; at++) {
      const now = await this.focused()
      if (typeof label === 'string' ? now === label : label.test(now)) return
      passed.push(now)
      await this.press(key)
    }
    throw new Error(`${key} never reached ${String(label)}: ${passed.join(' | ')}`)
  }

  /** Gives what is selected a number, by the button that asks for it or, with a name, by the one for any number. */
  async number(adder: string, values: Range, name?: string): Promise<void> {
    await this.tabTo(adder)
    await this.press('Enter')
    if (name !== undefined) {
      await expect.poll(() => this.focused()).toBe('Name')
      await this.page.keyboard.type(name)
      await expect(this.page.getByRole('option', { name, exact: true })).toBeVisible()
      await this.press('Enter')
      await this.tabTo('Likely value')
    }
    // what is asked for by its name begins with its value
    await expect.poll(() => this.focused()).toBe('Likely value')
    const [first, likely, high] = values
    await this.page.keyboard.type(String(likely ?? first))
    if (likely === undefined) return
    await this.tabTo('Low value', 'Shift+Tab')
    await this.page.keyboard.type(String(first))
    await this.tabTo('High value')
    await this.page.keyboard.type(String(high))
  }

  // the whole document

  undoButton(): Locator {
    return this.page.getByRole('button', { name: 'Undo' })
  }

  redoButton(): Locator {
    return this.page.getByRole('button', { name: 'Redo' })
  }

  /** Undoes until there is nothing left. */
  undoAll(): Promise<void> {
    return this.pressUntilOff('Control+z', this.undoButton())
  }

  redoAll(): Promise<void> {
    return this.pressUntilOff('Control+Shift+z', this.redoButton())
  }

  private async pressUntilOff(keys: string, button: Locator): Promise<void> {
    for (let rounds = 0; await button.isEnabled(); rounds++) {
      if (rounds > 100) throw new Error(`${keys} never came to an end`)
      // one press too many does nothing
      for (let left = 10; left > 0; left--) await this.press(keys)
    }
  }
}
