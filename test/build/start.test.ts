// `npm start` and `npm run cli` as a person types them: real npm, real signals; stands in for Electron where its
// failures are the subject.
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, tempFolder } from '../helpers/folders'

const posix = process.platform !== 'win32'
const linux = process.platform === 'linux'
const npm = posix ? 'npm' : 'npm.cmd'
const temps: { remove: () => void }[] = []
afterAll(() => temps.splice(0).forEach(temp => temp.remove()))

function newFolder(): string {
  const temp = tempFolder()
  temps.push(temp)
  return temp.path
}

/** A shell script that Journeyboard takes for Electron. */
function fakeElectron(script: string): string {
  const folder = newFolder()
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

function start(env: Record<string, string | undefined>) {
  const mark = randomUUID()
  const child = spawn(npm, ['start', '--silent'], {
    cwd: root,
    shell: !posix,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      JOURNEYBOARD_DATA: newFolder(),
      MARK: mark,
      ...env,
    },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number | null>(done => child.once('exit', done))
  const firstLine = async () => {
    while (!said.includes('\n') && child.exitCode === null) await sleep(50)
    return said.split('\n')[0] ?? ''
  }
  return { child, ended, firstLine, said: () => said, left: () => marked(mark) }
}

/** The processes that carry this mark in their environment. */
function marked(mark: string): string[] {
  if (!linux) return []
  return readdirSync('/proc').filter(pid => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`MARK=${mark}`)
    } catch {
      return false // gone meanwhile
    }
  })
}

async function settled(left: () => string[]): Promise<string[]> {
  for (let i = 0; i < 50 && left().length > 0; i++) await sleep(100)
  return left()
}

const urlIn = (line: string) => /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0] ?? ''
const canDisplay = { DISPLAY: ':none', JOURNEYBOARD_NO_SANDBOX: '1' }

/** Starts where the network says nothing; that takes its time. */
async function startWithoutNetwork() {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise(done => silent.once('listening', done))
  const before = performance.now()
  const app = start({
    ...canDisplay,
    ELECTRON_MIRROR: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`,
    ELECTRON_OVERRIDE_DIST_PATH: newFolder(),
    electron_config_cache: newFolder(),
  })
  const line = await app.firstLine()
  const end = () => {
    silent.closeAllConnections()
    silent.close()
  }
  return { app, line, took: performance.now() - before, end }
}

describe.skipIf(!linux)('npm start', () => {
  /** Waits while the others run. */
  let absent: ReturnType<typeof startWithoutNetwork>
  beforeAll(() => {
    // what is built is up to date, so that no building counts
    spawnSync(process.execPath, [join(root, 'build/build.mjs')], { cwd: root })
    absent = startWithoutNetwork()
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'without a display it serves, and %s leaves nothing',
    async signal => {
      const app = start({})
      const line = await app.firstLine()
      expect(line).toMatch(
        /^No display here, so Journeyboard serves itself: http:\/\/127\.0\.0\.1:\d+\/#token=\S+$/,
      )
      const url = urlIn(line)
      expect(await (await fetch(url)).text()).toContain('<div id="root">')
      expect(app.said().trim().split('\n')).toHaveLength(1)
      app.child.kill(signal)
      await app.ended
      expect(await settled(app.left)).toEqual([])
      await expect(fetch(url)).rejects.toThrow()
    },
  )

  test.each([
    [
      'misses a library',
      'echo "electron: error while loading shared libraries: libgtk-3.so.0: no" >&2; exit 127',
      'Electron misses libgtk-3.so.0',
    ],
    ['finds no screen', 'echo "Missing X server or \\$DISPLAY" >&2; exit 1', 'The display does not answer'],
    [
      'may not sandbox',
      'echo "The SUID sandbox helper is not configured" >&2; kill -TRAP $$',
      "Chromium's sandbox is not allowed here",
    ],
  ])('serves when Electron %s', async (_, script, reason) => {
    const app = start({ ...canDisplay, ELECTRON_OVERRIDE_DIST_PATH: fakeElectron(script) })
    expect(await app.firstLine()).toContain(`${reason}, so Journeyboard serves itself: http://127.0.0.1:`)
    app.child.kill()
    await app.ended
    expect(await settled(app.left)).toEqual([])
  })

  test('ends as its window ends', async () => {
    const app = start({ ...canDisplay, ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('exit 0') })
    expect(await app.ended).toBe(0)
    expect(app.said()).toBe('')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('takes the window and its helpers along on %s', async signal => {
    const app = start({
      ...canDisplay,
      ELECTRON_OVERRIDE_DIST_PATH: fakeElectron('sleep 100 & echo open; wait'),
    })
    expect(await app.firstLine()).toBe('open')
    app.child.kill(signal)
    await app.ended
    expect(await settled(app.left)).toEqual([])
  })

  test('leaves no window behind when stopped in the moment it starts', async () => {
    const binary = fakeElectron('kill -INT $PPID; sleep 100 & wait')
    for (let round = 0; round < 4; round++) {
      const app = start({ ...canDisplay, ELECTRON_OVERRIDE_DIST_PATH: binary })
      await app.ended
      expect(await settled(app.left)).toEqual([])
    }
  })

  test('gives up an absent network within 20 s', async () => {
    const { app, line, took, end } = await absent
    expect(line).toContain('Electron could not be fetched, so Journeyboard serves itself: http')
    expect(took).toBeLessThan(20_000)
    app.child.kill()
    await app.ended
    expect(await settled(app.left)).toEqual([])
    end()
  })
})

test('npm run -s cli keeps stdout for the command', () => {
  const { stdout, status } = spawnSync(npm, ['run', '-s', 'cli', '--', 'commands', '--json'], {
    cwd: root,
    shell: !posix,
    encoding: 'utf8',
    env: { ...process.env, JOURNEYBOARD_DATA: newFolder() },
  })
  expect(status).toBe(0)
  expect(() => JSON.parse(stdout)).not.toThrow()
})
