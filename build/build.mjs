// Builds out/ with Vite when a source changed since the last build; otherwise returns at once.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { endTogether, modernNode, root } from './node.mjs'

const sources = [
  'shared',
  'electron',
  'renderer',
  'vite.config.ts',
  'package-lock.json',
  'build/exportFiles.mjs',
  'build/fileManifest.mjs',
]
const stampFile = join(root, 'out/.stamp')
const lockFile = join(root, 'out/.building')

/** Name, size and time of every source file in one hash: notices edits, new files and deletions. */
function stamp() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    const names = statSync(path).isDirectory()
      ? readdirSync(path, { encoding: 'utf8', recursive: true }).sort()
      : ['']
    for (const name of names) {
      const { size, mtimeMs } = statSync(join(path, name))
      hash.update(`${source}/${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

const read = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** One build at a time: several processes may find the same stale out/. */
async function takeLock() {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      process.once('exit', () => rmSync(lockFile, { force: true }))
      return
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      const since = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (!isAlive(Number(read(lockFile))) || Date.now() - since > 180_000) rmSync(lockFile, { force: true })
      await sleep(100)
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    // 0 is a lock being written at this moment
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}

/** @param {{ force?: boolean }} [options] */
export async function build({ force = false } = {}) {
  // an installed package has no sources, and `npm test` has just built
  if (!existsSync(join(root, 'vite.config.ts')) || process.env['JOURNEYBOARD_BUILT'] === '1') return
  if (!force && read(stampFile) === stamp()) return
  await takeLock()
  try {
    const wanted = stamp()
    if (!force && read(stampFile) === wanted) return
    rmSync(stampFile, { force: true })
    await vite()
    writeFileSync(stampFile, wanted)
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** Vite's own words go to stderr: stdout belongs to the command that needed the build. */
async function vite() {
  const child = spawn(
    modernNode(),
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'],
    // whoever asks, tests too: otherwise the page would hold the slow React that checks itself
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
  )
  endTogether(child)
  child.stdout.pipe(process.stderr)
  child.stderr.pipe(process.stderr)
  const code = await new Promise(done => child.on('close', done))
  if (code !== 0) throw new Error('Journeyboard could not be built: see the lines above')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ force: true })
