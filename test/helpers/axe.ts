import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What the page would hide from people with a disability: one line per rule broken and element. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
