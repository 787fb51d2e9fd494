import { memo, useDeferredValue } from 'react'
import type { CanvasModel, PlacedNote } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useSession } from '../../document/hooks'
import { useText } from '../../ui/text'

/** The canvas as a table, for those who hear it: every note with its block, whom it is for and what it is linked to. */
export function CanvasReader({ canvasId }: { canvasId: string }) {
  // what is typed is on screen first; the table follows when there is time
  const model = useDeferredValue(useCanvas(canvasId))
  return model ? <Table model={model} /> : null
}

const Table = memo(function Table({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const name = (id: string) =>
    model.note(id)?.title ||
    (session.doc.find('segment', id) ?? session.doc.find('painPoint', id))?.title ||
    t($ => $.canvas.unnamed)
  const links = (placed: PlacedNote) => {
    const own = model.thing(placed.id)
    return model
      .linksOf(placed.id)
      .map(
        ({ kind, from, to }) =>
          `${t($ => $.linkWords[kind][from === own ? 'from' : 'to'])}: ${name(from === own ? to : from)}`,
      )
      .join(', ')
  }
  return (
    <table className="visually-hidden">
      <caption>{t($ => $.canvas.name)}</caption>
      <thead>
        <tr>
          <th>{t($ => $.terms.bmc.block)}</th>
          <th>{t($ => $.terms.bmc.note)}</th>
          <th>{t($ => $.canvas.tableSegments)}</th>
          <th>{t($ => $.canvas.tableLinks)}</th>
        </tr>
      </thead>
      <tbody>
        {model.notes.map(placed => (
          <tr key={placed.id}>
            <td>{blockName(t, placed.block)}</td>
            <td>{placed.title || t($ => $.canvas.unnamed)}</td>
            <td>{model.segmentsOf(placed.id).map(name).join(', ')}</td>
            <td>{links(placed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})
