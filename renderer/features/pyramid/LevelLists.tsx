import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { levelColour } from '../../../shared/layout/theme'
import { look } from '../../app/store'
import { levelWords } from '../../document/words'
import { percent } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import { focusTitle } from '../../app/focusTitle'
import { ListRow } from './ListRow'
import type { Shown, ShownLevel } from './placing'
import styles from './Lists.module.css'
import type { Row } from './pyramidRows'

interface Props {
  readonly shown: Shown
  readonly selection: readonly string[]
  readonly missedOnly: boolean
  readonly onMissedOnly: (missedOnly: boolean) => void
  readonly onMore: (levelId: string) => void
}

/**
 * Touchpoints by level, worst gap first. Arrow keys and clicks select, with Shift or Ctrl several; Enter leads to the
 * inspector.
 */
export function LevelLists({ shown, selection, missedOnly, onMissedOnly, onMore }: Props) {
  const t = useText()
  const grid = useRef<HTMLDivElement>(null)
  const rows = [...shown.levels.flatMap(level => level.rows), ...shown.withoutLevel.rows]
  const chosen = new Set(selection)
  const current = selection.findLast(id => rows.some(row => row.id === id))
  const stop = current ?? rows[0]?.id
  const fine = rows.some(({ gap }) => gap !== null && !Number.isInteger(gap))

  useEffect(() => {
    if (!current) return
    const row = grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (grid.current?.contains(document.activeElement)) row?.focus({ preventScroll: true })
  }, [current])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['row'] === undefined) return
    const at = rows.findIndex(row => row.id === stop)
    const mod = event.ctrlKey || event.metaKey
    const to = targetOf(event.key, at, rows.length)
    if (to !== undefined && !mod && !event.altKey) {
      const id = rows[to]?.id
      if (id) look({ selection: event.shiftKey ? extended(selection, id) : [id] })
    } else if (event.key === 'Enter' || event.key === 'F2') {
      look({ selection: stop ? [stop] : [] })
      focusTitle()
    } else if (event.key === ' ') look({ selection: stop ? [stop] : [] })
    else if (event.key === 'Escape') look({ selection: [] })
    else if (mod && event.key === 'a') look({ selection: rows.map(({ id }) => id) })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]')
    const id = row ? row.dataset['row'] : undefined
    if (!id) return
    if (event.ctrlKey || event.metaKey) {
      look({ selection: chosen.has(id) ? selection.filter(one => one !== id) : [...selection, id] })
    } else if (event.shiftKey && current) {
      const [from, to] = [current, id].map(one => rows.findIndex(row => row.id === one)) as [number, number]
      const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(row => row.id)
      look({ selection: from <= to ? between : between.toReversed() })
    } else look({ selection: [id] })
  }
  const drawn = (list: readonly Row[]) =>
    list.map(row => (
      <ListRow key={row.id} row={row} fine={fine} selected={chosen.has(row.id)} stop={row.id === stop} />
    ))
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t($ => $.terms.pyramid.pyramid)}
      aria-multiselectable
      className={styles.grid}
      tabIndex={-1}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={styles.columns}>
        <span role="columnheader" className={styles.nameColumn}>
          {t($ => $.terms.journey.touchpoint)}
          {missedOnly && (
            <button type="button" onClick={() => onMissedOnly(false)}>
              {t($ => $.pyramid.missedOnly)}
              <X size={11} strokeWidth={2} aria-hidden />
            </button>
          )}
        </span>
        <span role="columnheader">{t($ => $.terms.journey.stage)}</span>
        <span role="columnheader">{t($ => $.pyramid.scale)}</span>
        <span role="columnheader">{t($ => $.pyramid.gap)}</span>
      </div>
      {shown.levels.map(level => (
        <div key={level.level.id} role="rowgroup" className={styles.level}>
          <LevelHead level={level} of={shown.levels.length} />
          {drawn(level.rows)}
          {level.rows.length === 0 && (
            <Line>{level.total === 0 ? t($ => $.pyramid.emptyLevel) : t($ => $.pyramid.noneMissed)}</Line>
          )}
          <More number={level.more} onClick={() => onMore(level.level.id)} />
        </div>
      ))}
      {shown.withoutLevel.rows.length > 0 && (
        <div role="rowgroup" className={styles.level}>
          <div role="row" className={styles.head}>
            <div role="rowheader">
              <b>{t($ => $.pyramid.withoutLevel)}</b>
              <span>{t($ => $.pyramid.withoutLevelHint)}</span>
            </div>
          </div>
          {drawn(shown.withoutLevel.rows)}
          <More number={shown.withoutLevel.more} onClick={() => onMore('')} />
        </div>
      )}
    </div>
  )
}

function LevelHead({
  level: { level, at, fulfilledPct, met, rated },
  of,
}: {
  level: ShownLevel
  of: number
}) {
  const t = useText()
  const language = useLanguage()
  const { name, meaning } = levelWords(t, level, at)
  return (
    <div role="row" className={styles.head} data-level={level.id}>
      <div role="rowheader">
        <b title={name}>{name}</b>
        <span title={meaning}>{meaning}</span>
        <em>{rated > 0 ? t($ => $.pyramid.fulfilled, { met, rated }) : t($ => $.pyramid.notRated)}</em>
        <svg width={96} height={6} aria-hidden className={styles.bar}>
          <rect width={96} height={6} fill="var(--line-strong)" />
          <rect width={(96 * (fulfilledPct ?? 0)) / 100} height={6} fill={`var(--${levelColour(at, of)})`} />
        </svg>
        <strong>{fulfilledPct === null ? '–' : percent(fulfilledPct, language)}</strong>
      </div>
    </div>
  )
}

const Line = ({ children }: { children: ReactNode }) => (
  <div role="row" className={styles.line}>
    <span role="gridcell">{children}</span>
  </div>
)

function More({ number, onClick }: { number: number; onClick: () => void }) {
  const t = useText()
  if (number === 0) return null
  return (
    <Line>
      <button type="button" onClick={onClick}>
        {t($ => $.pyramid.showMore, { number })}
      </button>
    </Line>
  )
}

/** The row a key leads to; the first press in a list without a selection takes the first row. */
function targetOf(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to))
}

/** Going back over what was selected last takes it out again. */
const extended = (selection: readonly string[], id: string): string[] =>
  selection.includes(id) ? selection.slice(0, selection.indexOf(id) + 1) : [...selection, id]
