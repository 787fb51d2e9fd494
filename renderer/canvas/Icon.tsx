import { iconPaths, pyramidSlices, type IconName } from '../../shared/layout/icons'
import { levelColour } from '../../shared/layout/theme'

/** One of the board's icons, drawn from the same paths as on the canvas and in exports. */
export function BoardIcon({ name, size }: { name: IconName; size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}

/** The pyramid with the slice of one level filled. */
export function PyramidGlyph({ at, of }: { at: number; of: number }) {
  return (
    <svg width={16} height={14} viewBox="0 0 16 14" strokeLinejoin="round" aria-hidden>
      {pyramidSlices(of).map((path, slice) => {
        const colour = slice === at ? `var(--${levelColour(at, of)})` : undefined
        return <path key={path} d={path} fill={colour ?? 'none'} stroke={colour ?? 'var(--line-strong)'} />
      })}
    </svg>
  )
}
