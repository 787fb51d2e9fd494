import { memo } from 'react'
import type { Box } from '../../shared/layout/boxes'
import { baseline, fonts, type Font } from '../../shared/layout/fonts'
import { iconPaths } from '../../shared/layout/icons'
import { paintBox } from '../../shared/layout/paintBox'
import { iconStroke, type RectItem, type SceneItem, type TextItem } from '../../shared/layout/scene'
import type { ColourToken } from '../../shared/layout/theme'
import styles from './BoxView.module.css'

/**
 * A box as elements of the page, from the same display list that the canvas paints: line for line at the same place, so
 * that changing from one to the other cannot be seen.
 */
export const BoxView = memo(
  function BoxView({ box }: { box: Box }) {
    const items = paintBox(box)
    const [first] = items
    const sheet = first?.kind === 'rect' && first.paper ? first : undefined
    const drawn = items.filter(item => item.kind !== 'text' && !(item.kind === 'rect' && !item.dash))
    return (
      <div
        className={sheet ? `${styles.box} ${styles.paper}` : styles.box}
        style={{ width: box.width, height: box.height }}
      >
        {items.map(
          (item, at) =>
            item.kind === 'rect' && !item.dash && item !== sheet && <Plane key={at} item={item} />,
        )}
        {drawn.length > 0 && (
          <svg width={box.width} height={box.height} aria-hidden>
            <Shapes items={drawn} />
          </svg>
        )}
        {items.map((item, at) => item.kind === 'text' && <Line key={at} item={item} />)}
      </div>
    )
  },
  (a, b) => a.box.content === b.box.content && a.box.width === b.box.width && a.box.height === b.box.height,
)

const colour = (token: ColourToken) => `var(--${token})`

function Plane({ item: { x, y, width, height, radius, fill } }: { item: RectItem }) {
  return (
    <i
      style={{
        left: x,
        top: y,
        width,
        height,
        borderRadius: radius,
        ...(fill && { background: colour(fill) }),
      }}
    />
  )
}

function Line({ item: { x, y, text, font, fill } }: { item: TextItem }) {
  const { size, line, weight, spacing }: Font = fonts[font]
  return (
    <span
      style={{
        left: x,
        top: y - baseline(font),
        fontSize: size,
        lineHeight: `${line}px`,
        fontWeight: weight,
        letterSpacing: spacing,
        color: colour(fill),
      }}
    >
      {/* the space joins the lines of a text for those who search or hear it */}
      {`${text} `}
    </span>
  )
}

const Shapes = ({ items }: { items: readonly SceneItem[] }) =>
  items.map((item, at) => <Shape key={at} item={item} />)

function Shape({ item }: { item: SceneItem }) {
  switch (item.kind) {
    case 'group':
      return (
        <g transform={`translate(${item.x} ${item.y})`}>
          <Shapes items={item.items} />
        </g>
      )
    case 'path':
    case 'rect': {
      const { fill, stroke, strokeWidth, dash } = item
      const look = {
        fill: fill ? colour(fill) : 'none',
        stroke: stroke ? colour(stroke) : 'none',
        strokeWidth,
        strokeDasharray: dash?.join(' '),
      }
      if (item.kind === 'path') return <path d={item.d} strokeLinejoin="round" {...look} />
      const { x, y, width, height, radius } = item
      return <rect {...{ x, y, width, height, rx: radius }} {...look} />
    }
    case 'icon':
      return (
        <path
          transform={`translate(${item.x} ${item.y}) scale(${item.size / 24})`}
          d={iconPaths[item.name]}
          fill={item.filled ? colour(item.stroke) : 'none'}
          stroke={colour(item.stroke)}
          strokeWidth={iconStroke}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )
    case 'circle':
    case 'picture':
    case 'text':
      return null
  }
}
