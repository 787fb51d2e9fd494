import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { Segment } from '../../../shared/model'
import { criterionBases } from '../../../shared/model/segment'
import { useWrite } from '../../document/writing'
import { IconButton } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import { TextField, TitleField } from '../../ui/TextField'
import styles from './Criteria.module.css'

type Base = (typeof criterionBases)[number]

/** Who belongs to the segment, by base; research is what the others rest on. */
export function Criteria({ segment }: { segment: Segment }) {
  const t = useText()
  return (
    <div className={styles.criteria} role="group" aria-label={t($ => $.terms.segment.criteria)}>
      {criterionBases.map(base => (
        <BaseLines key={base} segment={segment} base={base} />
      ))}
    </div>
  )
}

function BaseLines({ segment, base }: { segment: Segment; base: Base }) {
  const t = useText()
  const readOnly = useFieldsReadOnly()
  const write = useWrite('segment', segment.id)
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<number | null>(null)
  // as soon as the line is there, so that what is typed next goes into it
  useLayoutEffect(() => {
    if (wanted.current !== null) list.current?.querySelectorAll('textarea')[wanted.current]?.focus()
    wanted.current = null
  })
  const { criteria } = segment
  const lines = criteria.flatMap((criterion, at) => (criterion.base === base ? [{ ...criterion, at }] : []))
  const name = t($ => $.segments.base[base].name)

  const put = (next: Segment['criteria'], join: string) => write({ criteria: next }, `${base}:${join}`)
  const insert = (after: number) => {
    wanted.current = after + 1
    const at = (lines[after]?.at ?? criteria.length - 1) + 1
    put(criteria.toSpliced(at, 0, { base, text: '' }), `line:${at}`)
  }
  const onKeyDown = (event: KeyboardEvent, n: number) => {
    if (readOnly || event.nativeEvent.isComposing) return
    const line = lines[n]
    if (event.key === 'Enter') insert(n)
    else if (event.key === 'Backspace' && line?.text === '' && !line.variable) {
      event.preventDefault()
      wanted.current = Math.max(0, n - 1)
      put(criteria.toSpliced(line.at, 1), `line:${line.at}`)
    }
  }
  return (
    <div className={styles.base} role="group" aria-label={name} data-base={base}>
      <h4>{name}</h4>
      {lines.length === 0 && <p className={styles.example}>{t($ => $.segments.base[base].hint)}</p>}
      <ul ref={list}>
        {lines.map(({ at, text, variable = '' }, n) => (
          // lines have no names of their own; the place is all there is
          <li key={n} data-variable={variable !== ''}>
            <TitleField
              look="plain"
              max={2000}
              label={t($ => $.segments.criterionOf, { base: name, number: n + 1 })}
              placeholder={t($ => $.segments.base[base].hint)}
              value={text}
              onChange={(next, typing) =>
                put(criteria.with(at, { base, text: next, ...(variable && { variable }) }), typing)
              }
              onKeyDown={event => onKeyDown(event, n)}
            />
            <TextField
              look="plain"
              className={styles.variable}
              label={t($ => $.segments.variableOf, { base: name, number: n + 1 })}
              placeholder={t($ => $.segments.variable)}
              value={variable}
              onChange={(next, typing) =>
                put(criteria.with(at, { base, text, ...(next && { variable: next }) }), typing)
              }
            />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <IconButton
          className={styles.add}
          icon={Plus}
          label={t($ => $.segments.addCriterionTo, { base: name })}
          onClick={() => insert(lines.length - 1)}
        />
      )}
    </div>
  )
}
