import { useId } from 'react'
import { levelColour } from '../../../shared/layout/theme'
import { connectorPaths, fillEnd, pathOf, slicesOf } from './pyramidShape'

/** The pyramid and where it stands on the paper, in pixels. */
const size = { width: 268, height: 236, gap: 6 }
const left = 20
const top = 28
const lanes = { left: 298, right: 318, end: 324 }

interface Props {
  /** Fulfilment of each level in percent, base first; null where nothing is rated. */
  readonly shares: readonly (number | null)[]
  /** y of each level's heading, base first; empty where there is nothing to lead to. */
  readonly headings: readonly number[]
  /** Read aloud; without one the drawing is an ornament. */
  readonly label?: string
}

/** Each slice filled by area to its fulfilment, the rest hatched, and lines that lead to the lists. */
export function Drawing({ shares, headings, label }: Props) {
  const id = useId()
  const slices = slicesOf(shares.length, size)
  const colours = shares.map((_, at) => `var(--${levelColour(at, shares.length)})`)
  const dots = slices.map(slice => {
    const y = (slice.top + slice.bottom) / 2
    return { x: left + (size.width / 2) * (1 + y / size.height) + 8, y: Math.round(top + y) }
  })
  const leading = dots.flatMap((from, at) => {
    const to = headings[at]
    return to === undefined ? [] : { from, to }
  })
  const height = Math.max(top + size.height + 1, ...headings.map(y => y + 8))
  return (
    <>
      <svg
        width={left + size.width + 12}
        height={top + size.height + 1}
        {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      >
        <defs>
          {slices.map((slice, at) => (
            <Paints
              key={at}
              id={`${id}${at}`}
              colour={colours[at]!}
              width={fillEnd(slice, (shares[at] ?? 0) / 100)}
            />
          ))}
        </defs>
        <g transform={`translate(${left} ${top})`}>
          {slices.map(({ points }, at) => (
            <g key={at} strokeLinejoin="round">
              <path d={pathOf(points)} fill={`url(#${id}${at}hatch)`} stroke={colours[at]} />
              {(shares[at] ?? 0) > 0 && (
                <path
                  d={pathOf(points)}
                  fill={`color-mix(in oklch, ${colours[at]} 76%, var(--paper))`}
                  clipPath={`url(#${id}${at}clip)`}
                />
              )}
            </g>
          ))}
        </g>
      </svg>
      <svg width={lanes.end + 4} height={height} aria-hidden data-connectors>
        <g fill="none" stroke="var(--line-strong)">
          {connectorPaths(leading.toReversed(), lanes).map(path => (
            <path key={path} d={path} />
          ))}
        </g>
        {leading.map(({ from }, at) => (
          <circle key={at} cx={from.x} cy={from.y} r={2.5} fill={colours[at]} />
        ))}
      </svg>
    </>
  )
}

/** The hatching of one slice, and what of it is filled. */
function Paints({ id, colour, width }: { id: string; colour: string; width: number }) {
  return (
    <>
      <pattern
        id={`${id}hatch`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill={colour} opacity={0.1} />
        <path d="M0 0V6" stroke={colour} strokeWidth={1.5} opacity={0.45} />
      </pattern>
      <clipPath id={`${id}clip`}>
        <rect width={width} height={size.height} />
      </clipPath>
    </>
  )
}
