/** What each rule finds when one thing about a sound model changes. */
import { bridge } from './bridge'
import { links } from './links'
import { means } from './means'
import { money } from './money'
import { segments } from './segments'
import { sides } from './sides'
import { texts } from './texts'
import type { Cases } from './case'

export const cases: Cases = { ...links, ...sides, ...segments, ...means, ...money, ...texts, ...bridge }
