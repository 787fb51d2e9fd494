/** The parts every panel of the inspector is made of. */
import { ChevronRight, Plus, SquareArrowRight, Trash2, type LucideIcon } from 'lucide-react'
import { use, useEffect, useId, useRef, type ReactNode } from 'react'
import { removeRecords } from '../../../shared/commands'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { Button, IconButton } from '../../ui/Button'
import { FieldMarks, Marked, useFieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import { TextArea, TitleField } from '../../ui/TextField'
import styles from './Inspector.module.css'

interface HeadProps {
  readonly icon: LucideIcon
  /** 'Touchpoint · Buy and pay' */
  readonly kind: string
  /** Buttons at the right of the kind. */
  readonly children?: ReactNode
}

/** What is selected: its kind and, if it has one, its title. */
export function Head({ icon: Icon, kind, children, title }: HeadProps & { title?: ReactNode }) {
  return (
    <header className={styles.head}>
      <div className={styles.kind}>
        <Icon size={13} strokeWidth={1.75} aria-hidden />
        {title ? <span>{kind}</span> : <h2>{kind}</h2>}
        {children}
      </div>
      {title}
    </header>
  )
}

interface TitleProps {
  readonly value: string
  readonly onChange: (value: string, typing: string) => void
  readonly label: string
  readonly placeholder: string
}

/** The title, large, changed where it stands. */
export function Title(props: TitleProps) {
  return (
    <h2 className={styles.title} data-title>
      <Marked field="title">
        <TitleField {...props} look="plain" />
      </Marked>
    </h2>
  )
}

/** A part of the panel under its own small heading. */
export function Section({ title, children }: { title?: string | undefined; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={title ? id : undefined}>
      {title && <h3 id={id}>{title}</h3>}
      {children}
    </section>
  )
}

/** A part that is rarely needed: folded until somebody opens it, unless it says something or waits for a decision. */
export function Fold({
  title,
  open = false,
  children,
}: {
  title: string
  open?: boolean
  children: ReactNode
}) {
  const part = useRef<HTMLDetailsElement>(null)
  const marks = use(FieldMarks)
  useEffect(() => {
    if (part.current?.querySelector('[data-marked="true"]')) part.current.open = true
  }, [marks])
  return (
    <details ref={part} className={styles.fold} open={open}>
      <summary>
        <ChevronRight size={13} strokeWidth={1.75} aria-hidden />
        {title}
      </summary>
      <div>{children}</div>
    </details>
  )
}

/** '+ Opportunity': makes one more. */
export function Adder({ label, onClick }: { label: string; onClick: () => void }) {
  if (useFieldsReadOnly()) return null
  return (
    <Button icon={Plus} tone="link" className={styles.adder} onClick={onClick}>
      {label}
    </Button>
  )
}

/** Takes the record out; undo brings it back. */
export function Remover({ ids, label }: { ids: readonly string[]; label: string }) {
  const session = useSession()
  if (useFieldsReadOnly()) return null
  const remove = () => {
    session.dispatch(removeRecords, { ids: ids.filter(id => session.doc.get(id)) })
    look({ selection: [] })
  }
  return <IconButton icon={Trash2} label={label} onClick={remove} className={styles.small} />
}

interface JumpProps {
  readonly id: string
  /** Where selecting it is not enough, e.g. another screen. */
  readonly go?: (() => void) | undefined
  readonly children: ReactNode
}

/** A line that leads to another record. */
export function Jump({ id, go = () => look({ selection: [id] }), children }: JumpProps) {
  return (
    <button type="button" className={styles.jump} onClick={go}>
      {children}
    </button>
  )
}

/** A picker with the way to all that is said of what is picked. */
export function WithJump({ to, label, children }: { to: string | null; label: string; children: ReactNode }) {
  return (
    <div className={styles.withJump}>
      {children}
      {to && (
        <IconButton
          icon={SquareArrowRight}
          label={label}
          className={styles.small}
          onClick={() => look({ selection: [to] })}
        />
      )}
    </div>
  )
}

/** The name of a record, or that it has none yet. */
export function useNamed() {
  const t = useText()
  return (title: string | undefined) => title || t($ => $.board.unnamed.any)
}

/** The note every record has; open where it says something. */
export function NoteFold({
  note,
  onChange,
}: {
  note: string
  onChange: (note: string, typing: string) => void
}) {
  const t = useText()
  return (
    <Fold title={t($ => $.inspector.note)} open={note !== ''}>
      <Marked field="note">
        <TextArea
          label={t($ => $.inspector.note)}
          value={note}
          placeholder={t($ => $.inspector.noteHint)}
          onChange={onChange}
        />
      </Marked>
    </Fold>
  )
}
