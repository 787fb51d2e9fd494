import { Dialog as Base } from '@base-ui/react/dialog'
import { ArrowLeftRight, Crosshair, X } from 'lucide-react'
import { useEffect, useMemo, useState, type ComponentProps } from 'react'
import type { VersionEntry } from '../../../shared/ipc/contract'
import { documentDifference, shownEntries, standsIn, type RecordDifference } from '../../../shared/queries'
import { recordName } from '../../../shared/words'
import { showRecord } from '../../app/findings/showRecord'
import { closeOverlay } from '../../app/overlay'
import { useView } from '../../app/useView'
import { useSession } from '../../document/hooks'
import { Button, IconButton } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { useLanguage, useText } from '../../ui/text'
import { dateAndTime } from '../../ui/time'
import styles from './Compare.module.css'
import { ComparedBoard } from './ComparedBoard'
import { CompareList } from './CompareList'
import { now, useSides, type Side } from './sides'

interface Props {
  readonly versions: readonly VersionEntry[]
  readonly from: Side
  readonly to: Side
  /** What the sides are called where they are not to be chosen. */
  readonly names?: { readonly from: string; readonly to: string }
  readonly onClose: () => void
}

const elsewhere = 'elsewhere'

/** Two versions of the document beside each other: marks on the boards, and a list. */
export function Compare({ versions, from, to, names, onClose }: Props) {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { journeyId, canvasId, area } = useView('journeyId', 'canvasId', 'area')
  const [sides, setSides] = useState({ from, to })
  const [chosen, setChosen] = useState<string | null>(null)
  const [shown, setShown] = useState<'before' | 'after'>('after')
  const [board, setBoard] = useState<string | null>(null)
  const { documentOf, load, addFile, files } = useSides()
  useEffect(() => {
    // what cannot be read cannot be compared
    void Promise.all([load(from), load(to)]).then(loaded => {
      if (loaded.includes(false)) onClose()
    })
  }, [load, from, to, onClose])
  const before = useMemo(() => documentOf(sides.from), [documentOf, sides.from])
  const after = useMemo(() => documentOf(sides.to), [documentOf, sides.to])
  const list = useMemo(
    () => before && after && shownEntries(documentDifference(before, after), before, after),
    [before, after],
  )
  const options = [
    { value: now, label: t($ => $.compare.now) },
    ...versions.map(({ handle, at, name }) => ({
      value: handle as Side,
      label: name ?? dateAndTime(at, language, true),
    })),
    ...files.map(({ side, name }) => ({ value: side, label: name })),
    { value: elsewhere, label: t($ => $.compare.otherFile) },
  ]
  const set = async (which: 'from' | 'to', side: Side | null) => {
    const next = side === elsewhere ? await addFile() : side
    if (!next || !(await load(next))) return
    setChosen(null)
    setSides(known => {
      const other = which === 'from' ? known.to : known.from
      // the same on both sides says nothing: they change places
      return next === other ? { from: known.to, to: known.from } : { ...known, [which]: next }
    })
  }
  const choose = (entry: RecordDifference) => {
    setChosen(entry.id)
    if (entry.boardId === null) return
    setBoard(entry.boardId)
    setShown(entry.kind === 'removed' ? 'before' : 'after')
  }
  const document = shown === 'before' ? before : after
  const boards = [...(after?.all('journey') ?? []), ...(after?.all('canvas') ?? [])]
  const gone = [...(before?.all('journey') ?? []), ...(before?.all('canvas') ?? [])].filter(
    ({ id }) => !after?.get(id),
  )
  const named = [...boards, ...gone].map(record => ({
    value: record.id,
    label: recordName(t, boards.includes(record) ? after! : before!, record),
  }))
  const usual = area === 'canvas' ? canvasId : journeyId
  const first = list?.find(({ boardId }) => boardId !== null)?.boardId
  const boardId = [board, first, usual, named[0]?.value].find(id => named.some(one => one.value === id))
  const onThisSide = useMemo(
    () => list?.filter(({ kind }) => kind !== (shown === 'before' ? 'added' : 'removed')) ?? [],
    [list, shown],
  )
  const isThere = chosen !== null && sides.to === now && session.doc.get(chosen) !== undefined
  return (
    <Base.Root open onOpenChange={open => !open && onClose()}>
      <Base.Portal>
        <Base.Popup className={styles.screen}>
          <header className={styles.head}>
            <Base.Title>{t($ => $.compare.title)}</Base.Title>
            {names ? (
              <span className={styles.named}>
                {names.from} → {names.to}
              </span>
            ) : (
              <>
                <SideChoice
                  label={t($ => $.compare.before)}
                  value={sides.from}
                  options={options}
                  onChange={side => void set('from', side)}
                />
                <IconButton
                  icon={ArrowLeftRight}
                  label={t($ => $.compare.swap)}
                  onClick={() => setSides({ from: sides.to, to: sides.from })}
                />
                <SideChoice
                  label={t($ => $.compare.after)}
                  value={sides.to}
                  options={options}
                  onChange={side => void set('to', side)}
                />
              </>
            )}
            <span className={styles.space} />
            <span role="status">{list && t($ => $.compare.differences, { count: list.length })}</span>
            <IconButton icon={X} label={t($ => $.settings.close)} onClick={onClose} />
          </header>
          {before && after && list ? (
            <div className={styles.body}>
              <main className={styles.boards}>
                <div className={styles.bar}>
                  {boardId && (
                    <Select
                      look="plain"
                      label={t($ => $.compare.board)}
                      value={boardId}
                      options={named}
                      onChange={id => id && setBoard(id)}
                    />
                  )}
                  <span className={styles.space} />
                  {isThere && (
                    <Button
                      tone="link"
                      icon={Crosshair}
                      onClick={() => {
                        closeOverlay()
                        const [, whole] = standsIn(session.doc, chosen)
                        const hidden = /^(placement|experience):/.test(chosen)
                        showRecord(session, hidden && whole ? whole : chosen, canvasId)
                      }}
                    >
                      {t($ => $.compare.show)}
                    </Button>
                  )}
                  <Segmented
                    label={t($ => $.compare.side)}
                    value={shown}
                    options={[
                      { value: 'before', label: t($ => $.compare.before) },
                      { value: 'after', label: t($ => $.compare.after) },
                    ]}
                    onChange={setShown}
                  />
                </div>
                {boardId && document ? (
                  <ComparedBoard
                    document={document}
                    boardId={boardId}
                    entries={onThisSide}
                    chosen={chosen}
                    choose={id => {
                      const entry = list.find(one => one.id === id)
                      if (entry) choose(entry)
                    }}
                    label={named.find(({ value }) => value === boardId)?.label ?? ''}
                  />
                ) : (
                  <p className={styles.nothing}>{t($ => $.compare.noBoard)}</p>
                )}
              </main>
              {/* the list is scrolled by keys where the focus can stand in it */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <aside className={styles.list} tabIndex={0} aria-label={t($ => $.compare.list)}>
                <CompareList {...{ before, after, list, chosen, choose }} />
              </aside>
            </div>
          ) : (
            <p className={styles.nothing}>{t($ => $.compare.loading)}</p>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Which version stands on a side, with the name of the side before it. */
const SideChoice = (choice: ComponentProps<typeof Select<Side>>) => (
  <span className={styles.choice}>
    <span aria-hidden>{choice.label}</span>
    <Select {...choice} />
  </span>
)
