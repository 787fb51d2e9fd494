import { addNote, linkToSegment, removeLinks, updatePlacement } from '../../../shared/commands'
import { subtypeFrom, subtypeParts, subtypesOf } from '../../../shared/model/subtype'
import { segmentColours } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { SegmentCode } from '../../document/SegmentMark'
import { subtypeWord } from '../../document/subtypeWords'
import { Choices } from '../../ui/Choices'
import { Combo, TagsField } from '../../ui/Combo'
import { Field, FieldsOf } from '../../ui/Field'
import { Swatch } from '../../ui/MarkChip'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import { ChangedHere } from './CountsWhere'
import { ChannelFields, SegmentFields } from './RecordFields'
import type { NoteHere } from './noteHere'
import { Section } from './parts'

export const noteStatuses = ['idea', 'assumed', 'testing', 'supported', 'refuted'] as const
const owned = ['keyResources', 'keyActivities']

/** For whom, what kind, how sure, and the text. */
export function NoteFields({ note }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  const { colourBy } = useView('colourBy')
  const { id, canvasId, placed, write } = note
  const { block, placement } = placed
  return (
    <Section>
      {block !== 'customerSegments' && !note.trashed && <ForSegments note={note} />}
      {block === 'customerSegments' && placed.note.segmentId && <SegmentFields id={placed.note.segmentId} />}
      {block === 'channels' && placed.note.channelId && <ChannelFields id={placed.note.channelId} />}
      <SubtypeFields note={note} />
      {owned.includes(block) && (
        <>
          <Field label={t($ => $.noteInspector.ownedBy)}>
            <Choices
              look="words"
              clearable={false}
              value={placed.note.owned ? 'us' : 'partner'}
              options={(['us', 'partner'] as const).map(value => ({
                value,
                label: t($ => $.noteInspector.owner[value]),
              }))}
              onChange={value => write({ owned: value === 'us' })}
            />
          </Field>
          <ChangedHere note={note} field="owned" />
        </>
      )}
      <Field label={t($ => $.terms.action.status)}>
        <Select
          value={placed.note.status}
          options={noteStatuses.map(value => ({ value, label: t($ => $.canvas.status[value].title) }))}
          onChange={status => status && write({ status })}
        />
      </Field>
      <ChangedHere note={note} field="status" />
      {colourBy === 'manual' && (
        <FieldsOf value={placement.id}>
          <Field label={t($ => $.canvasScreen.colour)}>
            <Select
              value={segmentColours.find(one => one === placement.colour) ?? null}
              none={t($ => $.canvas.noColour)}
              options={segmentColours.map(value => ({
                value,
                label: t($ => $.canvas.colours[value]),
                icon: <Swatch colour={value} />,
              }))}
              onChange={colour => session.dispatch(updatePlacement, { id, canvasId, colour })}
            />
          </Field>
        </FieldsOf>
      )}
      <Field tall label={t($ => $.noteInspector.text)}>
        <TextArea
          value={placed.note.text}
          placeholder={t($ => $.noteInspector.textHint)}
          onChange={(text, typing) => write({ text }, typing)}
        />
      </Field>
      <ChangedHere note={note} field="text" />
    </Section>
  )
}

/** The segments a note is for, as chips; one that is not on the canvas yet is put there. */
function ForSegments({ note: { id, canvasId, model } }: { note: NoteHere }) {
  const t = useText()
  const session = useSession()
  const value = model.segmentsOf(id)
  const options = useDocument(document =>
    document.all('segment').map(one => ({ id: one.id, label: one.title })),
  )
  const put = (segment: { segmentId: string } | { title: string }) =>
    session.dispatchAll(linkToSegment.name, dispatch => {
      const known = 'segmentId' in segment && model.noteOf(segment.segmentId)
      const made = known ? null : dispatch(addNote, { canvasId, block: 'customerSegments', ...segment })
      const segmentId =
        'segmentId' in segment ? segment.segmentId : session.doc.find('note', made?.id)?.segmentId
      if (segmentId) dispatch(linkToSegment, { canvasId, noteIds: [id], segmentId })
    })
  const onChange = (ids: string[]) => {
    const gone = value.filter(one => !ids.includes(one))
    for (const segmentId of ids) if (!value.includes(segmentId)) put({ segmentId })
    const links = model
      .linksOf(id)
      .filter(({ from, to }) => gone.includes(from) || gone.includes(to))
      .flatMap(link => link.ids)
    if (links.length > 0) session.dispatch(removeLinks, { ids: links })
  }
  return (
    <Field tall label={t($ => $.noteInspector.for)}>
      <TagsField
        value={value}
        options={options.map(one => ({ ...one, icon: <SegmentCode id={one.id} /> }))}
        placeholder={t($ => $.fields.find)}
        createLabel={title => t($ => $.fields.create, { title })}
        removeLabel={title => t($ => $.fields.remove, { title })}
        onCreate={title => put({ title })}
        onChange={onChange}
      />
    </Field>
  )
}

/** What kind of value, cost or relationship it is; people's own words are as good. */
function SubtypeFields({ note }: { note: NoteHere }) {
  const t = useText()
  const { placed, write } = note
  const { block } = placed
  const { kinds, more } = subtypesOf(block)
  if (kinds.length === 0) return null
  const parts = subtypeParts(block, placed.note.subtype)
  const word = (key: string) => subtypeWord(t, block, key)
  const own = parts.kind !== null && !kinds.includes(parts.kind)
  return (
    <>
      <Field field="subtype" label={t($ => $.noteInspector.kindOf[block as 'channels'])}>
        <Combo
          value={parts.kind}
          options={[
            ...kinds.map(id => ({ id, label: word(id) })),
            ...(own ? [{ id: parts.kind, label: parts.kind }] : []),
          ]}
          placeholder={t($ => $.noteInspector.chooseOrWrite)}
          createLabel={title => t($ => $.fields.create, { title })}
          onCreate={kind => write({ subtype: subtypeFrom({ ...parts, kind: kind.trim() }) })}
          onChange={kind => write({ subtype: subtypeFrom({ ...parts, kind }) })}
        />
      </Field>
      {more.length > 0 && (
        <Field label={t($ => $.noteInspector.moreOf[block as 'revenueStreams'])}>
          <Select
            value={parts.more}
            none={t($ => $.fields.none)}
            options={more.map(value => ({ value, label: word(value) }))}
            onChange={next => write({ subtype: subtypeFrom({ ...parts, more: next }) })}
          />
        </Field>
      )}
      <ChangedHere note={note} field="subtype" />
    </>
  )
}
