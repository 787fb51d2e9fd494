import { memo } from 'react'
import { CircleAlert, GitCompareArrows, MessageSquare, TriangleAlert } from 'lucide-react'
import { canvasMeasures as m } from '../../../shared/layout/canvas/measures'
import type { NoteBox } from '../../../shared/layout/canvas'
import { SeenRange } from '../../document/LowLikelyHigh'
import { usePicture } from '../../document/pictures'
import { MarkCode, MarkEdge } from '../../ui/MarkChip'
import styles from './NoteCard.module.css'

interface Props {
  readonly box: NoteBox
  readonly selected: boolean
  /** At the other end of a link of what is selected. */
  readonly linked: boolean
  /** Being dragged: it stays behind as a shadow. */
  readonly away: boolean
  /** Nothing can be tied to it by the link being drawn. */
  readonly unfit: boolean
}

/** A note where the layout put it; redrawn only when it itself changes. */
export const NoteCard = memo(function NoteCard({ box, selected, linked, away, unfit }: Props) {
  const { id, x, y, width, height, edges, lines, text, meta, codes, moreCodes, dim, finding } = box
  const { comments, conflicts } = box
  return (
    <div
      className={styles.note}
      data-note={id}
      data-edged={edges.length > 0}
      data-dim={dim}
      data-selected={selected}
      data-linked={linked}
      data-away={away}
      data-unfit={unfit}
      style={{ left: x, top: y, width, height }}
    >
      {edges.length > 0 && <MarkEdge marks={edges} dim={dim} className={styles.edges} />}
      {codes.length > 0 && (
        <span className={styles.codes}>
          {codes.map(mark => (
            <MarkCode key={mark.code} {...mark} dim={dim} />
          ))}
          {moreCodes > 0 && <span className={styles.more}>+{moreCodes}</span>}
        </span>
      )}
      <span className={styles.title} data-title data-unnamed={box.unnamed}>
        {lines.map((line, at) => (
          <span key={at} className={styles.line}>
            {line}
          </span>
        ))}
      </span>
      {box.pictureId && <Picture assetId={box.pictureId} />}
      {text.map((line, at) => (
        <span key={at} className={styles.text}>
          {line}
        </span>
      ))}
      {meta.length > 0 && (
        <span className={styles.meta}>
          {meta.map((line, at) =>
            line.kind === 'range' ? <SeenRange key={at} {...line} /> : <span key={at}>{line.text}</span>,
          )}
        </span>
      )}
      {comments + conflicts > 0 && (
        <span className={styles.signs} data-beside={finding}>
          {conflicts > 0 && (
            <span className={styles.conflicts}>
              <GitCompareArrows size={12} strokeWidth={1.75} />
              {conflicts}
            </span>
          )}
          {comments > 0 && (
            <span>
              <MessageSquare size={12} strokeWidth={1.75} />
              {comments}
            </span>
          )}
        </span>
      )}
      {finding && (
        <span className={styles.finding} data-severity={finding}>
          {finding === 'error' ? (
            <TriangleAlert size={12} strokeWidth={1.75} />
          ) : (
            <CircleAlert size={12} strokeWidth={1.75} />
          )}
        </span>
      )}
    </div>
  )
})

/** The picture of a note, once it can be had. */
function Picture({ assetId }: { assetId: string }) {
  const url = usePicture(assetId)
  return (
    <span className={styles.picture} style={{ height: m.pictureHeight }}>
      {url && <img src={url} alt="" draggable={false} />}
    </span>
  )
}
