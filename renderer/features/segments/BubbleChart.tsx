import { useState } from 'react'
import type { Bubble, SegmentMark } from '../../../shared/queries'
import { useMarks } from '../../document/canvas'
import { colouring } from '../../ui/MarkChip'
import { useLanguage, useText } from '../../ui/text'
import { bubbleLayout, type PlacedBubble } from './bubbleLayout'
import styles from './Chart.module.css'
import { openCard } from './openCard'

interface Props {
  readonly bubbles: readonly Bubble[]
  readonly area: 'size' | 'revenueShare'
}

/** Growth to the right, margin upwards; the area says how many or how much. Enter on a bubble shows its card. */
export function BubbleChart({ bubbles, area }: Props) {
  const t = useText()
  const number = new Intl.NumberFormat(useLanguage())
  const marks = useMarks()
  const [pointed, setPointed] = useState<string | null>(null)
  const layout = bubbleLayout(bubbles, area, new Map([...marks].map(([id, { code }]) => [id, code])))
  const { plot, xTicks, yTicks, unknownGrowth, unknownMargin, width, height } = layout
  const top = height - 26
  const bottom = height - 52
  return (
    <svg
      className={styles.svg}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t($ => $.segments.chartTitle)}
    >
      <Patterns />
      {yTicks.map(({ value, at }) => (
        <g key={value}>
          <line
            className={value === 0 ? styles.axis : styles.grid}
            x1={plot.left}
            x2={plot.right}
            y1={at}
            y2={at}
          />
          <text className={styles.tick} x={plot.left - 8} y={at + 4} textAnchor="end">
            {number.format(value)} %
          </text>
        </g>
      ))}
      {xTicks.map(({ value, at }) => (
        <g key={value}>
          <line
            className={value === 0 ? styles.axis : styles.grid}
            x1={at}
            x2={at}
            y1={plot.top}
            y2={bottom}
          />
          <text className={styles.tick} x={at} y={top - 4} textAnchor="middle">
            {number.format(value)} %
          </text>
        </g>
      ))}
      <text className={styles.axisName} x={plot.right} y={top + 16} textAnchor="end">
        {t($ => $.segments.axis.growth)}
      </text>
      {yTicks.length > 0 && (
        <text className={styles.axisName} x={8} y={plot.top + 4} textAnchor="start">
          {t($ => $.segments.axis.margin)}
        </text>
      )}
      {unknownMargin !== null && (
        <g>
          <line
            className={styles.band}
            x1={plot.left}
            x2={plot.right}
            y1={unknownMargin}
            y2={unknownMargin}
          />
          <text className={styles.bandName} x={plot.right} y={unknownMargin + 16} textAnchor="end">
            {t($ => $.segments.axis.noMargin)}
          </text>
        </g>
      )}
      {unknownGrowth !== null && (
        <g>
          <line className={styles.band} x1={plot.left} x2={plot.left} y1={plot.top} y2={plot.bottom} />
          <text className={styles.bandName} x={unknownGrowth} y={top - 4} textAnchor="start">
            {t($ => $.segments.axis.noGrowth)}
          </text>
        </g>
      )}
      {layout.bubbles.map(placed => (
        <BubbleMark
          key={placed.bubble.id}
          placed={placed}
          mark={marks.get(placed.bubble.id)}
          onPoint={setPointed}
        />
      ))}
      <Label placed={layout.bubbles.find(({ bubble }) => bubble.id === pointed)} width={width} />
    </svg>
  )
}

interface MarkProps {
  readonly placed: PlacedBubble
  readonly mark: SegmentMark | undefined
  readonly onPoint: (id: string | null) => void
}

function BubbleMark({ placed: { bubble, x, y, radius, open, label }, mark, onPoint }: MarkProps) {
  const t = useText()
  const number = new Intl.NumberFormat(useLanguage())
  const code = mark?.code ?? ''
  const said = [
    // what is seen comes first in what is said
    `${code} ${bubble.title || t($ => $.segments.unnamed)}`,
    ...(['size', 'growth', 'margin', 'revenueShare'] as const).map(measure => {
      const value = bubble[measure]
      if (value === null) return t($ => $.segments.lacks[measure])
      const unit = measure === 'size' ? bubble.unit : '%'
      return `${t($ => $.segments.measure[measure])} ${number.format(value)} ${unit}`.trim()
    }),
  ].join(', ')
  return (
    <g
      className={styles.bubble}
      role="button"
      tabIndex={0}
      aria-label={said}
      style={mark && colouring(mark.colour)}
      data-open={open}
      onClick={() => openCard(bubble.id)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        openCard(bubble.id)
      }}
      onMouseEnter={() => onPoint(bubble.id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(bubble.id)}
      onBlur={() => onPoint(null)}
    >
      <circle className={styles.disc} cx={x} cy={y} r={radius} />
      {mark && mark.pattern !== 'solid' && (
        <circle cx={x} cy={y} r={radius} fill={`url(#bubble-${mark.pattern})`} className={styles.pattern} />
      )}
      {bubble.revenueShare !== null && <Ring x={x} y={y} radius={radius + 4} share={bubble.revenueShare} />}
      <text className={styles.code} x={label.x} y={label.y + 4} textAnchor={label.anchor}>
        {code}
      </text>
    </g>
  )
}

/** The share of revenue as a part of a ring round the bubble. */
function Ring({ x, y, radius, share }: { x: number; y: number; radius: number; share: number }) {
  const length = 2 * Math.PI * radius
  const part = Math.max(0, Math.min(1, share / 100)) * length
  return (
    <circle
      className={styles.ring}
      cx={x}
      cy={y}
      r={radius}
      strokeDasharray={`${part} ${length}`}
      transform={`rotate(-90 ${x} ${y})`}
    />
  )
}

/** Name and figures of the bubble that is pointed at. */
function Label({ placed, width }: { placed: PlacedBubble | undefined; width: number }) {
  const t = useText()
  const number = new Intl.NumberFormat(useLanguage(), { notation: 'compact', maximumFractionDigits: 1 })
  if (!placed) return null
  const { bubble, x, y, radius } = placed
  const toLeft = x > width * 0.7
  const anchor = toLeft ? 'end' : 'start'
  const at = toLeft ? x - radius - 12 : x + radius + (radius >= 16 ? 12 : 48)
  const figures = [
    bubble.size === null ? '' : `${number.format(bubble.size)} ${bubble.unit}`.trim(),
    bubble.revenueShare === null
      ? ''
      : t($ => $.segments.shareOfRevenue, { share: number.format(bubble.revenueShare) }),
  ].filter(Boolean)
  return (
    <g className={styles.label} aria-hidden>
      <text x={at} y={y - 2} textAnchor={anchor}>
        {bubble.title || t($ => $.segments.unnamed)}
      </text>
      <text x={at} y={y + 14} textAnchor={anchor} className={styles.figures}>
        {figures.join(' · ')}
      </text>
    </g>
  )
}

/** Stripes and dots, as the edges of notes have them. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="bubble-striped"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="2" height="6" className={styles.ink} />
      </pattern>
      <pattern id="bubble-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.2" className={styles.ink} />
      </pattern>
    </defs>
  )
}
