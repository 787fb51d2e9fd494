/** The presentation of a canvas in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

export class StoryPage {
  readonly page: Page
  readonly screen: Locator
  /** What is told now. */
  readonly title: Locator
  readonly block: Locator
  readonly count: Locator
  readonly notes: Locator

  constructor(page: Page) {
    this.page = page
    this.screen = page.locator('[data-part="story"]')
    this.title = this.screen.locator('article h2')
    this.block = this.screen.locator('article p').first()
    this.count = this.screen.locator('[aria-live]')
    this.notes = this.screen.getByRole('textbox', { name: 'Speaker’s note' })
  }

  async begin(): Promise<void> {
    await this.page.keyboard.press('F5')
    await expect(this.screen).toBeVisible()
    await this.page.keyboard.press('Home')
    await expect(this.count).toHaveText(/^1 of/)
  }

  /** Goes through to the end with a key. Returns block and title of each note, in order. */
  async walk(key = 'ArrowRight'): Promise<{ block: string; title: string }[]> {
    const [, most = '0'] = /of (\d+)/.exec((await this.count.textContent()) ?? '') ?? []
    const told: { block: string; title: string }[] = []
    for (let at = 1; at <= Number(most); at++) {
      await expect(this.count).toHaveText(`${at} of ${most}`)
      told.push({
        block: (await this.block.textContent()) ?? '',
        title: (await this.title.textContent()) ?? '',
      })
      await this.page.keyboard.press(key)
    }
    return told
  }

  async end(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.screen).toHaveCount(0)
  }
}
