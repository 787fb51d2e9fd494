import { Link2 } from 'lucide-react'
import { addLink, removeLinks, updateLink } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import type { Link } from '../../../shared/model'
import { linkKindsBetween } from '../../../shared/model/link'
import { endOf, noteTitle, switched } from '../../../shared/queries'
import { look } from '../../app/store'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument, useRecord, useSession } from '../../document/hooks'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useText } from '../../ui/text'
import { Head, Jump, NoteFold, Remover, Section, useNamed } from './parts'
import { PhaseToggles } from './PhaseToggles'

/** One link: from where to where, of which kind, and what its kind asks for. */
export function LinkPanel({ id }: { id: string }) {
  const t = useText()
  const session = useSession()
  const link = useRecord('link', id)
  if (!link) return null
  return (
    <>
      <Head icon={Link2} kind={t($ => $.noteInspector.link)}>
        <Remover ids={[id]} label={t($ => $.noteInspector.deleteLink)} />
      </Head>
      <Ends link={link} />
      <Section>
        <KindField link={link} />
        {link.kind === 'reaches' && (
          <Field tall field="phases" label={t($ => $.people.phases)}>
            <PhaseToggles
              phases={link.phases}
              onSwitch={phase => session.dispatch(updateLink, { id, phases: switched(link.phases, phase) })}
            />
          </Field>
        )}
        {link.kind === 'addresses' && (
          <Field field="weight" label={t($ => $.noteInspector.strengthLabel)}>
            <Select
              value={link.weight}
              none={t($ => $.noteInspector.howFarUnsaid)}
              options={([0, 1, 2, 3] as const).map(value => ({
                value,
                label: t($ => $.noteInspector.strength[`w${value}`]),
              }))}
              onChange={weight => session.dispatch(updateLink, { id, weight })}
            />
          </Field>
        )}
      </Section>
      <NoteFold
        note={link.note}
        onChange={(note, typing) => session.dispatch(updateLink, { id, note }, `${id}:${typing}`)}
      />
    </>
  )
}

function Ends({ link }: { link: Link }) {
  const t = useText()
  const named = useNamed()
  const from = useDocument(document => endName(document, link.fromId))
  const to = useDocument(document => endName(document, link.toId))
  return (
    <>
      <Section title={t($ => $.inspector.from)}>
        <Jump id={link.fromId}>{named(from)}</Jump>
      </Section>
      <Section title={t($ => $.linkWords[link.kind].from)}>
        <Jump id={link.toId}>{named(to)}</Jump>
      </Section>
    </>
  )
}

/** Another kind that may join the same two; it is another link with the same ends. */
function KindField({ link }: { link: Link }) {
  const t = useText()
  const session = useSession()
  const view = useView('canvasId')
  const canvasId = link.canvasId ?? view.canvasId
  const model = useCanvas(canvasId)
  const from = model && endOf(model, session.doc, link.fromId)
  const to = model && endOf(model, session.doc, link.toId)
  const kinds = from && to ? linkKindsBetween(from, to) : []
  if (!canvasId || kinds.length < 2) return null
  const change = (kind: Link['kind']) =>
    session.dispatchAll(addLink.name, dispatch => {
      const { fromId, toId, note } = link
      dispatch(removeLinks, { ids: [link.id] })
      const made = dispatch(addLink, { canvasId, kind, fromId, toId, note })
      if (made) look({ selection: [made.id] })
    })
  return (
    <Field label={t($ => $.inspector.kindOfFlow)}>
      <Select
        value={link.kind}
        options={kinds.map(value => ({ value, label: t($ => $.linkWords[value].from) }))}
        onChange={kind => kind && kind !== link.kind && change(kind)}
      />
    </Field>
  )
}

function endName(document: DocumentView, id: string): string {
  const note = document.find('note', id)
  if (note) return noteTitle(document, note)
  return (document.find('segment', id) ?? document.find('painPoint', id))?.title ?? ''
}
