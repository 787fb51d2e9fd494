import { TriangleAlert } from 'lucide-react'
import { look } from '../../app/store'
import { levelWords } from '../../document/words'
import { Button } from '../../ui/Button'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { useText } from '../../ui/text'
import styles from './Pyramid.module.css'
import type { PlanRow, PyramidModel } from './pyramidRows'
import { useSpokenLevel } from './useSpokenLevel'

/** Squares drawn for opportunities; above that the number alone says it. */
const SQUARES = 8

interface Props {
  readonly model: PyramidModel
  readonly missedOnly: boolean
  readonly onMissedOnly: (missedOnly: boolean) => void
}

/** Under the drawing: what the pyramid warns of, where the plan works, how the signs are read. */
export function Advice({ model, missedOnly, onMissedOnly }: Props) {
  const t = useText()
  const missed = model.levels.reduce((sum, level) => sum + level.missed, 0)
  return (
    <div className={styles.left}>
      {model.warning && (
        <section className={styles.warning} aria-label={t($ => $.pyramid.base.title)}>
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
          <div>
            <h3>{t($ => $.pyramid.base.title)}</h3>
            <WarningText model={model} />
            {(missed > 0 || missedOnly) && (
              <Button tone="link" aria-pressed={missedOnly} onClick={() => onMissedOnly(!missedOnly)}>
                {missedOnly ? t($ => $.pyramid.showAll) : t($ => $.pyramid.showMissed, { count: missed })}
              </Button>
            )}
          </div>
        </section>
      )}
      {model.levelled === 0 && (
        <section className={styles.hint}>
          <h3>{t($ => $.pyramid.nothing.title)}</h3>
          <p>{t($ => $.pyramid.nothing.text)}</p>
        </section>
      )}
      {model.plan.length > 0 && (
        <section className={styles.plan}>
          <h3>{t($ => $.pyramid.plan)}</h3>
          <div className={styles.planRows}>
            {model.plan.map(row => (
              <Plan key={row.levelId} row={row} model={model} />
            ))}
          </div>
        </section>
      )}
      <div className={styles.legend}>
        <span>
          <svg width={12} height={12} aria-hidden>
            <circle cx={6} cy={6} r={4} fill="var(--paper)" stroke="var(--ink-2)" strokeWidth={1.5} />
          </svg>
          {t($ => $.pyramid.expected)}
        </span>
        <span>
          <svg width={12} height={12} aria-hidden>
            <circle cx={6} cy={6} r={4} fill="var(--ink-2)" />
          </svg>
          {t($ => $.pyramid.experienced)}
        </span>
        <p>{t($ => $.pyramid.rule)}</p>
      </div>
    </div>
  )
}

function WarningText({ model: { warning, levels } }: { model: PyramidModel }) {
  const t = useText()
  const spoken = useSpokenLevel()
  const weak = levels.find(({ level }) => level.id === warning?.levelId)
  if (!warning || !weak) return null
  const { met, rated, aiming, opportunities } = warning
  const level = spoken(weak)
  const base =
    met > 0
      ? t($ => $.pyramid.base.met, { met, rated, level })
      : rated > 1
        ? t($ => $.pyramid.base.none, { rated, level })
        : t($ => $.pyramid.base.only, { level })
  const plan =
    opportunities === 1
      ? t($ => $.pyramid.base.aimingOnly)
      : t($ => $.pyramid.base.aiming, { count: aiming, all: opportunities })
  return (
    <p>
      {base} {plan}
    </p>
  )
}

function Plan({ row: { levelId, ids }, model }: { row: PlanRow; model: PyramidModel }) {
  const t = useText()
  const found = model.levels.find(({ level }) => level.id === levelId)
  const name = found ? levelWords(t, found.level, found.at).name : t($ => $.pyramid.withoutLevel)
  const number = t($ => $.pyramid.opportunities, { count: ids.length })
  return (
    <div className={styles.planRow}>
      <PyramidGlyph at={found?.at ?? -1} of={model.levels.length} />
      <span title={name}>{name}</span>
      <i aria-hidden>
        {ids.slice(0, SQUARES).map(id => (
          <u key={id} />
        ))}
      </i>
      {ids.length > 0 ? (
        <button type="button" onClick={() => look({ selection: [...ids], inspector: true })}>
          {number}
        </button>
      ) : (
        <em>{number}</em>
      )}
    </div>
  )
}
