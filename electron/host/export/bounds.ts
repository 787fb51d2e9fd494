/** Where the parts of a scene lie, so that a sheet paints only what is on it. */
import { fonts } from '../../../shared/layout/fonts'
import type { Rect } from '../../../shared/layout/boxes'
import type { SceneItem } from '../../../shared/layout/scene'
import { measure } from '../../../shared/layout/textMeasure'

export type Leaf = Exclude<SceneItem, { readonly kind: 'group' }>

/** An item at its place on the whole scene. */
export interface Placed {
  readonly item: Leaf
  /** What its own coordinates are moved by. */
  readonly x: number
  readonly y: number
  readonly bounds: Rect
}

/** All items of a scene in the order they are painted, groups taken apart. */
export function placedItems(items: readonly SceneItem[], x = 0, y = 0): Placed[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return placedItems(item.items, x + item.x, y + item.y)
    const own = boundsOf(item)
    return [{ item, x, y, bounds: { ...own, x: own.x + x, y: own.y + y } }]
  })
}

export const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The rectangle that holds an item with its stroke and shadow, perhaps a little more. */
function boundsOf(item: Leaf): Rect {
  switch (item.kind) {
    case 'rect':
      return wider(item, item.paper ? 4 : (item.strokeWidth ?? 0))
    case 'picture':
      return item
    case 'circle': {
      const r = item.radius + (item.strokeWidth ?? 0)
      return { x: item.x - r, y: item.y - r, width: 2 * r, height: 2 * r }
    }
    case 'icon':
      return wider({ x: item.x, y: item.y, width: item.size, height: item.size }, 1)
    case 'text': {
      const { line } = fonts[item.font]
      const width = measure(item.text, item.font)
      return { x: item.end ? item.x - width : item.x, y: item.y - line, width, height: 1.5 * line }
    }
    case 'path':
      return wider(pathBounds(item.d), item.strokeWidth ?? 0)
  }
}

const wider = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** How many numbers each command of a path takes. */
const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }

/** The rectangle round all points of a path, those that bend its curves too; arcs by their ends and radii. */
export function pathBounds(d: string): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const add = (x: number, y: number, by = 0) => {
    ;[left, right] = [Math.min(left, x - by), Math.max(right, x + by)]
    ;[top, bottom] = [Math.min(top, y - by), Math.max(bottom, y + by)]
  }
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const numbers = [...rest.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(([text]) =>
      Number(text),
    )
    const kind = command.toLowerCase()
    const count = takes[kind] ?? 0
    for (let at = 0; count > 0 && at + count <= numbers.length; at += count) {
      const [dx, dy] = command === kind ? [x, y] : [0, 0]
      const own = numbers.slice(at, at + count)
      if (kind === 'h') x = own[0]! + dx
      else if (kind === 'v') y = own[0]! + dy
      else if (kind === 'a') {
        const reach = 2 * Math.max(own[0]!, own[1]!)
        add(x, y, reach)
        ;[x, y] = [own[5]! + dx, own[6]! + dy]
        add(x, y, reach)
      } else {
        for (let n = 0; n < count; n += 2) add(own[n]! + dx, own[n + 1]! + dy)
        ;[x, y] = [own[count - 2]! + dx, own[count - 1]! + dy]
      }
      add(x, y)
    }
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}
