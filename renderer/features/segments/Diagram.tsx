import type { SegmentDependency } from '../../../shared/model'
import { useMarks } from '../../document/canvas'
import { useSegmentName } from '../../document/SegmentMark'
import { colouring } from '../../ui/MarkChip'
import { useText } from '../../ui/text'
import { arrows, diagram, extent, places, type Point } from './diagramLayout'
import styles from './Market.module.css'

interface Props {
  readonly ids: readonly string[]
  readonly dependencies: readonly SegmentDependency[]
}

/** The dependencies drawn; the list beside it says the same. */
export function Diagram({ ids, dependencies }: Props) {
  const t = useText()
  const at = places(ids)
  const { top, height } = extent(at)
  return (
    <svg
      className={styles.diagram}
      viewBox={`0 ${top} ${diagram.width} ${height}`}
      role="img"
      aria-label={t($ => $.segments.diagram)}
    >
      {arrows(at, dependencies).map(({ id, kind, strength, path, tip }) => (
        <g key={id} className={styles.arrow} data-kind={kind}>
          <path d={path} strokeWidth={strength} />
          <path
            className={styles.tip}
            d="M0 0L-9 -4.5L-9 4.5Z"
            transform={`translate(${tip.x} ${tip.y}) rotate(${tip.angle})`}
          />
        </g>
      ))}
      {arrows(at, dependencies).map(({ id, kind, strength, label }) => (
        <text key={id} className={styles.arrowName} x={label.x} y={label.y + 4} textAnchor="middle">
          {t($ => $.segments.dependency[kind])} {'•'.repeat(strength)}
        </text>
      ))}
      {ids.map(id => (
        <Node key={id} id={id} at={at.get(id)!} />
      ))}
    </svg>
  )
}

function Node({ id, at: { x, y } }: { id: string; at: Point }) {
  const name = useSegmentName(id)
  const mark = useMarks().get(id)
  const { width, height } = diagram.node
  const left = x - width / 2
  return (
    <g className={styles.node} style={mark && colouring(mark.colour)}>
      <rect className={styles.paper} x={left} y={y - height / 2} width={width} height={height} rx={6} />
      <rect
        className={styles.edge}
        x={left + 5}
        y={y - height / 2 + 5}
        width={4}
        height={height - 10}
        rx={2}
      />
      <text className={styles.code} x={left + 15} y={y + 4}>
        {mark?.code}
      </text>
      <foreignObject x={left + 46} y={y - height / 2} width={width - 50} height={height}>
        <div className={styles.name} title={name}>
          <span>{name}</span>
        </div>
      </foreignObject>
    </g>
  )
}
