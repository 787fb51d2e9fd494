// Where Electron is, and how to get it within a short time: its package fetches the binary on demand.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endTogether, modernNode, root } from './node.mjs'

const home = join(root, 'node_modules/electron')
const quietLimit = 12_000 // without a new byte: there is no network
const wholeLimit = 10 * 60_000 // a slow network that does deliver may take its time

/** The Electron binary at hand, or undefined. */
export function electronBinary() {
  const pathFile = join(home, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined
  const other = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const binary = other
    ? join(other, name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))
    : name && join(home, 'dist', name)
  return binary && existsSync(binary) ? binary : undefined
}

/** The Electron binary, fetched once when it is missing; undefined when it cannot be had. */
export async function fetchElectron() {
  if (electronBinary() || !existsSync(home) || process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'])
    return electronBinary()
  process.stderr.write('Fetching Electron, this once …\n')
  const temp = mkdtempSync(join(tmpdir(), 'journeyboard-electron-'))
  const child = spawn(modernNode(), [join(home, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
  })
  endTogether(child)
  process.once('exit', () => rmSync(temp, { recursive: true, force: true }))
  const ended = new Promise(done => child.on('exit', done).on('error', done)).then(() => 'ended')
  const started = Date.now()
  let size = 0
  let grown = started
  for (;;) {
    if ((await Promise.race([ended, sleep(500)])) === 'ended') break
    const now = folderSize(temp) + folderSize(join(home, 'dist'))
    if (now !== size) [size, grown] = [now, Date.now()]
    if (Date.now() - grown > quietLimit || Date.now() - started > wholeLimit) {
      child.kill('SIGKILL')
      await ended
      break
    }
  }
  rmSync(temp, { recursive: true, force: true })
  return electronBinary()
}

/** @param {string} folder */
function folderSize(folder) {
  if (!existsSync(folder)) return 0
  let size = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    size += statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0
  }
  return size
}

/** Why no window can open on this machine, as the beginning of a sentence; undefined when one can. */
export function whyNoWindow() {
  if (process.platform !== 'linux') return undefined
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'No display here'
  if (process.getuid?.() === 0 && process.env['JOURNEYBOARD_NO_SANDBOX'] !== '1') {
    return "Chromium's sandbox refuses root"
  }
  return undefined
}
