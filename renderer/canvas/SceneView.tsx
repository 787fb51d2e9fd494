import { memo, type ComponentType } from 'react'
import { fonts } from '../../shared/layout/fonts'
import { iconPaths } from '../../shared/layout/icons'
import { iconStroke, type PictureItem, type Scene, type SceneItem } from '../../shared/layout/scene'
import type { ColourToken } from '../../shared/layout/theme'

/** Draws a picture of the document; what stands for it is drawn already. */
export type DrawsPicture = ComponentType<{ readonly item: PictureItem }>

interface Props {
  readonly scene: Scene
  /** Without it the pictures of the document are left out. */
  readonly Picture?: DrawsPicture
}

/** A display list as a picture in the page; its colours are the page's own, so it follows light and dark by itself. */
export const SceneView = memo(function SceneView({ scene, Picture }: Props) {
  const { width, height, background, items } = scene
  return (
    // texts were measured with figures of one width
    <svg
      viewBox={`0 0 ${width} ${height}`}
      style={{ fontVariantNumeric: 'tabular-nums' }}
      data-scene
      aria-hidden
    >
      {background && <rect width={width} height={height} fill={colour(background)} />}
      <Items items={items} Picture={Picture} />
    </svg>
  )
})

const colour = (token: ColourToken) => `var(--${token})`

interface Look {
  readonly fill?: ColourToken
  readonly stroke?: ColourToken
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
}

const look = ({ fill, stroke, strokeWidth, dash }: Look) => ({
  fill: fill ? colour(fill) : 'none',
  ...(stroke && { stroke: colour(stroke), strokeWidth }),
  ...(dash && { strokeDasharray: dash.join(' ') }),
})

// a scene is drawn as a whole and never changes, so places in the list are its keys
const Items = ({ items, Picture }: { items: readonly SceneItem[]; Picture: DrawsPicture | undefined }) =>
  items.map((item, at) => <Item key={at} item={item} Picture={Picture} />)

function Item({ item, Picture }: { item: SceneItem; Picture: DrawsPicture | undefined }) {
  switch (item.kind) {
    case 'group':
      return (
        <g transform={`translate(${item.x} ${item.y})`}>
          <Items items={item.items} Picture={Picture} />
        </g>
      )
    case 'rect': {
      const { x, y, width, height, radius, paper } = item
      return (
        <rect
          {...{ x, y, width, height, rx: radius, ...look(item) }}
          {...(paper && { style: { filter: 'drop-shadow(0 1px 1px #0000000d)' }, stroke: colour('line') })}
        />
      )
    }
    case 'circle':
      return <circle cx={item.x} cy={item.y} r={item.radius} {...look(item)} />
    case 'path':
      return (
        <path
          d={item.d}
          opacity={item.opacity}
          strokeLinejoin="round"
          strokeLinecap={item.dash ? 'butt' : 'round'}
          {...look(item)}
        />
      )
    case 'icon': {
      const { x, y, size, name, stroke, filled } = item
      return (
        <path
          transform={`translate(${x} ${y}) scale(${size / 24})`}
          d={iconPaths[name]}
          strokeLinejoin="round"
          strokeLinecap="round"
          {...look({ stroke, strokeWidth: iconStroke, ...(filled && { fill: stroke }) })}
        />
      )
    }
    case 'picture':
      return Picture ? <Picture item={item} /> : null
    case 'text': {
      const { size, weight } = fonts[item.font]
      return (
        <text
          x={item.x}
          y={item.y}
          fontSize={size}
          fontWeight={weight}
          fill={colour(item.fill)}
          textAnchor={item.end ? 'end' : 'start'}
        >
          {item.text}
        </text>
      )
    }
  }
}
