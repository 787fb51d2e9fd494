// Finds a Node that can run Journeyboard. better-sqlite3 needs Node 22; npm scripts get Node 24 from the `node`
// package, whatever the machine has. Written for Node 20, because it may be started by that.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const modern = Number(process.versions.node.split('.')[0]) >= 22

/** The path of a Node ≥ 22: this one, or the one that `npm ci` put into node_modules. */
export function modernNode() {
  if (modern) return process.execPath
  const shipped = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(shipped)) return shipped
  process.stderr.write(`Journeyboard needs Node 22 or newer, this is ${process.version}. Run npm ci first.\n`)
  return process.exit(2)
}

const signals = /** @type {const} */ ({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })

/**
 * While the child runs, what ends this process ends the child too. Returns the way to let go of it.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endTogether(child) {
  const kill = () => void child.kill('SIGKILL')
  const handlers = Object.entries(signals).map(([signal, number]) => {
    const handler = () => process.exit(128 + number)
    process.on(signal, handler)
    return () => process.off(signal, handler)
  })
  process.on('exit', kill)
  const release = () => {
    process.off('exit', kill)
    for (const off of handlers) off()
  }
  child.once('exit', release)
  return release
}

/** Starts the running script again under a modern Node, unless this already is one. */
export async function ensureModernNode() {
  if (modern) return
  const child = spawn(modernNode(), process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of Object.keys(signals)) {
    process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)))
  }
  await new Promise(() => child.on('exit', code => process.exit(code ?? 1)))
}

/** npm changes to the project's folder; names of files mean the folder the user stands in. */
export function returnToUsersFolder() {
  const folder = process.env['INIT_CWD']
  const script = process.env['npm_lifecycle_event']
  if (folder && existsSync(folder) && (script === 'cli' || script === 'serve' || script === 'start')) {
    process.chdir(folder)
  }
}

/** Ends this process when its parent is gone (npm killed, terminal closed), so that nothing stays behind. */
export function followParent() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 200).unref()
}
