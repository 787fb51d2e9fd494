import type { FitOffer, FitPain } from '../../../shared/queries'
import { curvePath } from '../../../shared/layout/emotionCurve'
import { useText } from '../../ui/text'
import styles from './Bands.module.css'
import type { Laid } from './laid'

const WIDTH = 120
/** How wide a band is, px, by how far the offer goes. */
const widths = [1.25, 3, 8, 14]

interface Props {
  readonly pains: Laid<FitPain>
  readonly offers: Laid<FitOffer>
  readonly currentId: string | null
}

/**
 * From every pain to the offers that answer it: the wider the further, with the number and its word. Lists and pickers
 * say the same, so it is a picture only.
 */
export function Bands({ pains, offers, currentId }: Props) {
  const t = useText()
  const offerY = new Map([...offers.first, ...offers.second].map(({ row, y }) => [row.note.id, y]))
  const bands = [...pains.first, ...pains.second].flatMap(({ row: { pain, answers }, y }) =>
    answers.map(({ noteId, weight }, at) => ({
      key: `${pain.id} ${noteId}`,
      current: pain.id === currentId,
      weight,
      // several answers to one pain leave it side by side
      from: y + (at - (answers.length - 1) / 2) * 15,
      to: offerY.get(noteId) ?? y,
    })),
  )
  // the pain that is looked at lies on top
  const ordered = [...bands.filter(({ current }) => !current), ...bands.filter(({ current }) => current)]
  const height = Math.max(pains.height, offers.height)
  return (
    <svg
      className={styles.bands}
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      aria-hidden
    >
      {ordered.map(({ key, from, to, weight, current }) => (
        <path
          key={key}
          className={styles.band}
          data-current={current}
          data-weight={weight ?? 'unknown'}
          d={curvePath([
            { x: 0, y: from },
            { x: WIDTH, y: to },
          ])}
          strokeWidth={widths[weight ?? 0]}
        />
      ))}
      {ordered.map(({ key, from, weight, current }) => (
        <text key={key} className={styles.label} data-current={current} x={7} y={from + 3.5}>
          {weight === null
            ? t($ => $.fit.howFar)
            : `${weight} ${t($ => $.fit.weight[`w${weight as 0 | 1 | 2 | 3}`])}`}
        </text>
      ))}
    </svg>
  )
}
