import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RecentEntry } from '../../../shared/ipc/contract'
import { nameOf } from '../../app/library'
import { attempt, open, tell, useApp } from '../../app/store'
import { openFile } from '../../app/files'
import { Menu } from '../../ui/Menu'
import { useLanguage, useText } from '../../ui/text'
import { useNow } from '../../ui/time'
import cards from './Cards.module.css'
import { focusCell, useGrid } from './grid'
import styles from './Home.module.css'
import { RecentCard } from './RecentCard'
import type { Once } from './useOnce'

/** Two rows of four. */
const FIRST = 8

interface Props {
  readonly entries: readonly RecentEntry[]
  /** While searching everything that matches is shown. */
  readonly searching: boolean
  readonly once: Once
}

/** The documents opened before, pinned ones in front. */
export function Recent({ entries, searching, once }: Props) {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const grid = useGrid()
  const list = useRef<HTMLUListElement>(null)
  const [order, setOrder] = useState<'time' | 'title'>('time')
  const [all, setAll] = useState(false)

  const sorted = [...entries].sort(byPinned(order, language))
  const shown = all || searching ? sorted : sorted.slice(0, FIRST)

  // after a removal the focus stays where it was; the list may come anew for other reasons before
  const leaving = useRef<{ handle: string; at: number } | null>(null)
  useEffect(() => {
    const { current } = leaving
    if (!current || entries.some(({ handle }) => handle === current.handle)) return
    focusCell(list.current, current.at)
    leaving.current = null
  }, [entries])

  const { bridge, dialogs } = useApp.getState()
  const openOne = ({ handle, missing }: RecentEntry) =>
    once(() => {
      if (!missing) return open(() => bridge.call('document.openRecent', { recent: handle }))
      // without native dialogs the person gives us the file itself
      return dialogs ? open(() => bridge.call('recent.locate', { recent: handle })) : openFile()
    })
  const pin = ({ handle, pinned }: RecentEntry) =>
    void attempt(async () => void (await bridge.call('recent.pin', { recent: handle, pinned: !pinned })))
  const remove = (entry: RecentEntry) =>
    void attempt(async () => {
      leaving.current = { handle: entry.handle, at: shown.indexOf(entry) }
      await bridge.call('recent.remove', { recent: entry.handle })
      tell({ code: 'home.removed', params: { title: nameOf(entry) } })
    })

  const orders = [
    { id: 'time', label: t($ => $.home.recent.byTime) },
    { id: 'title', label: t($ => $.home.recent.byTitle) },
  ] as const
  const chosen = orders.find(({ id }) => id === order)?.label
  return (
    <section className={styles.section} aria-labelledby="home-recent">
      <div className={styles.head}>
        <h2 id="home-recent">{t($ => $.home.recent.title)}</h2>
        {sorted.length > FIRST && !searching && (
          <button type="button" className={styles.quiet} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t($ => $.home.recent.showFewer) : t($ => $.home.recent.showAll, { total: sorted.length })}
          </button>
        )}
        {sorted.length > 1 && (
          <Menu
            align="end"
            trigger={
              <button
                type="button"
                className={`${styles.quiet} ${styles.end} ${styles.edge}`}
                aria-label={`${t($ => $.home.recent.sort)}: ${chosen}`}
              >
                {chosen}
                <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
              </button>
            }
            groups={[
              orders.map(({ id, label }) => ({ id, label, checked: id === order, run: () => setOrder(id) })),
            ]}
          />
        )}
      </div>
      {sorted.length === 0 ? (
        <p className={cards.empty}>
          <strong>{t($ => $.home.recent.empty)}</strong>
          <span>{t($ => $.home.recent.emptyHint)}</span>
        </p>
      ) : (
        <ul ref={list} className={`${styles.grid} ${cards.docs}`} {...grid.listeners}>
          {shown.map((entry, at) => (
            <RecentCard
              key={entry.handle}
              entry={entry}
              now={now}
              tab={grid.tabOf(at, shown.length)}
              open={openOne}
              pin={pin}
              remove={remove}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Pinned first; then the last opened, or by name. */
const byPinned = (order: 'time' | 'title', language: string) => (a: RecentEntry, b: RecentEntry) =>
  Number(b.pinned) - Number(a.pinned) ||
  (order === 'title' ? nameOf(a).localeCompare(nameOf(b), language) : 0) ||
  b.openedAt.localeCompare(a.openedAt)
