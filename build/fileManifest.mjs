// Lists every file of the built page in out/renderer/manifest.json, so that app:// and serve answer for these and nothing else.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** @type {Record<string, string>} */
const mimeTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/**
 * @param {string} folder
 * @returns {{ files: Record<string, { type: string, size: number, sha256: string }> }}
 */
export function listFiles(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'manifest.json')
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  return {
    files: Object.fromEntries(
      names.map(name => {
        const type = mimeTypes[extname(name)]
        if (!type) throw new Error(`no MIME type known for ${name}: add it to build/fileManifest.mjs`)
        const bytes = readFileSync(join(folder, name))
        return [name, { type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]
      }),
    ),
  }
}

/** @returns {import('vite').Plugin} */
export function fileManifest() {
  return {
    name: 'journeyboard:file-manifest',
    apply: 'build',
    applyToEnvironment: environment => environment.name === 'client',
    closeBundle() {
      const folder = this.environment.config.build.outDir
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify(listFiles(folder), null, 1))
    },
  }
}
