import { CircleHelp } from 'lucide-react'
import { assumptionCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { focusTitle } from '../../app/focusTitle'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { useText } from '../../ui/text'
import styles from './NotePanel.module.css'
import { Adder, Jump, Section } from './parts'

interface Props {
  /** What a new assumption is about. */
  readonly targetId: string
  /** Whose assumptions are shown as well, e.g. those of the notes of a canvas. */
  readonly also?: readonly string[]
}

/** What is believed about something and not yet known. */
export function AssumptionsSection({ targetId, also = [] }: Props) {
  const t = useText()
  const session = useSession()
  const assumptions = useDocument(document => assumptionsOf(document, [targetId, ...also]))
  const add = () => {
    const made = session.dispatch(assumptionCommands.add, { targetIds: [targetId] })
    if (!made) return
    look({ selection: [made.id] })
    focusTitle()
  }
  return (
    <Section title={t($ => $.health.assumptions)}>
      {assumptions.map(({ id, text, criticality, certainty, status }) => (
        <Jump key={id} id={id}>
          <CircleHelp size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.assumption}>
            {text || t($ => $.checks.unnamed)}
            <span>
              {t($ => $.health.assume.status[status])} ·{' '}
              {t($ => $.noteInspector.criticalAndSure, { criticality, certainty })}
            </span>
          </span>
        </Jump>
      ))}
      <Adder label={t($ => $.health.assume.add)} onClick={add} />
    </Section>
  )
}

const assumptionsOf = (document: DocumentView, ids: readonly string[]) =>
  [...new Set(ids.flatMap(id => document.pointing('assumption', 'targetIds', id)))].toSorted(
    (a, b) => b.criticality - a.criticality || a.certainty - b.certainty,
  )
