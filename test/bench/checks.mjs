// The checks' part of `npm run bench`: builds checks.ts for Node, runs it and prints its figures.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../build/node.mjs'

/** Measures the checks at 300 notes and 600 links. */
export async function benchChecks() {
  const { build } = await import('vite')
  const outDir = join(root, 'out/bench/checks')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, 'test/bench/checks.ts'), outDir, emptyOutDir: true },
    ssr: { noExternal: true },
  })
  /** @type {typeof import('./checks.ts')} */
  const { measureChecks } = await import(pathToFileURL(join(outDir, 'checks.js')).href)
  const figures = measureChecks(300, 600)
  const { notes, links, findings, run, opened, plain } = figures
  console.log(
    `checks, ${notes} notes and ${links} links (${findings} findings): ${run.toFixed(1)} ms, ` +
      `${opened.toFixed(1)} ms just opened, ${(run / plain).toFixed(0)} × a plain pass over the records` +
      (run <= 20 ? '' : '  MISSED (20 ms)'),
  )
  return figures
}
