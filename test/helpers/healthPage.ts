/** Canvas health in a tester's words. Labels are those of the English page. */
import { expect, type Locator, type Page } from '@playwright/test'

export class HealthPage {
  readonly page: Page
  /** In the status bar; leads to the findings. */
  readonly counts: Locator
  readonly findings: Locator
  readonly assumptions: Locator

  constructor(page: Page) {
    this.page = page
    this.counts = page.getByRole('contentinfo').getByTitle('Canvas health')
    this.findings = page.getByRole('main').getByRole('listitem')
    this.assumptions = page.getByRole('main').locator('[data-assumption]')
  }

  async open(view: 'Findings' | 'Assumptions' = 'Findings'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: 'Canvas health' }).click()
    await this.page.getByRole('radio', { name: view }).click()
  }

  group(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title })
  }

  finding(text: string): Locator {
    return this.findings.filter({ hasText: text })
  }

  async addAssumption(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Assumption', exact: true }).click()
  }

  async setAside(text: string, reason: string): Promise<void> {
    await this.finding(text).getByRole('button', { name: 'Set aside…' }).click()
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Set aside', exact: true })).toBeDisabled()
    await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name: 'Set aside', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
}
