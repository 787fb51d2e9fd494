import { memo, useDeferredValue, useMemo } from 'react'
import type { DocumentView } from '../../../shared/document'
import type { T } from '../../../shared/i18n'
import { linkKinds } from '../../../shared/model/link'
import { blocksOf, openTalkCounts, type CanvasModel } from '../../../shared/queries'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useConflictsOf } from '../../document/conflicts'
import { useDocument, useSession } from '../../document/hooks'
import { useText } from '../../ui/text'

/** The canvas as a table, for those who hear it: every note with its block, whom it is for and what it is linked to. */
export function CanvasReader({ canvasId }: { canvasId: string }) {
  // what is typed is on screen first; the table follows when there is time
  const model = useDeferredValue(useCanvas(canvasId))
  const talks = useDeferredValue(useDocument(openTalkCounts))
  const conflicts = useDeferredValue(useConflictsOf())
  return model ? <Table model={model} talks={talks} conflicts={conflicts} /> : null
}

type TalkCounts = Readonly<Record<string, number>>
type ConflictCounts = (id: string) => number

const Table = memo(function Table({
  model,
  talks,
  conflicts,
}: {
  model: CanvasModel
  talks: TalkCounts
  conflicts: ConflictCounts
}) {
  const t = useText()
  const session = useSession()
  const rows = useMemo(
    () => rowsOf(t, session.doc, model, talks, conflicts),
    [t, session, model, talks, conflicts],
  )
  return (
    <table className="visually-hidden">
      <caption>{t($ => $.canvas.name)}</caption>
      <thead>
        <tr>
          <th>{t($ => $.terms.bmc.block)}</th>
          <th>{t($ => $.terms.bmc.note)}</th>
          <th>{t($ => $.canvas.tableSegments)}</th>
          <th>{t($ => $.canvasScreen.links)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Line key={row.id} {...row} />
        ))}
      </tbody>
    </table>
  )
})

interface Row {
  readonly id: string
  readonly block: string
  readonly title: string
  readonly segments: string
  readonly links: string
}

const Line = memo(function Line({ block, title, segments, links }: Row) {
  return (
    <tr>
      <td>{block}</td>
      <td>{title}</td>
      <td>{segments}</td>
      <td>{links}</td>
    </tr>
  )
})

function rowsOf(
  t: T,
  document: DocumentView,
  model: CanvasModel,
  talks: TalkCounts,
  conflicts: ConflictCounts,
): Row[] {
  const unnamed = t($ => $.canvas.unnamed)
  // each word is asked for once: a large canvas has thousands of ends of links
  const words = new Map(
    linkKinds.map(kind => [kind, [t($ => $.linkWords[kind].from), t($ => $.linkWords[kind].to)] as const]),
  )
  const blocks = new Map(blocksOf(model.canvas.kind).map(block => [block, blockName(t, block)]))
  const name = (id: string) =>
    model.note(id)?.title ||
    (document.find('segment', id) ?? document.find('painPoint', id))?.title ||
    unnamed
  return model.notes.map(({ id, block, title }) => {
    const own = model.thing(id)
    const links = model.linksOf(id).map(({ kind, from, to }) => {
      const [outward, inward] = words.get(kind)!
      return from === own ? `${outward}: ${name(to)}` : `${inward}: ${name(from)}`
    })
    const count = talks[id] ?? 0
    return {
      id,
      block: blocks.get(block)!,
      title: [
        title || unnamed,
        count > 0 && t($ => $.comments.openCount, { count }),
        conflicts(id) > 0 && t($ => $.merge.conflicts, { count: conflicts(id) }),
      ]
        .filter(Boolean)
        .join(', '),
      segments: model.segmentsOf(id).map(name).join(', '),
      links: links.join(', '),
    }
  })
}
