import { createContext, use, useId, type ReactNode } from 'react'
import styles from './Field.module.css'
import { FieldsOf, useHint } from './useHint'

export { FieldHints, FieldsOf } from './useHint'

interface Naming {
  readonly id: string
  readonly labelId: string
}

const NamingContext = createContext<Naming | null>(null)
const ReadOnlyContext = createContext(false)

/** All fields inside can be read, not changed. */
export const FieldsReadOnly = ReadOnlyContext

export const useFieldsReadOnly = () => use(ReadOnlyContext)

/** What stands at the row of a label for somebody to decide, with the row outlined; null is nothing. */
export const FieldMarks = createContext<(of: string, label: string) => ReactNode>(() => null)

interface Props {
  readonly label: string
  /** The name of the field it is, where the label is not the word for it. */
  readonly field?: string | undefined
  readonly children: ReactNode
  /** The label stands beside the first line of what is tall. */
  readonly tall?: boolean
}

/** One row: label at the left, value at the right. The control inside takes its name from the label. */
export function Field({ label, field = label, children, tall = false }: Props) {
  const id = useId()
  const labelId = `${id}label`
  const { hint, onRow, onLabel } = useHint(field)
  const mark = use(FieldMarks)(use(FieldsOf), field)
  return (
    <div className={styles.field} data-tall={tall} data-marked={mark !== null} {...onRow}>
      <label id={labelId} htmlFor={id} title={hint === null ? label : undefined} {...onLabel}>
        {label}
      </label>
      {mark !== null && <span className={styles.mark}>{mark}</span>}
      <NamingContext value={{ id, labelId }}>{children}</NamingContext>
      {hint !== null && (
        <span role="status" className={styles.hint} data-hint>
          {hint}
        </span>
      )}
    </div>
  )
}

/** A field that stands without a label beside it; its mark follows it. */
export function Marked({ field, children }: { readonly field: string; readonly children: ReactNode }) {
  const mark = use(FieldMarks)(use(FieldsOf), field)
  return (
    <div className={styles.marked} data-marked={mark !== null}>
      {children}
      {mark !== null && <span className={styles.mark}>{mark}</span>}
    </div>
  )
}

/** What names a control: its own label where it has one, else that of the row it stands in. */
export function useNaming(label: string | undefined) {
  const naming = use(NamingContext)
  return label === undefined && naming
    ? { id: naming.id, 'aria-labelledby': naming.labelId }
    : { 'aria-label': label ?? '' }
}

/** The same for a group of controls, which a label cannot point at. */
export function useGroupNaming(label: string | undefined) {
  const naming = use(NamingContext)
  return label === undefined && naming ? { 'aria-labelledby': naming.labelId } : { 'aria-label': label ?? '' }
}
