import { pyramidSlices } from '../../shared/layout/icons'
import { levelColour } from '../../shared/layout/theme'

/** A small pyramid with one of its slices filled. `at` counts from the base; none is filled below 0. */
export function PyramidGlyph({ at, of }: { at: number; of: number }) {
  return (
    <svg width={16} height={14} viewBox="0 0 16 14" aria-hidden style={{ flex: 'none' }}>
      {pyramidSlices(of).map((path, slice) => {
        const colour = slice === at ? `var(--${levelColour(at, of)})` : 'var(--line-strong)'
        return (
          <path
            key={path}
            d={path}
            fill={slice === at ? colour : 'none'}
            stroke={colour}
            strokeLinejoin="round"
          />
        )
      })}
    </svg>
  )
}
