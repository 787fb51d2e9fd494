import {
  Ellipsis,
  FileX,
  FolderOpen,
  FolderSearch,
  GitPullRequestArrow,
  LayoutDashboard,
  ListX,
  Map as MapIcon,
  Pin,
  PinOff,
} from 'lucide-react'
import { useState } from 'react'
import type { RecentEntry } from '../../../shared/ipc/contract'
import type { T } from '../../../shared/i18n'
import { nameOf } from '../../app/library'
import { IconButton } from '../../ui/Button'
import { shownKeys } from '../../ui/keys'
import { Menu, MenuAt, type MenuGroups } from '../../ui/Menu'
import { useLanguage, useText } from '../../ui/text'
import { ago, dateAndTime } from '../../ui/time'
import styles from './Cards.module.css'
import { Thumbnail } from './Thumbnail'

interface Props {
  readonly entry: RecentEntry
  readonly now: Date
  readonly tab: number
  readonly open: (entry: RecentEntry) => void
  readonly pin: (entry: RecentEntry) => void
  readonly remove: (entry: RecentEntry) => void
}

/** A document opened before: its map painted small, what it holds, when it was open. */
export function RecentCard({ entry, now, tab, open, pin, remove }: Props) {
  const t = useText()
  const language = useLanguage()
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  const name = nameOf(entry)
  const groups = groupsOf(t, entry, { open, pin, remove })
  return (
    <li className={styles.card} data-missing={entry.missing}>
      <button
        type="button"
        className={styles.open}
        data-cell="recent"
        tabIndex={tab}
        title={entry.folder ? `${entry.fileName} · ${entry.folder}` : entry.fileName}
        onClick={() => open(entry)}
        onKeyDown={event => {
          if (event.key === 'Delete') remove(entry)
        }}
        onContextMenu={event => {
          event.preventDefault()
          setMenuAt({ x: event.clientX, y: event.clientY })
        }}
      >
        <span className={styles.thumb}>
          <Thumbnail scene={entry.thumbnail} />
        </span>
        <span className={styles.name}>
          {entry.pinned && (
            <Pin size={12} strokeWidth={1.75} role="img" aria-label={t($ => $.home.recent.pinned)} />
          )}
          <span className={styles.cut}>{name}</span>
        </span>
        <span className={styles.meta}>
          <Facts entry={entry} />
          {entry.missing ? (
            <span className={styles.locate}>{t($ => $.home.recent.locate)}</span>
          ) : (
            <time dateTime={entry.openedAt} title={dateAndTime(entry.openedAt, language)}>
              {ago(entry.openedAt, now, language)}
            </time>
          )}
        </span>
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton
            icon={Ellipsis}
            label={t($ => $.home.recent.more, { title: name })}
            tabIndex={tab}
            className={styles.more}
          />
        }
        groups={groups}
      />
      {menuAt && <MenuAt point={menuAt} groups={groups} onClose={() => setMenuAt(null)} />}
    </li>
  )
}

/** What the document holds, or what is wrong with it. */
function Facts({ entry: { missing, conflicts, counts } }: { entry: RecentEntry }) {
  const t = useText()
  if (missing) {
    return (
      <>
        <FileX size={12} strokeWidth={1.75} aria-hidden />
        <span className={styles.cut}>{t($ => $.home.recent.missing)}</span>
      </>
    )
  }
  if (conflicts > 0) {
    return (
      <span className={styles.conflicts}>
        <GitPullRequestArrow size={12} strokeWidth={1.75} aria-hidden />
        <span className={styles.cut}>{t($ => $.home.count.conflicts, { count: conflicts })}</span>
      </span>
    )
  }
  const Icon = counts.canvases > 0 ? LayoutDashboard : MapIcon
  return (
    <>
      <Icon size={12} strokeWidth={1.75} aria-hidden />
      <span className={styles.cut}>{countsIn(t, counts)}</span>
    </>
  )
}

/** One journey counts by its touchpoints, one canvas by its notes, several things by themselves. */
function countsIn(t: T, { journeys, touchpoints, canvases, notes }: RecentEntry['counts']): string {
  if (canvases === 0 && journeys <= 1) return t($ => $.home.count.touchpoints, { count: touchpoints })
  if (journeys === 0 && canvases === 1) return t($ => $.home.count.notes, { count: notes })
  return [
    ...(journeys > 0 ? [t($ => $.home.count.journeys, { count: journeys })] : []),
    ...(canvases > 0 ? [t($ => $.home.count.canvases, { count: canvases })] : []),
  ].join(' · ')
}

function groupsOf(
  t: T,
  entry: RecentEntry,
  { open, pin, remove }: Pick<Props, 'open' | 'pin' | 'remove'>,
): MenuGroups {
  return [
    [
      entry.missing
        ? { id: 'open', label: t($ => $.home.recent.locate), icon: FolderSearch, run: () => open(entry) }
        : {
            id: 'open',
            label: t($ => $.terms.ui.open),
            icon: FolderOpen,
            keys: shownKeys('Enter'),
            run: () => open(entry),
          },
      entry.pinned
        ? { id: 'pin', label: t($ => $.home.recent.unpin), icon: PinOff, run: () => pin(entry) }
        : { id: 'pin', label: t($ => $.home.recent.pin), icon: Pin, run: () => pin(entry) },
    ],
    [
      {
        id: 'remove',
        label: t($ => $.home.recent.remove),
        icon: ListX,
        keys: shownKeys('Delete'),
        run: () => remove(entry),
      },
    ],
  ]
}
