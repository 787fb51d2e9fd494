// `npm start`: the app in its window; where none can open, one line says why and the app serves itself on localhost.
import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { fetchElectron, whyNoWindow } from './electron.mjs'
import { enter } from './enter.mjs'
import { ensureModernNode, followParent, returnToUsersFolder, root } from './node.mjs'

const startLimit = 8_000 // an Electron that ends with an error before this has not shown a window
const stopLimit = 8_000 // time to put the last edits into the files
const args = process.argv.slice(2)

await ensureModernNode()
followParent()
await build()
returnToUsersFolder()

let reason = whyNoWindow()
if (!reason) {
  const binary = await fetchElectron()
  reason = binary ? await openWindow(binary) : 'Electron could not be fetched'
}
// serve puts this before its address: "No display here, so Journeyboard serves itself: http://127.0.0.1:…"
process.env['JOURNEYBOARD_SERVES_BECAUSE'] = reason
await enter('serve', args)

/**
 * Ends this process with the window; returns why when no window came.
 * @param {string} binary
 * @returns {Promise<string>}
 */
async function openWindow(binary) {
  const flags = process.env['JOURNEYBOARD_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []
  const windows = process.platform === 'win32'
  let stopping = false
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(windows ? child.pid : -child.pid, signal)
    } catch {
      // already gone
    }
  }
  const stop = () => {
    if (stopping) return
    stopping = true
    child.kill('SIGTERM')
    child.once('exit', () => kill('SIGKILL')) // helpers that did not follow
    setTimeout(() => kill('SIGKILL'), stopLimit).unref()
  }
  // heard before there is a window: a signal in the moment it starts would leave it behind
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, stop)
  // a process group of its own, so that stopping reaches Electron's helpers too
  const child = spawn(binary, [root, ...flags, ...args], {
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: !windows,
  })

  let said = ''
  let open = false
  child.stderr.setEncoding('utf8').on('data', text => {
    if (open) process.stderr.write(text)
    else said += text
  })
  const timer = setTimeout(() => {
    open = true
    process.stderr.write(said)
  }, startLimit)

  const code = await new Promise(done => {
    child.on('error', () => done(127))
    child.on('close', (exitCode, signal) => done(exitCode ?? `signal ${signal}`))
  })
  clearTimeout(timer)
  if (stopping || open || code === 0) process.exit(typeof code === 'number' ? code : stopping ? 0 : 1)

  for (const signal of signals) process.off(signal, stop)
  const missing = /error while loading shared libraries: ([^:\s]+)/.exec(said)?.[1]
  if (missing) return `Electron misses ${missing}`
  if (/Missing X server|cannot open display|Unable to open X display/i.test(said))
    return 'The display does not answer'
  if (/sandbox/i.test(said)) return "Chromium's sandbox is not allowed here"
  process.stderr.write(said)
  return `Electron ended at once (${code})`
}
