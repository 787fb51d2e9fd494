/** What the palette offers, and which of it answers a query. */
import { FileText, Map as MapIcon, Zap, type LucideIcon } from 'lucide-react'
import { allActions, situation } from '../../app/actions'
import { nameOf } from '../../app/library'
import { activate, look, open, useApp } from '../../app/store'
import { titleOf } from '../../app/titles'
import type { DocumentSession } from '../../document/session'
import type { T } from '../../../shared/i18n'
import type { RecentEntry } from '../../../shared/ipc/contract'
import { shownKeys } from '../../ui/keys'
import { fold, match } from '../../ui/match'
import { recordsIn } from './records'

export type Group = 'documents' | 'actions' | 'records'

export interface Item {
  readonly id: string
  readonly group: Group
  readonly label: string
  /** Small words beside the label. */
  readonly detail: string
  readonly keys: string
  readonly icon: LucideIcon
  readonly run: () => unknown
}

interface Candidate {
  readonly item: Item
  readonly folded: string
}

/** How many are shown of each kind. */
const SHOWN = { documents: 6, actions: 40, records: 30 } as const satisfies Record<Group, number>

/** Everything that can be found now: gathered once, when the palette opens. */
export function candidates(t: T, recent: readonly RecentEntry[]): Candidate[] {
  const { session } = situation()
  return [...documents(t, session, recent), ...actions(t), ...records(session)].map(item => ({
    item,
    folded: fold(item.label),
  }))
}

function documents(t: T, current: DocumentSession | undefined, entries: readonly RecentEntry[]): Item[] {
  const { sessions } = useApp.getState()
  const others = sessions.filter(session => session !== current)
  const opened = others.map(session => ({
    id: session.handle,
    label: titleOf(session.doc) || session.fileName,
    detail: `${t($ => $.palette.isOpen)} · ${session.fileName}`,
    icon: MapIcon,
    run: () => activate(session.handle),
  }))
  const names = new Set(sessions.map(({ fileName }) => fileName))
  const recent = entries
    .filter(entry => !entry.missing && !names.has(entry.fileName))
    .map(entry => ({
      id: entry.handle,
      label: nameOf(entry),
      detail: [entry.folder, entry.fileName].filter(Boolean).join(' › '),
      icon: FileText,
      run: () => open(bridge => bridge.call('document.openRecent', { recent: entry.handle })),
    }))
  return [...opened, ...recent].map(item => ({ ...item, group: 'documents', keys: '' }))
}

function actions(t: T): Item[] {
  const now = situation()
  return allActions()
    .filter(({ id, enabled }) => id !== 'app.palette' && enabled(now))
    .map(({ id, label, icon, keys, run }) => ({
      id,
      group: 'actions',
      label: label(t),
      detail: '',
      keys: keys?.[0] ? shownKeys(keys[0]) : '',
      icon: icon ?? Zap,
      run: () => run(situation()),
    }))
}

const records = (session: DocumentSession | undefined): Item[] =>
  session
    ? recordsIn(session.doc).map(({ id, title, where, icon, goTo }) => ({
        id,
        group: 'records',
        label: title,
        detail: where,
        keys: '',
        icon,
        run: () => look(goTo),
      }))
    : []

/**
 * What answers a query: groups with their best answer first, inside a group the best first.
 * Without a query: documents and actions, in their own order.
 */
export function answers(all: readonly Candidate[], query: string): (readonly [Group, readonly Item[]])[] {
  const wanted = fold(query.trim())
  const scored = all.flatMap(({ item, folded }) => {
    if (!wanted) return item.group === 'records' ? [] : [{ item, score: 0 }]
    const score = match(folded, wanted)
    return score === null ? [] : [{ item, score }]
  })
  return (['records', 'documents', 'actions'] as const)
    .map(group => ({
      group,
      found: scored.filter(({ item }) => item.group === group).sort((a, b) => a.score - b.score),
    }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => (a.found[0]?.score ?? 0) - (b.found[0]?.score ?? 0))
    .map(({ group, found }) => [group, found.slice(0, SHOWN[group]).map(({ item }) => item)] as const)
}
