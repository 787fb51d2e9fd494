/** Home and the windows over it, in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

export class HomePage {
  readonly page: Page
  readonly recent: Locator
  readonly templates: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.recent = page.getByRole('region', { name: 'Recent' })
    this.templates = page.getByRole('region', { name: 'Templates' })
    this.search = page.getByRole('searchbox', { name: 'Search recent and templates' })
  }

  /** The cards of the recent list, in order. */
  get cards(): Locator {
    return this.recent.getByRole('listitem')
  }

  card(name: string): Locator {
    return this.cards.filter({ hasText: name })
  }

  template(name: string): Locator {
    return this.templates.getByRole('button', { name })
  }

  async openTemplate(name: string): Promise<void> {
    await this.template(name).click()
    await this.documentShown()
  }

  /** Waits until a document is on screen. */
  async documentShown(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Home', exact: true })).toBeVisible()
  }

  async goHome(): Promise<void> {
    await this.page.getByRole('button', { name: 'Home', exact: true }).click()
    await this.shown()
  }

  /** Waits until Home is on screen with its lists. */
  async shown(): Promise<void> {
    await expect(this.templates).toBeVisible()
  }

  /** Loads the page anew: what was open is open again, from there back Home. */
  async restart(): Promise<void> {
    await this.page.reload()
    await this.documentShown()
    await this.goHome()
  }

  /** Chooses an entry of a card's menu. */
  async choose(name: string, entry: string): Promise<void> {
    const card = this.card(name)
    await card.hover()
    await card.getByRole('button', { name: /^More for/ }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  async speak(language: string): Promise<void> {
    await this.page.locator('footer').getByRole('button').last().click()
    await this.page.getByRole('menuitem', { name: language }).click()
  }

  async setTheme(theme: 'System' | 'Light' | 'Dark'): Promise<void> {
    await this.page.getByRole('button', { name: 'Settings' }).click()
    await this.page.getByRole('radio', { name: theme }).click()
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }
}

/** Every text and label on the page that looks like the key of a text instead of the text. */
export const keysShown = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) said.push(walker.currentNode.textContent ?? '')
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '')
    }
    return said.filter(text => /^[a-z]\w*(\.\w+)+$/.test(text.trim()) || text.includes('{{'))
  })
