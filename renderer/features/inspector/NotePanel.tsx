import { useDeferredValue } from 'react'
import { Trash2, Undo2 } from 'lucide-react'
import { trashNotes, updatePlacement } from '../../../shared/commands'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { PictureField } from '../../document/PictureField'
import { IconButton } from '../../ui/Button'
import { FieldsOf, Marked, useFieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { AddressedPains } from './AddressedPains'
import { AssumptionsSection } from './AssumptionsSection'
import { blockIcons } from './blockIcons'
import { EvidenceSection } from './EvidenceSection'
import { FindingsSection } from './FindingsSection'
import { LinksSection } from './LinksSection'
import { NoteFields } from './NoteFields'
import { useNoteHere, type NoteHere } from './noteHere'
import { NoteName } from './NoteName'
import { NumbersSection } from './NumbersSection'
import { ChangedHere, CountsWhere } from './CountsWhere'
import { Fold, Head } from './parts'
import styles from './Inspector.module.css'

/** A note of a canvas: what it says, for whom, what it is linked to, its numbers, what the checks say about it. */
export function NotePanel({ id }: { id: string }) {
  const note = useNoteHere(id)
  return note ? <Panel note={note} /> : null
}

function Panel({ note }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  const { id, canvasId, placed } = note
  const { block, placement } = placed
  // many menus, which need not be there in the frame that answers a key
  const settled = useDeferredValue(note)
  const speakerNote = (text: string, typing: string) =>
    session.dispatch(updatePlacement, { id, canvasId, speakerNote: text }, `${id}:speaker:${typing}`)
  return (
    <>
      <Head
        icon={blockIcons[block]}
        kind={t($ => $.noteInspector.one[block])}
        title={<NoteName key={id} note={note} />}
      >
        <TrashButton note={note} />
      </Head>
      <CountsWhere note={note} />
      <NoteFields note={note} />
      {!note.trashed && (
        <>
          <LinksSection note={settled} />
          {block === 'valuePropositions' && <AddressedPains note={note} />}
        </>
      )}
      <NumbersSection note={note} />
      <FindingsSection
        canvasId={canvasId}
        about={[id, placement.id, placed.note.segmentId, placed.note.channelId]}
      />
      <AssumptionsSection targetId={id} />
      <EvidenceSection targetId={id} sided />
      <Fold title={t($ => $.pictures.label)} open={placed.note.pictureId !== null}>
        <Marked field="pictureId">
          <PictureField
            label={t($ => $.pictures.label)}
            value={placed.note.pictureId}
            onChange={pictureId => note.write({ pictureId })}
          />
        </Marked>
        <ChangedHere note={note} field="pictureId" />
      </Fold>
      <Fold title={t($ => $.noteInspector.speakerNote)} open={placement.note !== ''}>
        <FieldsOf value={placement.id}>
          <Marked field="note">
            <TextArea
              label={t($ => $.noteInspector.speakerNote)}
              value={placement.note}
              placeholder={t($ => $.noteInspector.speakerNoteHint)}
              onChange={speakerNote}
            />
          </Marked>
        </FieldsOf>
      </Fold>
    </>
  )
}

/** Throws the note away on this canvas, or has it back. */
function TrashButton({ note: { id, canvasId, trashed } }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  if (useFieldsReadOnly()) return null
  const toss = () => {
    session.dispatch(trashNotes, { ids: [id], canvasId, restore: trashed })
    if (!trashed) look({ selection: [] })
  }
  return (
    <IconButton
      icon={trashed ? Undo2 : Trash2}
      label={trashed ? t($ => $.canvasScreen.bin.restore) : t($ => $.canvasScreen.throwAway)}
      onClick={toss}
      className={styles.small}
    />
  )
}
