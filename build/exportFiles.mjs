// Puts beside the host's bundles what pictures and papers are made with: Inter as TTF, and the decoders that are no script.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './node.mjs'

const require = createRequire(import.meta.url)
const packages = join(root, 'node_modules')

const copied = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'webp.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
  'Inter-LICENSE.txt': 'inter-ui/LICENSE.txt',
}
const faces = ['Regular', 'Medium', 'SemiBold']

/** @param {string} folder */
export async function writeExportFiles(folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, source] of Object.entries(copied))
    writeFileSync(join(folder, name), readFileSync(join(packages, source)))
  // what fits into a PDF in part is TTF, and the package has woff2 alone
  /** @type {{ decompress: (woff2: Uint8Array) => Promise<Uint8Array> }} */
  const { decompress } = require('wawoff2')
  for (const face of faces) {
    const woff2 = readFileSync(join(packages, `inter-ui/web/Inter-${face}.woff2`))
    writeFileSync(join(folder, `Inter-${face}.ttf`), await decompress(woff2))
  }
}

/** @returns {import('vite').Plugin} */
export function exportFiles() {
  return {
    name: 'journeyboard:export-files',
    apply: 'build',
    applyToEnvironment: environment => environment.name === 'main',
    async closeBundle() {
      await writeExportFiles(this.environment.config.build.outDir)
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeExportFiles(join(root, 'out/main'))
