/** The segments of a document, in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'
import { HomePage } from './homePage'

export type Pane = 'Cards' | 'Compare' | 'Chart' | 'Market' | 'Loyalty'
export type Base = 'Demographic' | 'Geographic' | 'Psychographic' | 'Behavioural' | 'Research'

export class SegmentsPage {
  readonly page: Page
  readonly part: Locator
  readonly cards: Locator
  readonly programmes: Locator
  readonly dialog: Locator
  /** What each customer is worth. */
  readonly lifetime: Locator
  readonly balance: Locator

  constructor(page: Page) {
    this.page = page
    this.part = page.locator('[data-part="segments"]')
    this.cards = this.part.locator('article[data-segment]')
    this.programmes = this.part.locator('article[data-programme]')
    this.dialog = page.getByRole('dialog')
    this.lifetime = this.part.getByRole('region', { name: 'What a customer is worth' }).getByRole('table')
    this.balance = this.part.getByRole('region', { name: 'Balance of the sides' }).getByRole('table')
  }

  async openTemplate(name: string): Promise<void> {
    await new HomePage(this.page).openTemplate(name)
    await this.open()
  }

  /** Goes there by the sidebar. */
  async open(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: /^Segments/ })
      .click()
    await expect(this.page.getByRole('heading', { name: 'Segments', level: 2, exact: true })).toBeVisible()
  }

  async show(pane: Pane): Promise<void> {
    const radio = this.page
      .getByRole('radiogroup', { name: 'Views of the segments' })
      .getByRole('radio', { name: pane })
    await radio.click()
    await expect(radio).toBeChecked()
  }

  async add(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Add a segment' }).click()
    await expect(this.cards.last().locator(':focus')).toHaveAccessibleName('Name of the segment')
    await this.page.keyboard.type(name)
    await expect(this.card(name)).toBeVisible()
    return this.card(name)
  }

  card(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true })
  }

  /** Names of the cards, from top to bottom. */
  names(): Promise<string[]> {
    return this.cards
      .getByRole('textbox', { name: 'Name of the segment' })
      .evaluateAll(fields => fields.map(field => (field as HTMLTextAreaElement).value))
  }

  async addCriterion(card: Locator, base: Base, text: string): Promise<void> {
    await card.getByRole('button', { name: `${base}: add a line` }).click()
    await this.page.keyboard.type(text)
  }

  criterion(card: Locator, base: Base, number = 1): Locator {
    return card.getByRole('textbox', { name: `${base} ${number}`, exact: true })
  }

  async chooseMarket(card: Locator, type: string): Promise<void> {
    await card.getByRole('combobox', { name: 'Market type' }).click()
    await this.page.getByRole('option', { name: type }).click()
  }

  /** What does not fit, on a card or in a pane. */
  hints(where: Locator = this.part): Locator {
    return where.getByRole('note')
  }

  /** A row of the comparison or the balance, by its heading. */
  row(table: Locator, heading: string | RegExp): Locator {
    return table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: heading }) })
  }

  /** An input of the lifetime value. */
  input(segment: string, input: 'margin' | 'purchases' | 'years' | 'churn'): Locator {
    return this.lifetime.getByRole('textbox', { name: `${input}: ${segment}`, exact: true })
  }

  programme(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true })
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).click()
  }
}
