import { gapKind } from '../../document/words'

interface Props {
  readonly expectation: number | null
  readonly experience: number | null
  readonly gap: number | null
}

/** Five marks, 15 px apart: a ring at what was expected, a dot at what was experienced, a bar between the two. */
export function GapScale({ expectation, experience, gap }: Props) {
  const ring = expectation === null ? null : place(expectation)
  const dot = experience === null ? null : place(experience)
  const same = ring !== null && ring === dot
  const kind = gap === null ? 'met' : gapKind(gap)
  const colour = { missed: 'var(--pain)', met: 'var(--ink-2)', exceeded: 'var(--chance)' }[kind]
  return (
    <svg width={72} height={16} aria-hidden>
      {[1, 2, 3, 4, 5].map(value => (
        <circle key={value} cx={place(value)} cy={8} r={1} fill="var(--line-strong)" />
      ))}
      {ring !== null && dot !== null && !same && (
        <path d={`M${ring} 8H${dot}`} stroke={colour} strokeWidth={2} />
      )}
      {ring !== null && (
        <circle
          cx={ring}
          cy={8}
          r={same ? 5 : 4}
          fill="var(--ground)"
          stroke="var(--ink-2)"
          strokeWidth={1.5}
        />
      )}
      {dot !== null && <circle cx={dot} cy={8} r={same ? 2.5 : 4} fill={colour} />}
    </svg>
  )
}

const place = (value: number) => Math.round((6 + 15 * (value - 1)) * 10) / 10
