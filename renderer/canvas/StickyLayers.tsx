import { memo, type CSSProperties, type ReactNode, type RefObject } from 'react'
import type { Box, JourneyLayout, Lane } from '../../shared/layout/boxes'
import { measures as m } from '../../shared/layout/measures'
import { whoseLines } from '../../shared/layout/paintJourney'
import { nameHeight } from '../../shared/layout/paintJourney'
import styles from './BoardCanvas.module.css'
import { BoardNode } from './BoardNode'
import type { BoardEngine } from './engine'

const part = (...names: readonly (string | undefined)[]) => names.join(' ')

/** Stage and step headers with elements of their own, in the layer that stays at the top. */
export const HeaderBoxes = memo(function HeaderBoxes({
  layout,
  boxes,
  selection,
  dragged,
  engine,
}: {
  layout: JourneyLayout
  boxes: readonly Box[]
  selection: ReadonlySet<string>
  dragged: ReadonlySet<string>
  engine: BoardEngine
}) {
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map(box => box.x))
  const width = Math.max(...boxes.map(box => box.x + box.width)) - left
  return (
    <>
      <div className={styles.strip} style={{ left: left - 1, width: width + 1, height: m.headerHeight }} />
      {boxes.map(box => (
        <BoardNode
          key={box.id}
          style={{ left: box.x, top: box.y }}
          data={{ box, engine, selected: selection.has(box.recordId), dragged: dragged.has(box.id) }}
        />
      ))}
      {layout.columns.map(
        ({ x, header }) =>
          x >= left &&
          x <= left + width && (
            <i
              key={header.id}
              className={styles.rule}
              style={{ left: x - 1, top: m.stepTop, height: m.stepHeight }}
            />
          ),
      )}
    </>
  )
})

/** The names of the lanes and the scale of emotions, in the layer that stays at the left. */
export const LaneNames = memo(function LaneNames({
  layout,
  selection,
}: {
  layout: JourneyLayout
  selection: ReadonlySet<string>
}) {
  const { lanes, emotion, visibility, height } = layout
  return (
    <>
      <div
        className={styles.namesStrip}
        style={{ top: m.headerHeight, width: m.labelWidth, height: height - m.headerHeight }}
      />
      {lanes.map(lane => (
        <div
          key={lane.id}
          className={styles.lane}
          data-lane={lane.id}
          data-selected={selection.has(lane.id) || undefined}
          style={{ top: lane.y, width: m.labelWidth - 1, height: lane.height }}
        >
          <span className={styles.laneName} style={shift(lane)}>
            {lane.title}
          </span>
        </div>
      ))}
      {whoseLines(layout).map(({ personaId, name, colour, y }) => (
        <span
          key={personaId}
          className={styles.whose}
          data-persona={personaId}
          style={{ top: y, width: m.labelWidth - 58, color: `var(--${colour})` }}
        >
          {name}
        </span>
      ))}
      {emotion?.levels.map(
        ({ y, text }, at) =>
          at % 2 === 0 && (
            <span
              key={y}
              className={styles.level}
              style={{ top: y - 7, width: m.labelWidth - 10, textAlign: 'right' }}
            >
              {text}
            </span>
          ),
      )}
      {visibility && (
        <span className={styles.visibility} style={{ top: visibility.y - 7 }}>
          {visibility.title}
        </span>
      )}
    </>
  )
})

const shift = ({ y, height }: Lane) =>
  ({ '--lane': y, '--most': Math.max(0, height - nameHeight) }) as CSSProperties

/** A layer that the engine moves. */
export function Layer({
  layer,
  name,
  children,
}: {
  layer: RefObject<HTMLDivElement | null>
  name: 'body' | 'headers' | 'names' | 'corner'
  children: ReactNode
}) {
  return (
    <div ref={layer} className={part(styles.layer, styles[name])}>
      {children}
    </div>
  )
}
