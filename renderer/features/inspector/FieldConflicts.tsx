import { GitCompareArrows } from 'lucide-react'
import { useCallback, type ReactNode } from 'react'
import type { OpenConflict } from '../../../shared/document'
import { listFormat } from '../../../shared/i18n/intl'
import { valueText } from '../../../shared/words'
import { openOverlay } from '../../app/overlay'
import { useConflicts } from '../../document/conflicts'
import { useSession } from '../../document/hooks'
import { IconButton } from '../../ui/Button'
import { FieldMarks } from '../../ui/Field'
import { useLanguage, useText } from '../../ui/text'
import { useFieldOf } from './fieldOf'
import styles from './Inspector.module.css'

/** Rows inside whose field is in conflict say so and lead to the choice. */
export function FieldConflicts({ children }: { readonly children: ReactNode }) {
  const conflicts = useConflicts()
  const fieldOf = useFieldOf()
  const markOf = useCallback(
    (of: string, label: string) => {
      if (!conflicts.some(({ id }) => id === of)) return null
      const field = fieldOf(of, label)
      const conflict = conflicts.find(one => one.id === of && one.field === field)
      return conflict ? <ConflictMark conflict={conflict} /> : null
    },
    [conflicts, fieldOf],
  )
  return <FieldMarks value={markOf}>{children}</FieldMarks>
}

/** Longest part of a value that the mark says; the choice shows the whole. */
const LONGEST = 80

function ConflictMark({ conflict: { id, field, others } }: { readonly conflict: OpenConflict }) {
  const t = useText()
  const language = useLanguage()
  const { doc: document } = useSession()
  const record = document.get(id)
  const said = others.map(({ value: raw, author }) => {
    const whole = valueText({ t, language, document }, record?.type ?? '', field, raw, record)
    if (whole === null) return t($ => $.merge.field.nothing, { author: author || t($ => $.merge.someone) })
    const value = whole.length > LONGEST ? `${whole.slice(0, LONGEST).trimEnd()}…` : whole
    return author ? t($ => $.merge.field.by, { value, author }) : t($ => $.merge.field.value, { value })
  })
  return (
    <IconButton
      icon={GitCompareArrows}
      label={t($ => $.merge.field.mark, { others: listFormat(language).format(said) })}
      className={styles.conflict}
      onClick={({ currentTarget: mark }) => {
        // where the keyboard is afterwards: the mark goes when the field is settled
        const row = mark.closest('[data-marked]')
        const controls = [...(row?.querySelectorAll<HTMLElement>('input, textarea, button') ?? [])]
        controls.find(one => one !== mark && one.tabIndex === 0)?.focus()
        openOverlay('conflicts', { id, field })
      }}
    />
  )
}
