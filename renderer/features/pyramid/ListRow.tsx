import { gapKind, gapSign, gapWord } from '../../document/words'
import { Icon } from '../../ui/Icon'
import { useLanguage, useText } from '../../ui/text'
import { GapScale } from './GapScale'
import styles from './Lists.module.css'
import type { Row } from './pyramidRows'

interface Props {
  readonly row: Row
  readonly selected: boolean
  /** Whether Tab stops here. */
  readonly stop: boolean
  /** Some gap of the list is not whole: signs take more room. */
  readonly fine: boolean
}

/** One touchpoint in one line. */
export function ListRow({ row, selected, stop, fine }: Props) {
  const t = useText()
  const language = useLanguage()
  const { expectation, experience, gap } = row
  const number = (value: number | null) =>
    value === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
  const spoken = t($ => $.pyramid.spoken, {
    expected: number(expectation),
    experienced: number(experience),
  })
  return (
    <div
      role="row"
      aria-selected={selected}
      tabIndex={stop ? 0 : -1}
      data-row={row.id}
      data-part={stop ? 'pyramid' : undefined}
      className={styles.row}
    >
      <span role="gridcell" className={styles.icon} title={row.channel || t($ => $.pyramid.noChannel)}>
        <Icon name={row.icon} size={13} />
        <span className="visually-hidden">{row.channel}</span>
      </span>
      <span role="gridcell" className={styles.name} data-unnamed={row.title === ''} title={row.title}>
        <span>{row.title || t($ => $.board.unnamed.touchpoint)}</span>
        {row.momentOfTruth && (
          <span role="img" aria-label={t($ => $.terms.journey.momentOfTruth)} className={styles.truth}>
            <Icon name="truth" size={10} />
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.stage} title={row.stage}>
        {row.stage}
      </span>
      <span role="gridcell" className={styles.scale} title={spoken}>
        <GapScale {...row} />
        <span className="visually-hidden">{spoken}</span>
      </span>
      <span
        role="gridcell"
        className={styles.gap}
        data-kind={gap === null ? 'none' : gapKind(gap)}
        data-fine={fine}
      >
        {gap === null ? (
          t($ => $.pyramid.notRated)
        ) : (
          <>
            <b>{gapSign(gap, language)}</b>
            {gapWord(t, gap)}
          </>
        )}
      </span>
    </div>
  )
}
