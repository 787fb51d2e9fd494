import type { T, Texts } from '../i18n'

/** Where a text stands; wrong places do not compile. */
export type Selector = ($: Texts) => string

/** The text at a place that a table holds. */
export const say = (t: T, selector: Selector): string =>
  (t as unknown as (selector: Selector) => string)(selector)
