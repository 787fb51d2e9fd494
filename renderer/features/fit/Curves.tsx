import { curvePath } from '../../../shared/layout/emotionCurve'
import type { Overlay } from '../../../shared/queries'
import { emotionWord } from '../../document/words'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import styles from './Curves.module.css'

/** The journeys' names stand in the first column, so that the curves lie over the stages of the table below. */
export const NAMES = 180
export const COLUMN = 112
const TOP = 16
const PITCH = 46
const HEIGHT = TOP * 2 + 4 * PITCH

/** Each journey's line: a colour, a pattern of dashes and a shape of its points, never one of them alone. */
const lines = [
  { colour: 'accent', dashes: undefined, shape: 'circle' },
  { colour: 's5', dashes: '8 4', shape: 'square' },
  { colour: 's4', dashes: '2 4', shape: 'diamond' },
  { colour: 's2', dashes: '10 4 2 4', shape: 'triangle' },
] as const
const lineOf = (at: number) => lines[at % lines.length]!

const yOf = (emotion: number) => TOP + (2 - emotion) * PITCH

/** A piece of a journey's line, as it stands in the picture. */
export function LineSample({ at }: { at: number }) {
  const { colour, dashes } = lineOf(at)
  return (
    <svg width={30} height={10} aria-hidden className={styles.sample}>
      <path d="M1 5H29" stroke={`var(--${colour})`} strokeWidth={2} strokeDasharray={dashes} fill="none" />
      <Point at={at} x={15} y={5} />
    </svg>
  )
}

/** The emotion curves over the columns of the stages. */
export function Curves({ overlay: { journeys, columns, curves } }: { overlay: Overlay }) {
  const t = useText()
  const language = useLanguage()
  const width = NAMES + columns.length * COLUMN
  const names = journeys.map(({ title }) => title || t($ => $.journey.untitled)).join(', ')
  return (
    <svg
      role="img"
      aria-label={t($ => $.fit.over.drawing, { journeys: names })}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className={styles.curves}
    >
      {columns.map((_, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns have no identity but their place
        <path key={at} className={styles.edge} d={`M${NAMES + at * COLUMN + 0.5} 0V${HEIGHT}`} />
      ))}
      {[2, 1, 0, -1, -2].map(value => (
        <g key={value}>
          <path className={styles.level} data-zero={value === 0} d={`M${NAMES} ${yOf(value)}H${width}`} />
          <text className={styles.word} x={NAMES - 10} y={yOf(value) + 4}>
            {emotionWord(t, value)} {signed(value, language)}
          </text>
        </g>
      ))}
      {curves.map((points, n) => {
        const placed = points.map(({ at, emotion }) => ({ x: NAMES + at * COLUMN, y: yOf(emotion) }))
        const { colour, dashes } = lineOf(n)
        return (
          <g key={journeys[n]!.id}>
            <path
              className={styles.curve}
              d={curvePath(placed)}
              stroke={`var(--${colour})`}
              strokeDasharray={dashes}
            />
            {points.map(({ touchpoint }, at) => (
              <g key={touchpoint.id}>
                <title>{touchpoint.title}</title>
                <Point at={n} x={placed[at]!.x} y={placed[at]!.y} />
              </g>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

function Point({ at, x, y }: { at: number; x: number; y: number }) {
  const { colour, shape } = lineOf(at)
  const d = {
    circle: `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z`,
    square: `M${x - 3} ${y - 3}h6v6h-6Z`,
    diamond: `M${x} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5Z`,
    triangle: `M${x} ${y - 4}l4 7h-8Z`,
  }[shape]
  return <path d={d} fill={`var(--${colour})`} stroke="var(--surface)" strokeWidth={1} />
}
