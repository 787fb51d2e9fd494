import { useEffect, useRef, useState } from 'react'
import { segmentCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { placeAfter, segmentTree, withParts } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import styles from './Cards.module.css'
import { DeleteDialog, useDeleting } from './DeleteDialog'
import { SegmentCard } from './SegmentCard'

/** Where a dragged card would go. */
interface Landing {
  readonly id: string
  readonly below: boolean
}

/** Every segment as a card, its parts below it and set in. */
export function Cards({ fresh }: { fresh: string | null }) {
  const session = useSession()
  const { selection } = useView('selection')
  const rows = useDocument(cardRows)
  const [asking, setAsking] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [landing, setLanding] = useState<Landing | null>(null)
  const remove = useDeleting(setAsking)
  const list = useRef<HTMLDivElement>(null)
  // who comes from the chart looks for one card
  useEffect(() => {
    list.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [])

  const step = (id: string, siblings: readonly string[], by: -1 | 1) => {
    const after = placeAfter(siblings, id, by)
    if (after !== undefined) session.dispatch(segmentCommands.move, { ids: [id], after })
  }
  const drop = () => {
    const target = rows.find(({ id }) => id === landing?.id)
    setDragged(null)
    setLanding(null)
    if (!dragged || !landing || !target || withParts(session.doc, dragged).has(target.id)) return
    const at = target.siblings.indexOf(target.id)
    const before = target.siblings.slice(0, at).findLast(id => id !== dragged) ?? null
    session.dispatchAll('segment.move', dispatch => {
      dispatch(segmentCommands.move, { ids: [dragged], after: landing.below ? target.id : before })
      dispatch(segmentCommands.update, { id: dragged, parentId: target.parentId })
    })
  }
  return (
    <div ref={list} className={styles.cards}>
      {rows.map(({ id, depth, siblings }) => (
        <SegmentCard
          key={id}
          id={id}
          depth={depth}
          selected={selection.includes(id)}
          fresh={id === fresh}
          landing={landing?.id === id && dragged !== id ? (landing.below ? 'below' : 'above') : undefined}
          onDelete={remove}
          onStep={by => step(id, siblings, by)}
          onDrag={setDragged}
          onOver={below => dragged && setLanding({ id, below })}
          onDrop={drop}
        />
      ))}
      {asking && <DeleteDialog id={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

const cardRows = (document: DocumentView) =>
  segmentTree(document).map(({ segment, depth, siblings }) => ({
    id: segment.id,
    parentId: segment.parentId,
    depth,
    siblings,
  }))
