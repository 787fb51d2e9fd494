interface Props {
  readonly low: number
  readonly likely: number
  readonly high: number
  /** What the line stands for; marks of one column share it so that they can be compared. */
  readonly min: number
  readonly max: number
  readonly width?: number
}

const radius = 4

/** A range drawn on a line: a bar from low to high, a dot at the likely value. The numbers beside it say the same. */
export function RangeMark({ low, likely, high, min, max, width = 64 }: Props) {
  const span = max - min
  const at = (value: number) => {
    const share = span > 0 ? (Math.min(max, Math.max(min, value)) - min) / span : 0.5
    return Math.round((radius + share * (width - 2 * radius)) * 10) / 10
  }
  return (
    <svg width={width} height={12} aria-hidden>
      <path d={`M0 6H${width}`} stroke="var(--line-strong)" />
      <path d={`M${at(low)} 6H${at(high)}`} stroke="var(--ink-3)" strokeWidth={4} strokeLinecap="round" />
      <circle cx={at(likely)} cy={6} r={radius} fill="var(--ink)" stroke="var(--surface)" strokeWidth={1.5} />
    </svg>
  )
}
