import { Diamond } from 'lucide-react'
import type { ReactNode } from 'react'
import type { T } from '../../../shared/i18n'
import { channelIcon } from '../../../shared/layout/icons'
import type { InventoryColumn, InventoryRow } from '../../../shared/queries'
import { EmotionMark } from '../../document/EmotionMark'
import { completenessWord, gapKind, gapSign, gapWord, levelWords } from '../../document/words'
import { Icon } from '../../ui/Icon'
import { duration } from '../../ui/number'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import styles from './Table.module.css'
import type { Names } from './useNames'

/** The reader's words and number formats; asked for once a row, since a table has many cells. */
export interface Words {
  readonly t: T
  readonly language: string
}

/** What a cell shows; nothing where nothing is known. */
export function cellContent(
  row: InventoryRow,
  column: InventoryColumn,
  names: Names,
  { t, language }: Words,
): ReactNode {
  const { touchpoint, rating } = row
  switch (column) {
    case 'touchpoint':
      return (
        <span className={styles.text} data-faint={!touchpoint.title}>
          {touchpoint.title || t($ => $.board.unnamed.touchpoint)}
        </span>
      )
    case 'stage': {
      const journey = names.journeys.get(row.stage.journeyId)
      const stage = row.stage.title || t($ => $.board.unnamed.stage)
      return <span className={styles.text}>{journey ? `${journey} › ${stage}` : stage}</span>
    }
    case 'step':
      return <span className={styles.text}>{row.step.title || t($ => $.board.unnamed.step)}</span>
    case 'channel':
      return (
        row.channel && (
          <>
            <Icon name={channelIcon(row.channel)} size={13} />
            <span className={styles.text}>{row.channel.title}</span>
          </>
        )
      )
    case 'emotion':
      return rating.emotion !== null && <EmotionMark value={rating.emotion} />
    case 'expectation':
    case 'experience':
    case 'effort':
      return <span>{score(rating[column], language)}</span>
    case 'gap':
      return (
        rating.gap !== null && (
          <span className={styles.gap} data-kind={gapKind(rating.gap)}>
            <b>{gapSign(rating.gap, language)}</b> {gapWord(t, rating.gap)}
          </span>
        )
      )
    case 'level': {
      const at = names.levels.findIndex(({ id }) => id === touchpoint.level)
      const level = names.levels[at]
      return (
        level && (
          <>
            <PyramidGlyph at={at} of={names.levels.length} />
            <span className={styles.text}>{levelWords(t, level, at).name}</span>
          </>
        )
      )
    }
    case 'wait':
      return (
        touchpoint.waitMinutes !== null && (
          <span
            className={styles.wait}
            title={touchpoint.waitAvoidable ? t($ => $.inspector.avoidable) : undefined}
          >
            {duration(touchpoint.waitMinutes, language)}
          </span>
        )
      )
    case 'completeness':
      return (
        touchpoint.completeness && (
          <span className={styles.text} data-faint={touchpoint.completeness === 'full'}>
            {completenessWord(t, touchpoint.completeness)}
          </span>
        )
      )
    case 'department':
      return row.department && <span className={styles.text}>{row.department.title}</span>
    case 'momentOfTruth':
      return (
        touchpoint.momentOfTruth && (
          <Diamond
            className={styles.truth}
            size={11}
            fill="currentColor"
            role="img"
            aria-label={t($ => $.terms.journey.momentOfTruth)}
          />
        )
      )
    case 'pains': {
      const [worst] = row.pains
      return (
        worst && (
          <>
            <b className={styles.score}>
              {worst.severity}×{worst.frequency}
            </b>
            <span className={styles.text}>{worst.title}</span>
            {row.pains.length > 1 && <span className={styles.more}>+{row.pains.length - 1}</span>}
          </>
        )
      )
    }
  }
}

/** A mean of several personas has one place after the point. */
const score = (value: number | null, language: string): string =>
  value === null
    ? ''
    : Number.isInteger(value)
      ? String(value)
      : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
