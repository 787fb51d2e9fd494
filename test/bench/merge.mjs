// The merge's part of `npm run bench`: builds merge.ts for Node and runs it in processes of their own.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../build/node.mjs'

/** Two documents of so many records, a tenth of them changed on both sides. @param {number} records @param {number} rounds */
export async function benchMerge(records, rounds) {
  const { build } = await import('vite')
  const outDir = join(root, 'out/bench/merge')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, 'test/bench/merge.ts'), outDir, emptyOutDir: true },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  const folder = mkdtempSync(join(tmpdir(), 'journeyboard-bench-'))
  /** @param {string[]} args */
  const run = (...args) =>
    execFileSync(process.execPath, [join(outDir, 'merge.js'), ...args], { encoding: 'utf8' })
  try {
    run('make', folder, String(records))
    const files = ['mine', 'theirs'].map(name => join(folder, `${name}.jboard`))
    /** @type {{ preview: number, merge: number, entries: number, conflicts: number, resident: number }[]} */
    const runs = Array.from({ length: rounds }, () => JSON.parse(run('merge', ...files)))
    // time is the best of the rounds, since whatever else the machine does only adds; memory the worst
    const [preview, merge] = [
      Math.min(...runs.map(one => one.preview)),
      Math.min(...runs.map(one => one.merge)),
    ]
    const resident = Math.max(...runs.map(one => one.resident))
    const { entries, conflicts } = /** @type {typeof runs[0] & {}} */ (runs[0])
    const missed = merge > 3000 || preview > 3000 || resident > 600
    console.log(
      `merge, ${records} records on each side, ${entries} come in, ${conflicts} conflicts: ` +
        `preview ${preview.toFixed(0)} ms, merge ${merge.toFixed(0)} ms, ${resident.toFixed(0)} MB resident` +
        (missed ? '  MISSED (3000 ms, 600 MB)' : ''),
    )
    return { records, entries, conflicts, preview, merge, resident, missed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
