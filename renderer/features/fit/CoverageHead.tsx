import { levelColour } from '../../../shared/layout/theme'
import type { Fit } from '../../../shared/queries'
import { useSession } from '../../document/hooks'
import { levelWords } from '../../document/words'
import { percent } from '../../ui/number'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { useLanguage, useText } from '../../ui/text'
import styles from './Coverage.module.css'

/** How much of the weight of a segment's pains is answered, in all and by level of the pyramid. */
export function CoverageHead({ fit: { coverage, byLevel } }: { fit: Fit }) {
  const t = useText()
  const language = useLanguage()
  const levels = useSession().doc.project().pyramid
  const shown = (share: number | null) => (share === null ? '–' : percent(share, language))
  // the top of the pyramid stands on top, pains without a level below it
  const ordered = [
    ...byLevel.filter(({ level }) => level !== null).toReversed(),
    ...byLevel.filter(({ level }) => level === null),
  ]
  return (
    <div className={styles.head}>
      <div className={styles.figure} role="status">
        <strong>{shown(coverage.share)}</strong>
        <p>
          {t($ => $.fit.coverage)}
          <em>{t($ => $.fit.coverageCount, { answered: coverage.answered, all: coverage.pains })}</em>
        </p>
      </div>
      <ul className={styles.levels}>
        {ordered.map(({ level, share, answered, pains }) => {
          const at = levels.findIndex(({ id }) => id === level)
          const known = levels[at]
          return (
            <li key={level ?? ''}>
              <PyramidGlyph at={at} of={levels.length} />
              <span>{known ? levelWords(t, known, at).name : t($ => $.fit.noLevel)}</span>
              <svg width={96} height={6} aria-hidden className={styles.bar}>
                <rect width={96} height={6} fill="var(--line-strong)" />
                <rect
                  width={(96 * (share ?? 0)) / 100}
                  height={6}
                  fill={known ? `var(--${levelColour(at, levels.length)})` : 'var(--ink-3)'}
                />
              </svg>
              <b>{shown(share)}</b>
              <em>{pains > 0 && t($ => $.fit.answeredOf, { answered, all: pains })}</em>
            </li>
          )
        })}
      </ul>
      <p className={styles.rule}>{t($ => $.fit.rule)}</p>
    </div>
  )
}
