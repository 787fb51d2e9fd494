import { memo } from 'react'
import { wirePath, type Wire } from '../../../shared/layout/canvas'
import styles from './Wires.module.css'

interface Props {
  readonly wires: readonly Wire[]
  readonly width: number
  readonly height: number
}

/** The links, in the gutters: hollow where they begin, a dot where they end. */
export const Wires = memo(function Wires({ wires, width, height }: Props) {
  if (wires.length === 0) return null
  return (
    <svg className={styles.wires} width={width} height={height} data-wires={wires.length}>
      {wires.map(({ id, points, dim }) => (
        <path key={id} d={wirePath(points)} data-dim={dim} />
      ))}
      {wires.map(({ id, points, dim }) => {
        const [start, end] = [points[0], points.at(-1)]
        return (
          start &&
          end && (
            <g key={id} data-dim={dim}>
              <circle cx={end.x} cy={end.y} r={3.5} />
              <circle className={styles.start} cx={start.x} cy={start.y} r={3} />
            </g>
          )
        )
      })}
    </svg>
  )
})
