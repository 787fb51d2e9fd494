import { assumptionCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { Assumption } from '../../../shared/model'
import type { CanvasModel } from '../../../shared/queries'
import { look } from '../../app/store'
import { useDocument, useSession } from '../../document/hooks'
import { Nothing } from '../../document/Page'
import { Button } from '../../ui/Button'
import { FieldsReadOnly } from '../../ui/Field'
import { Plus } from 'lucide-react'
import { useText } from '../../ui/text'
import { AssumptionMap } from './AssumptionMap'
import { AssumptionRow } from './AssumptionRow'
import styles from './Health.module.css'

/** What the canvas rests on without being known: a map of how critical and how sure, and each with its evidence. */
export function Assumptions({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const assumptions = useDocument(document => assumptionsOn(document, model))
  const editable = session.readOnly === null
  const add = () => {
    const made = session.dispatch(assumptionCommands.add, {
      targetIds: [model.canvas.id],
      criticality: 4,
      certainty: 2,
    })
    if (made) look({ selection: [made.id] })
  }
  return (
    <FieldsReadOnly value={!editable}>
      <div className={styles.assume}>
        {assumptions.length > 0 && <AssumptionMap assumptions={assumptions} />}
        <div>
          {assumptions.length === 0 && (
            <Nothing title={t($ => $.health.assume.none.title)} text={t($ => $.health.assume.none.text)} />
          )}
          <ol className={styles.list}>
            {assumptions.map((assumption, at) => (
              <AssumptionRow key={assumption.id} assumption={assumption} number={at + 1} model={model} />
            ))}
          </ol>
          {editable && (
            <Button icon={Plus} tone="link" onClick={add}>
              {t($ => $.health.assume.add)}
            </Button>
          )}
        </div>
      </div>
    </FieldsReadOnly>
  )
}

/** Assumptions about this canvas, what stands on it, or nothing in particular; the most pressing first. */
function assumptionsOn(document: DocumentView, model: CanvasModel): readonly Assumption[] {
  const { canvas } = model
  const here = (id: string) =>
    id === canvas.id || model.note(id) !== undefined || model.noteOf(id) !== undefined
  return document
    .all('assumption')
    .filter(({ targetIds }) => targetIds.length === 0 || targetIds.some(here))
    .toSorted((a, b) => b.criticality - a.criticality || a.certainty - b.certainty || (a.id < b.id ? -1 : 1))
}
