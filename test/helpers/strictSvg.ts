/** Reads an SVG as strictly as XML wants it, and refuses whatever a picture of ours has no need of. */

/** Elements, each with the attributes it may have. */
const look = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
]
const box = ['x', 'y', 'width', 'height', 'rx']
const lines = [...look, 'stroke-linejoin', 'stroke-linecap']
const known: Readonly<Record<string, readonly string[]>> = {
  svg: [
    'xmlns',
    'width',
    'height',
    'viewBox',
    'font-family',
    'font-variant-numeric',
    'role',
    'aria-label',
    'aria-hidden',
  ],
  title: [],
  g: ['transform', 'clip-path'],
  rect: [...box, ...look],
  circle: ['cx', 'cy', 'r', ...look],
  path: ['d', ...lines],
  clipPath: ['id'],
  image: [...box, 'preserveAspectRatio', 'href'],
  text: [
    'x',
    'y',
    'font-size',
    'font-weight',
    'letter-spacing',
    'text-anchor',
    'textLength',
    'lengthAdjust',
    'fill',
    'fill-opacity',
    'xml:space',
  ],
}
const picture = /^data:image\/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]*={0,2}$/
const entity = /&(?!(?:amp|lt|gt|quot|#39);)/
// oxlint-disable-next-line no-control-regex -- signs that XML has no place for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

export interface StrictSvg {
  /** Every text that is shown, in order. */
  readonly texts: readonly string[]
  /** How many elements there are of each name. */
  readonly counts: ReadonlyMap<string, number>
}

/** @throws Error saying what an SVG of ours may not hold */
export function strictSvg(svg: string): StrictSvg {
  const refuse = (what: string): never => {
    throw new Error(`not in a picture of ours: ${what.slice(0, 200)}`)
  }
  if (forbidden.test(svg)) refuse('a sign XML has no place for')
  const open: string[] = []
  const texts: string[] = []
  const counts = new Map<string, number>()
  let at = 0
  while (at < svg.length) {
    if (svg[at] !== '<') {
      const end = svg.indexOf('<', at)
      const text = end < 0 ? refuse('text after the end') : svg.slice(at, end)
      if (entity.test(text) || text.includes('>')) refuse(text)
      if (open.at(-1) === 'text') texts.push(plain(text))
      else if (open.at(-1) !== 'title') refuse(`text in ${open.at(-1)}: ${text}`)
      at = end
      continue
    }
    const tag = /^<(?:\/([A-Za-z]+)|([A-Za-z]+)((?: [A-Za-z:-]+="[^"<>]*")*)(\/?))>/.exec(
      svg.slice(at, svg.indexOf('>', at) + 1),
    )
    if (!tag) return refuse(svg.slice(at))
    const [whole, closed, name = '', attributes = '', empty] = tag
    at += whole.length
    if (closed) {
      if (open.pop() !== closed) refuse(`</${closed}>`)
      continue
    }
    const allowed = known[name] ?? refuse(`<${name}>`)
    if (open.length === 0 && (name !== 'svg' || counts.size > 0)) refuse(`<${name}> outside`)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const names = new Set<string>()
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([A-Za-z:-]+)="([^"]*)"/g)) {
      if (!allowed.includes(attribute) || names.has(attribute)) refuse(`${name} ${attribute}`)
      names.add(attribute)
      if (entity.test(value)) refuse(value)
      if (attribute === 'href' && !picture.test(value)) refuse(`href ${value}`)
      if (attribute === 'clip-path' && !/^url\(#picture\d+\)$/.test(value)) refuse(value)
      if (attribute !== 'clip-path' && attribute !== 'aria-label' && /url\(/i.test(value)) refuse(value)
    }
    if (!empty) open.push(name)
  }
  if (open.length > 0) refuse(`no end of ${open.at(-1)}`)
  return { texts, counts }
}
