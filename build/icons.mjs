// Writes shared/layout/iconPaths.ts: the board's icons from lucide-react, each as one path on a grid of 24.
// Run it after a change of the list: node build/icons.mjs
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './node.mjs'

// name → name of the file in lucide-react, where they differ
const icons = {
  // of channels: Lucide's own names, as channels store them
  store: '',
  phone: '',
  bot: '',
  globe: '',
  mail: '',
  smartphone: '',
  package: '',
  'package-open': '',
  box: '',
  'user-round': '',
  users: '',
  'message-square-text': '',
  'messages-square': '',
  'message-circle': '',
  search: '',
  star: '',
  megaphone: '',
  scale: '',
  landmark: '',
  truck: '',
  'file-text': '',
  'calendar-days': '',
  video: '',
  wrench: '',
  'layout-dashboard': '',
  'share-2': '',
  briefcase: '',
  headset: '',
  circle: 'circle-dot',
  // of the board
  emotionM2: 'face-angry',
  emotionM1: 'face-slightly-frowning',
  emotion0: 'face-neutral',
  emotionP1: 'face-slightly-smiling',
  emotionP2: 'face-grinning',
  truth: 'diamond',
  wait: 'hourglass',
  picture: 'image',
  persona: 'circle-user-round',
  add: 'plus',
  comment: 'message-square',
  conflict: 'git-compare-arrows',
  // of the canvas
  error: 'triangle-exclamation-point',
}

/** Points may be parted by spaces or commas: the numbers come in pairs. @param {string} points */
const corners = points => (points.match(/-?[\d.]+[\s,]+-?[\d.]+/g) ?? []).map(pair => pair.trim()).join('L')

/** @type {Record<string, (a: Record<string, any>) => string>} */
const shapes = {
  path: a => a.d,
  line: a => `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`,
  circle: ({ cx, cy, r }) => `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  polyline: a => `M${corners(a.points)}`,
  polygon: a => `M${corners(a.points)}Z`,
  rect: a => {
    const [x = 0, y = 0, w = 0, h = 0] = [a.x ?? 0, a.y ?? 0, a.width, a.height].map(Number)
    const r = Number(a.rx ?? a.ry ?? 0)
    const corner = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
    return `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`
  },
}

const lines = []
for (const [name, file] of Object.entries(icons)) {
  const path = join(root, 'node_modules/lucide-react/dist/esm/icons', `${file || name}.mjs`)
  const { __iconData: icon } = await import(pathToFileURL(path).href)
  const d = icon.node.map((/** @type {[string, any]} */ [tag, attributes]) => {
    const shape = shapes[tag]
    if (!shape) throw new Error(`${name}: no path for <${tag}>`)
    // a path that begins relative would go on from the one before; what follows its first point stays relative
    return shape(attributes).replace(
      /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(.?)/,
      (_, x, y, next) => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}${next}`,
    )
  })
  lines.push(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: '${d.join('')}',`)
}
writeFileSync(
  join(root, 'shared/layout/iconPaths.ts'),
  `// Written by build/icons.mjs from lucide-react; change that, not this. The icons are Lucide's (ISC licence, see NOTICE).

/** Strokes on a grid of 24. */
export const iconPaths = {
${lines.join('\n')}
} as const
`,
)
