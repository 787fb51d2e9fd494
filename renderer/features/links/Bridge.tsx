import { Check, Link2, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { addLink, addNote, bindNote, unbindChannel, updateJourney } from '../../../shared/commands'
import { channelIcon } from '../../../shared/layout/icons'
import {
  journeysIn,
  journeysOfCanvas,
  missingChannels,
  unboundNotes,
  type CanvasModel,
  type MissingChannel,
  type UnboundNote,
} from '../../../shared/queries'
import { goTo, look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { SegmentPicker } from '../../document/pickers'
import { SegmentCode } from '../../document/SegmentMark'
import { Button } from '../../ui/Button'
import { Check as CheckBox } from '../../ui/Check'
import { Combo } from '../../ui/Combo'
import { FieldsReadOnly } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import bridge from './Bridge.module.css'
import styles from './Links.module.css'

/** The canvas and the journeys made one: notes become channels and segments, journeys say which canvas is theirs. */
export function Bridge({ model }: { model: CanvasModel }) {
  const t = useText()
  const { doc, readOnly } = useSession()
  return (
    <>
      <div className={frame.bar}>
        <p className={styles.sentence}>{t($ => $.bridge.text)}</p>
      </div>
      <div className={bridge.page} data-part="links" tabIndex={-1}>
        <FieldsReadOnly value={readOnly !== null}>
          <Loose unbound={unboundNotes(doc, model)} />
          <Journeys model={model} />
          <Missing model={model} />
          <Shared model={model} />
        </FieldsReadOnly>
      </div>
    </>
  )
}

function Part({
  title,
  fine,
  todo,
  children,
}: {
  title: string
  /** Said in place of the rows where there is nothing left to do. */
  fine?: string | undefined
  /** Said in place of the rows where something comes first. */
  todo?: string | undefined
  children: ReactNode
}) {
  return (
    <section className={bridge.part}>
      <h3>{title}</h3>
      {fine && (
        <p className={bridge.fine}>
          <Check size={14} strokeWidth={2} aria-hidden />
          {fine}
        </p>
      )}
      {todo && <p className={bridge.fine}>{todo}</p>}
      {!fine && !todo && children}
    </section>
  )
}

/** Notes that are no record yet: one press makes them one, or picks the one they mean. */
function Loose({ unbound }: { unbound: readonly UnboundNote[] }) {
  const t = useText()
  const session = useSession()
  const [keepWording, setKeepWording] = useState(false)
  const bind = ({ note, type }: UnboundNote, recordId?: string) =>
    session.dispatch(bindNote, { id: note.id, type, keepWording, ...(recordId ? { recordId } : {}) })
  const makeAll = () =>
    session.dispatchAll(bindNote.name, dispatch =>
      unbound.forEach(({ note, type }) => dispatch(bindNote, { id: note.id, type, keepWording })),
    )
  return (
    <Part title={t($ => $.bridge.loose)} fine={unbound.length === 0 ? t($ => $.bridge.looseNone) : undefined}>
      <div className={bridge.tools}>
        <CheckBox checked={keepWording} onChange={setKeepWording}>
          {t($ => $.bridge.keepWording)}
        </CheckBox>
        {unbound.length > 1 && <Button onClick={makeAll}>{t($ => $.bridge.makeAll)}</Button>}
      </div>
      <ul>
        {unbound.map(one => {
          const { note, type, suggestions } = one
          const title = note.title || t($ => $.links.unnamed)
          return (
            <li key={note.id} className={bridge.row}>
              <button type="button" className={bridge.name} onClick={() => look({ selection: [note.id] })}>
                {title}
              </button>
              {suggestions.map(({ id, title: other }) => (
                <Button key={id} icon={Link2} onClick={() => bind(one, id)}>
                  {t($ => $.bridge.is, { title: other })}
                </Button>
              ))}
              <Button icon={Plus} onClick={() => bind(one)}>
                {t($ => $.bridge.make[type])}
              </Button>
              {session.doc.all(type).length > 0 && (
                <div className={bridge.pick}>
                  <Combo
                    label={t($ => $.bridge.pickFor, { title })}
                    placeholder={t($ => $.bridge.pick)}
                    options={session.doc.all(type).map(record => ({ id: record.id, label: record.title }))}
                    value={null}
                    onChange={id => id && bind(one, id)}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

/** Channels that journeys use and the canvas lacks (L39). */
function Missing({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const missing = missingChannels(session.doc, model)
  const none = journeysOfCanvas(session.doc, model).length === 0
  const add = ({ channel, segmentIds }: MissingChannel) =>
    session.dispatchAll(addNote.name, dispatch => {
      const canvasId = model.canvas.id
      const made = dispatch(addNote, { canvasId, block: 'channels', channelId: channel.id })
      for (const toId of made ? segmentIds : [])
        dispatch(addLink, { canvasId, kind: 'reaches', fromId: made!.id, toId })
    })
  return (
    <Part
      title={t($ => $.bridge.missing)}
      fine={!none && missing.length === 0 ? t($ => $.bridge.missingNone) : undefined}
      todo={none ? t($ => $.bridge.noJourneys) : undefined}
    >
      <ul>
        {missing.map(one => (
          <li key={one.channel.id} className={bridge.row}>
            <Icon name={channelIcon(one.channel)} />
            <span className={bridge.title}>{one.channel.title || t($ => $.board.unnamed.any)}</span>
            <span className={bridge.quiet}>
              {t($ => $.bridge.uses, { count: one.uses })}
              {' · '}
              {one.journeys.map(({ title }) => title || t($ => $.journey.untitled)).join(', ')}
            </span>
            <Button
              icon={Plus}
              aria-label={t($ => $.bridge.addOf, { title: one.channel.title })}
              onClick={() => add(one)}
            >
              {t($ => $.bridge.add)}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Notes that are channels of the document. */
function Shared({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const bound = model.inBlock('channels').flatMap(note => {
    const channel = session.doc.find('channel', note.note.channelId)
    return channel ? [{ note, channel }] : []
  })
  if (bound.length === 0) return null
  return (
    <Part title={t($ => $.bridge.shared)}>
      <ul>
        {bound.map(({ note, channel }) => {
          const uses = session.doc.pointing('touchpoint', 'channelId', channel.id).length
          return (
            <li key={note.id} className={bridge.row}>
              <Icon name={channelIcon(channel)} />
              <button type="button" className={bridge.name} onClick={() => look({ selection: [note.id] })}>
                {channel.title || t($ => $.board.unnamed.any)}
              </button>
              <span className={bridge.quiet}>
                {[
                  note.title !== channel.title && t($ => $.bridge.wording, { title: note.title }),
                  uses > 0 ? t($ => $.bridge.uses, { count: uses }) : t($ => $.bridge.unused),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {session.readOnly === null && (
                <Button
                  aria-label={t($ => $.bridge.letGoOf, { title: note.title })}
                  onClick={() => session.dispatch(unbindChannel, { id: note.id })}
                >
                  {t($ => $.bridge.letGo)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

/** Which journeys are this canvas's, and whose they are. */
function Journeys({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const { doc } = session
  const canvasId = model.canvas.id
  const journeys = doc.all('journey')
  const here = new Set(journeysOfCanvas(doc, model).map(({ id }) => id))
  const { ofSegment } = journeysIn(doc)
  return (
    <Part
      title={t($ => $.bridge.journeys)}
      todo={journeys.length === 0 ? t($ => $.bridge.noJourneyYet) : undefined}
    >
      <ul>
        {journeys.map(journey => {
          const title = journey.title || t($ => $.journey.untitled)
          const own = journey.canvasId === canvasId
          const other = doc.find('canvas', journey.canvasId)
          const theirs = model.segments.filter(({ id }) => ofSegment(id).some(one => one.id === journey.id))
          return (
            <li key={journey.id} className={bridge.row}>
              <button
                type="button"
                className={bridge.name}
                onClick={() => goTo('board', { journeyId: journey.id, selection: [], viewport: null })}
              >
                {title}
              </button>
              {theirs.map(({ id }) => (
                <SegmentCode key={id} id={id} />
              ))}
              <span className={bridge.quiet}>
                {!own &&
                  other &&
                  here.has(journey.id) &&
                  t($ => $.bridge.otherCanvas, { title: other.title })}
                {!own && !other && here.has(journey.id) && t($ => $.bridge.bySegment)}
                {!own &&
                  other &&
                  !here.has(journey.id) &&
                  t($ => $.bridge.otherCanvas, { title: other.title })}
              </span>
              <div className={bridge.pick}>
                <SegmentPicker
                  label={t($ => $.bridge.segmentOf, { title })}
                  placeholder={t($ => $.terms.segment.segment)}
                  value={journey.segmentId}
                  onChange={segmentId => session.dispatch(updateJourney, { id: journey.id, segmentId })}
                />
              </div>
              <div className={bridge.tie}>
                <CheckBox
                  checked={own}
                  onChange={on =>
                    session.dispatch(updateJourney, { id: journey.id, canvasId: on ? canvasId : null })
                  }
                >
                  {t($ => $.bridge.belongs)}
                </CheckBox>
              </div>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
