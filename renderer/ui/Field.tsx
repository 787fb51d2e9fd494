import { createContext, use, useId, type ReactNode } from 'react'
import styles from './Field.module.css'
import { useHint } from './useHint'

export { FieldHints } from './useHint'

interface Naming {
  readonly id: string
  readonly labelId: string
}

const NamingContext = createContext<Naming | null>(null)
const ReadOnlyContext = createContext(false)

/** All fields inside can be read, not changed. */
export const FieldsReadOnly = ReadOnlyContext

export const useFieldsReadOnly = () => use(ReadOnlyContext)

interface Props {
  readonly label: string
  readonly children: ReactNode
  /** The label stands beside the first line of what is tall. */
  readonly tall?: boolean
}

/** One row: label at the left, value at the right. The control inside takes its name from the label. */
export function Field({ label, children, tall = false }: Props) {
  const id = useId()
  const labelId = `${id}label`
  const { hint, onRow, onLabel } = useHint(label)
  return (
    <div className={styles.field} data-tall={tall} {...onRow}>
      <label id={labelId} htmlFor={id} title={hint === null ? label : undefined} {...onLabel}>
        {label}
      </label>
      <NamingContext value={{ id, labelId }}>{children}</NamingContext>
      {hint !== null && (
        <span role="status" className={styles.hint} data-hint>
          {hint}
        </span>
      )}
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
