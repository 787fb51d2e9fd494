import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What the page would hide from people with a disability: one line per rule broken and element. In the dark only colours
 * are looked at: all else is the same as in the light, where the same tests look at everything.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(stillness)
  const dark = await page.evaluate(() => document.documentElement.dataset['theme'] === 'dark')
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations } = await (dark ? axe.withRules(['color-contrast']) : axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Waits until colours and places have come to rest: half-way they are nobody's choice. */
const stillness = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(animation => animation.effect?.getComputedTiming().endTime !== Infinity)
      .map(animation => animation.finished),
  ).then(() => undefined)
