import styles from './Quantities.module.css'

interface Props {
  readonly low: number | null
  readonly likely: number | null
  readonly high: number | null
  /** Where the line ends; without it a little beyond the range. */
  readonly most?: number | undefined
}

const width = 84
const [from, to] = [4, width - 4]

/** How wide a range is against its size: a line from nothing, the range on it, the likely value as a dot. */
export function RangeMark({ low, likely, high, most }: Props) {
  const given = [low, likely, high].filter(value => value !== null)
  if (given.length === 0) return null
  const [least, largest] = [Math.min(...given), Math.max(...given)]
  const start = Math.min(0, least * 1.25)
  const end = most ?? Math.max(0, largest * 1.25)
  const span = end - start || 1
  const x = (value: number) => Math.round((from + ((value - start) / span) * (to - from)) * 10) / 10
  const dot = Math.min(largest, Math.max(least, likely ?? (least + largest) / 2))
  return (
    <svg className={styles.mark} width={width} height={12} viewBox={`0 0 ${width} 12`} aria-hidden>
      <path d={`M${from} 6H${to}`} stroke="var(--line-strong)" strokeWidth={1} strokeLinecap="round" />
      {largest > least && (
        <path
          d={`M${x(least)} 6H${x(largest)}`}
          stroke="var(--ink-3)"
          strokeWidth={4}
          strokeLinecap="round"
        />
      )}
      <circle cx={x(dot)} cy={6} r={4} fill="var(--ink)" stroke="var(--surface)" strokeWidth={1.5} />
    </svg>
  )
}
