/** SVG → PNG without a window. */
import { readFileSync } from 'node:fs'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { KnownError } from '../../../shared/ipc/contract'
import { builtFile } from '../entryFile'

/** Most pixels a picture may have: it takes 4 bytes for each while it is made. */
const mostPixels = 150_000_000
/** Longest side that programs open. */
const longestSide = 32_000

let ready: Promise<void> | undefined
let faces: Uint8Array[] | undefined

/** The bundled Inter, by weight. */
export const faceOf = (weight: 400 | 500 | 600): Buffer =>
  readFileSync(builtFile(`Inter-${{ 400: 'Regular', 500: 'Medium', 600: 'SemiBold' }[weight]}.ttf`))

/**
 * @param scale pixels for one px of the picture
 * @throws KnownError export.tooLarge with the largest scale that would do
 */
export async function pngOfSvg(
  svg: string,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Uint8Array> {
  const largest = Math.min(
    Math.sqrt(mostPixels / (size.width * size.height)),
    longestSide / Math.max(size.width, size.height),
  )
  if (scale > largest) throw new KnownError('export.tooLarge', { scale: Math.floor(largest * 100) / 100 })
  await (ready ??= initWasm(readFileSync(builtFile('resvg.wasm'))))
  faces ??= ([400, 500, 600] as const).map(faceOf)
  const resvg = new Resvg(svg, {
    font: { fontBuffers: faces, defaultFontFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: scale },
  })
  try {
    const image = resvg.render()
    const png = image.asPng()
    image.free()
    return png
  } finally {
    resvg.free()
  }
}
