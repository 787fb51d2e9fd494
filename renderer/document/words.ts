/** Words for the values of records, in the reader's language. */
import type { T } from '../../shared/i18n'
import type { Touchpoint } from '../../shared/model'
import { signed } from '../ui/number'

export { emotionWord, levelWords } from '../../shared/words'

export type GapKind = 'missed' | 'met' | 'exceeded'

export const gapKind = (gap: number): GapKind => (gap < 0 ? 'missed' : gap > 0 ? 'exceeded' : 'met')

/** '−3', or '+0.5' where several personas say different things. */
export const gapSign = (gap: number, language: string): string =>
  signed(gap, language, Number.isInteger(gap) ? 0 : 1)

/** The word beside a gap: missed, met, exceeded. */
export const gapWord = (t: T, gap: number): string => t($ => $.pyramid[gapKind(gap)])

export const completenessWord = (t: T, value: NonNullable<Touchpoint['completeness']>): string =>
  ({
    none: t($ => $.inspector.completeness.none),
    partial: t($ => $.inspector.completeness.partial),
    full: t($ => $.inspector.completeness.full),
  })[value]
