import { memo } from 'react'
import { wirePath, type Wire } from '../../../shared/layout/canvas'
import styles from './Wires.module.css'

interface Props {
  readonly wires: readonly Wire[]
  /** What is selected: its links stand out among all. */
  readonly of: ReadonlySet<string>
  readonly width: number
  readonly height: number
}

/** The links, in the gutters: hollow where they begin, a dot where they end. */
export const Wires = memo(function Wires({ wires, of, width, height }: Props) {
  if (wires.length === 0) return null
  const own = ({ from, to }: Wire) => of.has(from) || of.has(to)
  return (
    <svg className={styles.wires} width={width} height={height} data-wires={wires.length}>
      {[...wires.filter(wire => !own(wire)), ...wires.filter(own)].map(wire => {
        const { id, points, dim } = wire
        const [start, end] = [points[0], points.at(-1)]
        return (
          <g key={id} data-dim={dim} data-faint={!own(wire)}>
            <path d={wirePath(points)} />
            {end && <circle cx={end.x} cy={end.y} r={3.5} />}
            {start && <circle className={styles.start} cx={start.x} cy={start.y} r={3} />}
          </g>
        )
      })}
    </svg>
  )
})
