import { Trash2 } from 'lucide-react'
import { linkToSegment, trashNotes, updateNote } from '../../../shared/commands'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument, useSession } from '../../document/hooks'
import { SegmentCode } from '../../document/SegmentMark'
import { IconButton } from '../../ui/Button'
import { Combo } from '../../ui/Combo'
import { Field, useFieldsReadOnly } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import styles from './Inspector.module.css'
import { noteStatuses } from './NoteFields'
import { Section } from './parts'

/** What several notes of the canvas on screen share; a change goes to all of them. */
export function SeveralNotes({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const { canvasId, hereOnly } = useView('canvasId', 'hereOnly')
  const model = useCanvas(canvasId)
  const segments = useDocument(document =>
    document.all('segment').map(({ id, title }) => ({ id, label: title })),
  )
  if (!model || !canvasId) return null
  const placed = ids.flatMap(id => model.note(id) ?? [])
  const status = placed.every(({ note }) => note.status === placed[0]?.note.status)
    ? placed[0]?.note.status
    : null
  const common = segments.filter(({ id }) => placed.every(note => model.segmentsOf(note.id).includes(id)))
  const shown = segments.filter(({ id }) => model.noteOf(id) && !common.some(one => one.id === id))
  return (
    <Section>
      <Field tall label={t($ => $.noteInspector.for)}>
        <div>
          {common.map(({ id, label }) => (
            <p key={id} className={styles.line}>
              <SegmentCode id={id} /> {label}
            </p>
          ))}
          {!readOnly && shown.length > 0 && (
            <Combo
              key={common.length}
              label={t($ => $.noteInspector.for)}
              placeholder={t($ => $.noteInspector.addSegment)}
              value={null}
              options={shown.map(one => ({ ...one, icon: <SegmentCode id={one.id} /> }))}
              onChange={segmentId =>
                segmentId && session.dispatch(linkToSegment, { canvasId, noteIds: [...ids], segmentId })
              }
            />
          )}
        </div>
      </Field>
      <Field label={t($ => $.terms.action.status)}>
        <Select
          value={status ?? null}
          none={t($ => $.inspector.different)}
          options={noteStatuses.map(value => ({ value, label: t($ => $.canvas.status[value].title) }))}
          onChange={value =>
            value &&
            session.dispatchAll(updateNote.name, dispatch => {
              for (const id of ids) dispatch(updateNote, { id, canvasId, here: hereOnly, status: value })
            })
          }
        />
      </Field>
    </Section>
  )
}

/** Throws all of them away on the canvas on screen; other canvases keep theirs. */
export function ThrowAway({ ids }: { ids: readonly string[] }) {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  if (useFieldsReadOnly() || !canvasId) return null
  const toss = () => {
    session.dispatch(trashNotes, { ids: [...ids], canvasId })
    look({ selection: [] })
  }
  return (
    <IconButton
      icon={Trash2}
      label={t($ => $.canvasScreen.throwAway)}
      onClick={toss}
      className={styles.small}
    />
  )
}
