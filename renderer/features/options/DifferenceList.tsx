import { ArrowRight, Minus, Pencil, Plus, type LucideIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import { takeOver } from '../../../shared/commands'
import { canvasDifference, type Difference } from '../../../shared/queries'
import { goTo } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Field, useFieldsReadOnly } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { useDifferenceWords } from './differenceWords'
import styles from './Options.module.css'

interface Props {
  readonly family: readonly { readonly id: string; readonly title: string }[]
  /** The canvas on screen. */
  readonly canvasId: string
}

const kinds = ['added', 'removed', 'moved', 'changed'] as const
const icons: Readonly<Record<(typeof kinds)[number], LucideIcon>> = {
  added: Plus,
  removed: Minus,
  moved: ArrowRight,
  changed: Pencil,
}

/** What one canvas of a family has otherwise than another, and a way to take it over. */
export function DifferenceList({ family, canvasId }: Props) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({})
  const known = (id: string | undefined) => family.find(one => one.id === id)
  const to = known(chosen.to) ?? (canvasId === family[0]?.id ? family[1] : known(canvasId)) ?? family[0]!
  const from = known(chosen.from) ?? family.find(({ id }) => id !== to.id)!
  const differences = useDocument(
    useMemo(() => document => canvasDifference(document, from.id, to.id), [from.id, to.id]),
  )
  const named = family.map(({ id, title }) => ({ value: id, label: title || t($ => $.canvas.untitled) }))
  const nameOf = (id: string) => named.find(({ value }) => value === id)?.label ?? ''
  const choose = (change: { from?: string; to?: string }) => {
    const next = { from: from.id, to: to.id, ...change }
    // the same on both sides says nothing: they change places
    if (next.from === next.to) setChosen({ from: to.id, to: from.id })
    else setChosen(next)
  }
  const take = (keys?: string[]) =>
    session.dispatch(takeOver, { canvasId: from.id, fromId: to.id, ...(keys ? { keys } : {}) })
  return (
    <>
      <div className={styles.pair}>
        <Field label={t($ => $.options.to)}>
          <Select value={to.id} options={named} onChange={id => id && choose({ to: id })} />
        </Field>
        <Field label={t($ => $.options.from)}>
          <Select value={from.id} options={named} onChange={id => id && choose({ from: id })} />
        </Field>
        {differences.length > 0 && !readOnly && (
          <Button onClick={() => take()}>
            {t($ => $.options.takeAll, { count: differences.length, title: nameOf(from.id) })}
          </Button>
        )}
      </div>
      {differences.length === 0 && <p className={styles.empty}>{t($ => $.options.same)}</p>}
      {kinds.map(kind => {
        const list = differences.filter(one => one.kind === kind)
        if (list.length === 0) return null
        const Icon = icons[kind]
        return (
          <section key={kind} className={styles.group} aria-labelledby={`options-${kind}`}>
            <h3 id={`options-${kind}`}>
              <Icon size={13} strokeWidth={1.75} aria-hidden />
              {t($ => $.options.group[kind])}
              <em>{list.length}</em>
            </h3>
            <ul>
              {list.map(one => (
                <Row
                  key={one.key}
                  difference={one}
                  fromId={from.id}
                  toId={to.id}
                  target={nameOf(from.id)}
                  take={readOnly ? undefined : () => take([one.key])}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

interface RowProps {
  readonly difference: Difference
  readonly fromId: string
  readonly toId: string
  readonly target: string
  readonly take: (() => void) | undefined
}

function Row({ difference, fromId, toId, target, take }: RowProps) {
  const t = useText()
  const words = useDifferenceWords(fromId, toId)
  const { what, details, noteId } = words(difference)
  const where = difference.kind === 'removed' ? fromId : toId
  return (
    <li className={styles.row}>
      <button
        type="button"
        disabled={noteId === null}
        onClick={() => goTo('canvas', { canvasId: where, selection: noteId ? [noteId] : [] })}
      >
        {what}
      </button>
      <span>{details.join(' · ')}</span>
      {take && (
        <Button
          tone="link"
          aria-label={`${t($ => $.options.takeOverInto, { title: target })}: ${what}`}
          title={t($ => $.options.takeOverInto, { title: target })}
          onClick={take}
        >
          {t($ => $.options.takeOver)}
        </Button>
      )}
    </li>
  )
}
