import { Dialog } from '@base-ui/react/dialog'
import {
  ArrowDown,
  CheckCheck,
  ChevronDown,
  GitCompareArrows,
  GitMerge,
  History,
  ListFilter,
  Minus,
  PanelRight,
  Pencil,
  Plus,
  RotateCcw,
  Undo2,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { useRef, useState } from 'react'
import type { PreviewRecord } from '../../../shared/document/merge'
import { closeOverlay } from '../../app/overlay'
import { takenIn, useReceived, type Received } from '../../app/receiving'
import { attempt, replaced, tell, useApp } from '../../app/store'
import { titleOf } from '../../app/titles'
import { Button, IconButton } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import { BoardPane, type Place } from './BoardPane'
import { chooseAll, choiceOf, conflictCount, noChoices, wishOf, type Choices } from './choices'
import styles from './MergeScreen.module.css'
import { MergeTable } from './MergeTable'
import { authorsOf, countsInWords, fits, useMerging, type Filter } from './rows'
import { mayHold } from './words'

/** What a received copy brings, and what is to become of it; nothing is written before it is merged. */
export function MergeScreen() {
  const received = useReceived(state => state.received)
  return received && <Merging received={received} />
}

const filters: readonly Filter[] = ['all', 'conflict', 'changed', 'added', 'removed']
const icons: Readonly<Record<Filter, LucideIcon>> = {
  all: ListFilter,
  conflict: GitCompareArrows,
  changed: Pencil,
  added: Plus,
  removed: Minus,
}

function Merging({ received: { session, plan, fileName, isPart, from, entries } }: { received: Received }) {
  const t = useText()
  const bridge = useApp(state => state.bridge)
  const { boards, merging } = useMerging(session.doc, entries)
  const { rows } = merging
  const [choices, setChoices] = useState<Choices>(noChoices)
  const [filter, setFilter] = useState<Filter>('all')
  const [place, setPlace] = useState<Place | null>(null)
  // a narrow window has room for the list alone
  const [beside, setBeside] = useState(() => window.innerWidth >= 1280)
  const busy = useRef(false)
  const popup = useRef<HTMLDivElement>(null)
  const authors = authorsOf(rows)
  const nameOf = (author: string) => author || t($ => $.merge.someone)
  const conflicts = conflictCount(choices, rows)

  const leave = () => {
    closeOverlay()
    useReceived.setState({ received: null })
  }
  const cancel = () => {
    leave()
    void attempt(async () => void (await bridge.call('merge.drop', { document: session.handle, plan })))
  }
  const merge = async () => {
    if (busy.current) return
    busy.current = true
    await attempt(async () => {
      await session.flush()
      const wish = wishOf(choices, entries)
      const opened = await bridge.call('merge.apply', {
        document: session.handle,
        plan,
        wish: { records: [...wish.records], fields: [...wish.fields] },
      })
      await replaced(opened)
      leave()
      tell({ code: 'merge.done', params: { name: fileName, what: countsInWords(t, rows) } })
      await takenIn(from)
    })
    busy.current = false
  }
  const nextConflict = () => {
    const open = [
      ...(popup.current?.querySelectorAll<HTMLElement>('[data-open-conflict] [aria-checked=true]') ?? []),
    ]
    const at = open.findIndex(one => one === document.activeElement)
    const next = open[(at + 1) % open.length]
    next?.focus()
    next?.scrollIntoView({ block: 'center' })
  }
  const count = (one: Filter) =>
    one === 'conflict' ? conflicts.all : rows.filter(row => fits(one, row)).length
  const filterLabel = (one: Filter) => {
    if (one === 'all') return t($ => $.merge.filter.all, { count: rows.length })
    if (one === 'conflict') return t($ => $.merge.conflicts, { count: count(one) })
    if (one === 'changed') return t($ => $.merge.changed, { count: count(one) })
    if (one === 'added') return t($ => $.merge.added, { count: count(one) })
    return t($ => $.merge.deleted, { count: count(one) })
  }
  return (
    <Dialog.Root
      open
      // a stray Escape does not throw away what was decided
      onOpenChange={open => !open && choices === noChoices && cancel()}
    >
      <Dialog.Portal>
        <Dialog.Popup
          ref={popup}
          className={styles.screen}
          onKeyDown={event => {
            if (event.key !== 'F8') return
            event.preventDefault()
            nextConflict()
          }}
        >
          <header className={styles.top}>
            <Dialog.Title>{t($ => $.merge.title)}</Dialog.Title>
            <span className={styles.into}>
              {t($ => $.merge.into, {
                name: fileName,
                title: titleOf(session.doc) || t($ => $.frame.untitled),
              })}
            </span>
            <span className={styles.space} />
            {conflicts.all > 0 && (
              <Button icon={ArrowDown} keys="F8" disabled={conflicts.open === 0} onClick={nextConflict}>
                {t($ => $.merge.next)}
              </Button>
            )}
            <IconButton
              icon={PanelRight}
              label={t($ => $.merge.pane.show)}
              pressed={beside}
              onClick={() => setBeside(!beside)}
            />
          </header>
          <section className={styles.summary}>
            <span className={styles.face} aria-hidden>
              {authors[0] ? initials(authors[0]) : <UserRound size={18} strokeWidth={1.75} />}
            </span>
            <div>
              <h3>
                {authors
                  .map(author => {
                    const theirs = rows.filter(row => row.author === author)
                    const what = countsInWords(t, theirs)
                    // nobody is named where only one wrote and gave no name
                    return author === '' && authors.length === 1
                      ? what
                      : t($ => $.merge.by, { what, author: nameOf(author) })
                  })
                  .join('; ')}
                {conflicts.all > 0 && (
                  <>
                    {' · '}
                    <em>{t($ => $.merge.conflicts, { count: conflicts.all })}</em>
                  </>
                )}
              </h3>
              <p>{[isPart && t($ => $.merge.part), t($ => $.merge.calm)].filter(Boolean).join(' ')}</p>
            </div>
            <span className={styles.space} />
            <Segmented
              look="chips"
              label={t($ => $.merge.filter.label)}
              value={filter}
              options={filters
                .filter(one => one === 'all' || count(one) > 0)
                .map(one => ({ value: one, label: filterLabel(one), icon: icons[one] }))}
              onChange={setFilter}
            />
            <Menu
              align="end"
              trigger={
                <Button className={styles.outlined}>
                  {t($ => $.merge.all.menu)}
                  <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
                </Button>
              }
              groups={[
                authors.map(author => ({
                  id: `accept ${author}`,
                  label:
                    author === '' ? t($ => $.merge.all.acceptTheirs) : t($ => $.merge.all.accept, { author }),
                  icon: CheckCheck,
                  run: () => setChoices(known => chooseAll(known, entries, rows, 'theirs', author)),
                })),
                [
                  {
                    id: 'keep',
                    label: t($ => $.merge.all.keep),
                    icon: Undo2,
                    run: () => setChoices(known => chooseAll(known, entries, rows, 'mine')),
                  },
                  {
                    id: 'reset',
                    label: t($ => $.merge.all.reset),
                    icon: RotateCcw,
                    run: () => setChoices(noChoices),
                  },
                ],
              ]}
            />
          </section>
          <div className={styles.body}>
            <MergeTable {...{ boards, merging, choices, setChoices, filter, authors, nameOf, setPlace }} />
            {beside && <BoardPane {...{ boards, merging, choices, place, setPlace }} />}
          </div>
          <footer className={styles.foot}>
            <span>
              <History size={14} strokeWidth={1.75} aria-hidden />
              {t($ => $.merge.safe)}
            </span>
            <span className={styles.space} />
            <span role="status" data-open={conflicts.open > 0}>
              {conflicts.all > 0 && <GitCompareArrows size={14} strokeWidth={1.75} aria-hidden />}
              {conflicts.open > 0
                ? t($ => $.merge.left, { count: conflicts.open })
                : conflicts.all > 0 && t($ => $.merge.noneLeft)}
            </span>
            <Button className={styles.outlined} onClick={cancel}>
              {t($ => $.terms.ui.cancel)}
            </Button>
            <Button
              tone="primary"
              icon={GitMerge}
              disabled={hasMisfits(choices, rows)}
              onClick={() => void merge()}
            >
              {t($ => $.merge.button)}
            </Button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Whether a text was written that its field cannot hold. */
const hasMisfits = (choices: Choices, rows: readonly PreviewRecord[]) =>
  rows.some(({ id, type, fields }) =>
    fields.some(one => {
      const { take, text } = choiceOf(choices, id, one)
      return take === 'edit' && !mayHold(type, one.field, text ?? '')
    }),
  )

/** 'JK' of 'Jana Kováčová' */
const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word[0]?.toUpperCase() ?? '')
    .join('')
