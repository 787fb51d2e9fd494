/** All rules, in the order of their numbers. */
import type { Rule } from '../rule'
import { assumptions } from './assumptions'
import { bridge } from './bridge'
import { channels } from './channels'
import { meansRules } from './means'
import { money } from './money'
import { multiSided } from './multiSided'
import { offers } from './offers'
import { payers } from './payers'
import { relations } from './relations'
import { segments } from './segments'
import { texts } from './texts'

export const rules: readonly Rule[] = [
  ...offers,
  ...payers,
  ...channels,
  ...relations,
  ...multiSided,
  ...money,
  ...segments,
  ...meansRules,
  ...texts,
  ...assumptions,
  ...bridge,
].toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** L01 to L40. */
export const ruleIds: readonly string[] = [...new Set(rules.map(({ id }) => id))]
