import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What the page would hide from people with a disability: one line per rule broken and element. In the other theme, which
 * the page is shown in for that, only colours are looked at: all else is the same.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const shown = await page.evaluate(themeShown)
  const other = shown === 'dark' ? 'light' : 'dark'
  const found = await violations(page, axe => axe)
  await showIn(page, other)
  const colours = await violations(page, axe => axe.withRules(['color-contrast']))
  await showIn(page, shown)
  return [...found, ...colours.map(line => `${other}: ${line}`)]
}

async function violations(page: Page, of: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  await page.evaluate(stillness)
  // the page has no frames; for those alone the other mode opens an empty page with each look
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations: broken } = await of(axe).analyze()
  return broken.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Every test that asks leaves the theme to the system. */
const themeShown = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

async function showIn(page: Page, colorScheme: 'dark' | 'light') {
  await page.emulateMedia({ colorScheme })
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined()
}

/** Waits until colours and places have come to rest: half-way they are nobody's choice. */
const stillness = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(animation => animation.effect?.getComputedTiming().endTime !== Infinity)
      .map(animation => animation.finished),
  ).then(() => undefined)
