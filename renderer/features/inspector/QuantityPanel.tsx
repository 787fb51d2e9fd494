import { Hash } from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import { noteTitle } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument, useRecord } from '../../document/hooks'
import { QuantityRows } from '../../document/quantities/QuantityRows'
import { useText } from '../../ui/text'
import { FindingsSection } from './FindingsSection'
import { Head, Jump, NoteFold, Section, useNamed } from './parts'
import { useWrite } from '../../document/writing'

/** One number among those of its owner, opened to be changed. */
export function QuantityPanel({ id }: { id: string }) {
  const t = useText()
  const named = useNamed()
  const { canvasId } = useView('canvasId')
  const quantity = useRecord('quantity', id)
  const write = useWrite('quantity', id)
  const owner = useDocument(document => ownerOf(document, quantity?.ownerId ?? null))
  if (!quantity || !owner) return null
  return (
    <>
      <Head icon={Hash} kind={t($ => $.quantities.add)} />
      <Section>
        <Jump id={owner.id}>{named(owner.title)}</Jump>
      </Section>
      <Section title={t($ => $.quantities.title)}>
        <QuantityRows
          layers={owner.layers}
          home={owner.id}
          placementId={owner.placementId}
          canvasId={canvasId}
          openId={id}
        />
      </Section>
      <FindingsSection canvasId={canvasId} about={[id]} />
      <NoteFold note={quantity.note} onChange={(note, typing) => write({ note }, typing)} />
    </>
  )
}

function ownerOf(document: DocumentView, ownerId: string | null) {
  const placement = document.find('placement', ownerId)
  const note = document.find('note', placement?.noteId ?? ownerId)
  if (note) {
    const layers = placement ? [placement.id, note.id] : [note.id]
    return { id: note.id, title: noteTitle(document, note), layers, placementId: placement?.id ?? null }
  }
  const record = document.find('segment', ownerId) ?? document.find('loyalty', ownerId)
  return record && { id: record.id, title: record.title, layers: [record.id], placementId: null }
}
