import { useState, type KeyboardEvent } from 'react'
import { bindNote, channelCommands, renameNote, segmentCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { Channel, Segment } from '../../../shared/model'
import { namedBy } from '../../../shared/queries'
import { channelIcon } from '../../../shared/layout/icons'
import { useDocument, useSession } from '../../document/hooks'
import { SegmentCode } from '../../document/SegmentMark'
import { Combo } from '../../ui/Combo'
import { Field, FieldsOf, useFieldsReadOnly } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { useText } from '../../ui/text'
import { TextField, TitleField } from '../../ui/TextField'
import { ChangedHere } from './CountsWhere'
import styles from './Inspector.module.css'
import own from './NotePanel.module.css'
import type { NoteHere } from './noteHere'
import { Title } from './parts'

/** What a note of these blocks is. */
export const recordFor = (block: string) =>
  block === 'customerSegments' ? 'segment' : block === 'channels' ? 'channel' : null

/** The name of a note: its own words; for a segment or channel the name of that, which is one everywhere. */
export function NoteName({ note }: { note: NoteHere }) {
  const { placed } = note
  const record = useDocument(document => namedBy(document, placed.note, placed.block))
  const needed = recordFor(placed.block)
  if (record && (needed === null || record.type === needed)) return <RecordName note={note} record={record} />
  return needed ? <FutureName note={note} type={needed} /> : <OwnName note={note} />
}

function OwnName({ note }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  const { id, canvasId, placed, hereOnly } = note
  return (
    <>
      <Title
        label={t($ => $.canvasScreen.noteName)}
        placeholder={t($ => $.noteInspector.titleHint)}
        value={placed.note.title}
        onChange={(title, typing) =>
          session.dispatch(renameNote, { id, canvasId, title, here: hereOnly }, `${id}:${typing}`)
        }
      />
      <ChangedHere note={note} field="title" />
    </>
  )
}

/** Renames the segment or channel everywhere; what this canvas calls it stands below. */
function RecordName({ note, record }: { note: NoteHere; record: Segment | Channel }) {
  const t = useText()
  const session = useSession()
  const { write, placed } = note
  const rename = (title: string, typing: string) =>
    record.type === 'segment'
      ? session.dispatch(segmentCommands.update, { id: record.id, title }, `${record.id}:${typing}`)
      : session.dispatch(channelCommands.update, { id: record.id, title }, `${record.id}:${typing}`)
  return (
    <>
      <div className={own.named}>
        {record.type === 'segment' ? (
          <SegmentCode id={record.id} />
        ) : (
          <Icon name={channelIcon(record)} size={14} />
        )}
        <FieldsOf value={record.id}>
          <Title
            label={
              record.type === 'segment' ? t($ => $.canvasScreen.segmentName) : t($ => $.people.titleOfChannel)
            }
            placeholder={t($ => $.board.unnamed.any)}
            value={record.title}
            onChange={rename}
          />
        </FieldsOf>
      </div>
      <div className={own.alias}>
        <Field field="title" label={t($ => $.noteInspector.onThisCanvas)}>
          <TextField
            value={placed.note.title}
            placeholder={record.title}
            onChange={(title, typing) => write({ title }, `alias:${typing}`)}
          />
        </Field>
        <ChangedHere note={note} field="title" />
      </div>
    </>
  )
}

/**
 * The name of a note that is no segment or channel yet: once it is written, the note becomes the one of that name. One
 * that is there already can be picked.
 */
function FutureName({ note, type }: { note: NoteHere; type: 'segment' | 'channel' }) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const { id, canvasId, placed, hereOnly } = note
  const [draft, setDraft] = useState<string | null>(null)
  const known = useDocument(type === 'segment' ? segments : channels)
  const commit = () => {
    setDraft(null)
    if (draft !== null && draft.trim() !== placed.note.title)
      session.dispatch(renameNote, { id, canvasId, title: draft.trim(), here: hereOnly })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit()
    else if (event.key === 'Escape' && draft !== null) {
      setDraft(null)
      event.stopPropagation()
    }
  }
  return (
    <>
      <h2 className={styles.title} data-title>
        <TitleField
          look="plain"
          label={type === 'segment' ? t($ => $.canvasScreen.segmentName) : t($ => $.people.titleOfChannel)}
          placeholder={t($ => $.board.unnamed.any)}
          value={draft ?? placed.note.title}
          onChange={setDraft}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
      </h2>
      {!readOnly && known.length > 0 && (
        <div className={own.alias}>
          <Field label={t($ => $.noteInspector.existing[type])}>
            <Combo
              value={null}
              placeholder={t($ => $.noteInspector.pick)}
              options={known.map(({ id: one, title, icon }) => ({
                id: one,
                label: title,
                icon:
                  icon === null ? <SegmentCode id={one} /> : <Icon name={channelIcon({ icon })} size={14} />,
              }))}
              onChange={recordId => recordId && session.dispatch(bindNote, { id, type, recordId })}
            />
          </Field>
        </div>
      )}
    </>
  )
}

const segments = (document: DocumentView) =>
  document.all('segment').map(({ id, title }) => ({ id, title, icon: null }))
const channels = (document: DocumentView) =>
  document.all('channel').map(({ id, title, icon }) => ({ id, title, icon: icon as string | null }))
