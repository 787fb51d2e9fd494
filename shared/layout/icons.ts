/** Which icon stands for what. */
import type { Channel } from '../model'
import { iconPaths } from './iconPaths'

export type IconName = keyof typeof iconPaths
export { iconPaths }

/** Icons a channel can have, by Lucide's names. */
export const channelIcons = [
  'store',
  'phone',
  'bot',
  'globe',
  'mail',
  'smartphone',
  'package',
  'package-open',
  'box',
  'user-round',
  'users',
  'message-square-text',
  'messages-square',
  'message-circle',
  'search',
  'star',
  'megaphone',
  'scale',
  'landmark',
  'truck',
  'file-text',
  'calendar-days',
  'video',
  'wrench',
  'layout-dashboard',
  'share-2',
  'briefcase',
  'headset',
  'circle',
] as const satisfies readonly IconName[]

const known: ReadonlySet<string> = new Set(channelIcons)

/** The icon of a channel; a name that is not drawn here becomes a dot in a circle. */
export const channelIcon = (channel: Pick<Channel, 'icon'>): IconName =>
  known.has(channel.icon) ? (channel.icon as IconName) : 'circle'

const faces = ['emotionM2', 'emotionM1', 'emotion0', 'emotionP1', 'emotionP2'] as const

/** The face of an emotion from -2 to +2. */
export const emotionIcon = (value: number): IconName =>
  faces[Math.max(-2, Math.min(2, Math.round(value))) + 2] ?? 'emotion0'

/**
 * The slices of the pyramid glyph, 16 × 14, base first.
 * @param count how many levels the project has
 */
export function pyramidSlices(count: number): readonly string[] {
  if (count === 3) return threeSlices
  const height = 11.4 / count
  return Array.from({ length: count }, (_, at) => {
    const bottom = 13 - at * height
    const top = at === count - 1 ? 1.6 : bottom - height + 0.6
    const half = (y: number) => ((y - 1.6) / 11.4) * 7
    const [low, high] = [half(bottom), half(top)].map(width => Number(width.toFixed(2))) as [number, number]
    return `M${8 - low} ${bottom.toFixed(2)}H${8 + low}L${8 + high} ${top.toFixed(2)}H${8 - high}Z`
  })
}

const threeSlices = ['M1 13h14l-2.6-4H3.6z', 'M4 8.4h8L9.9 5H6.1z', 'M6.5 4.4h3L8 1.6z']
