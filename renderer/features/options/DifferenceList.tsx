import { useMemo, useState } from 'react'
import { takeOver } from '../../../shared/commands'
import { canvasDifference } from '../../../shared/queries'
import { goTo } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { changesOf, type Change } from './changes'
import { useChangeWords } from './changeWords'
import { Marked } from './Marked'
import styles from './Options.module.css'

interface Props {
  readonly family: readonly { readonly id: string; readonly title: string }[]
  /** The canvas on screen. */
  readonly canvasId: string
}

/** What one canvas of a family has otherwise than another, change by change, and a way to take it over. */
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
  const changes = useMemo(() => changesOf(differences), [differences])
  const named = family.map(({ id, title }) => ({ value: id, label: title || t($ => $.canvas.untitled) }))
  const choose = (change: { from?: string; to?: string }) => {
    const next = { from: from.id, to: to.id, ...change }
    // the same on both sides says nothing: they change places
    if (next.from === next.to) setChosen({ from: to.id, to: from.id })
    else setChosen(next)
  }
  const take = (keys?: readonly string[]) =>
    session.dispatch(takeOver, { canvasId: from.id, fromId: to.id, ...(keys ? { keys: [...keys] } : {}) })
  const into = t($ => $.options.takeOverInto, { title: from.title || t($ => $.canvas.untitled) })
  return (
    <table className={styles.changes}>
      <colgroup>
        <col className={styles.kind} />
        <col />
        <col span={2} className={styles.side} />
        <col className={styles.act} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t($ => $.options.changes, { count: changes.length })}
          </th>
          <th scope="col">
            <Select
              look="plain"
              label={t($ => $.options.from)}
              value={from.id}
              options={named}
              onChange={id => id && choose({ from: id })}
            />
          </th>
          <th scope="col">
            <Select
              look="plain"
              label={t($ => $.options.to)}
              value={to.id}
              options={named}
              onChange={id => id && choose({ to: id })}
            />
          </th>
          <th scope="col">
            {!readOnly && changes.length > 0 && (
              <Button tone="link" title={into} onClick={() => take()}>
                {t($ => $.options.takeAll)}
              </Button>
            )}
          </th>
        </tr>
      </thead>
      {changes.length === 0 && (
        <tbody>
          <tr>
            <td colSpan={5}>{t($ => $.options.same)}</td>
          </tr>
        </tbody>
      )}
      {changes.map(change => (
        <Row
          key={change.keys[0]}
          change={change}
          fromId={from.id}
          toId={to.id}
          into={into}
          take={readOnly ? undefined : () => take(change.keys)}
        />
      ))}
    </table>
  )
}

interface RowProps {
  readonly change: Change
  readonly fromId: string
  readonly toId: string
  /** 'Take this over into Offices first' */
  readonly into: string
  readonly take: (() => void) | undefined
}

/** One change: a line for each field of it. */
function Row({ change, fromId, toId, into, take }: RowProps) {
  const t = useText()
  const { what, noteId, lines } = useChangeWords(fromId, toId)(change)
  const nothing = <i>{t($ => $.options.says.nothing)}</i>
  const show = () =>
    goTo('canvas', {
      canvasId: change.mark === 'removed' ? fromId : toId,
      selection: noteId ? [noteId] : [],
    })
  return (
    <tbody>
      {lines.map(({ field, before, after }, at) => (
        <tr key={field}>
          {at === 0 && (
            <td rowSpan={lines.length}>
              <Marked mark={change.mark} />
            </td>
          )}
          <th scope="row">
            {at === 0 && (
              <button type="button" disabled={noteId === null} onClick={show}>
                {what}
              </button>
            )}
            <small>{field}</small>
          </th>
          <td>{before ?? nothing}</td>
          <td>{after ?? nothing}</td>
          {at === 0 && (
            <td rowSpan={lines.length}>
              {take && (
                <Button
                  tone="link"
                  aria-label={`${t($ => $.options.takeOver)}: ${what}`}
                  title={into}
                  onClick={take}
                >
                  {t($ => $.options.takeOver)}
                </Button>
              )}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  )
}
