// The keys' part of `npm run bench`: from a key press to the next painted frame, on a canvas in the whole app and, for
// what the machine itself takes, on a page that does nothing but write a word.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build as buildApp } from '../../build/build.mjs'
import { root } from '../../build/node.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** Milliseconds from the key press to the painted frame. @typedef {{ p50: number, p95: number, worst: number }} Times */
/** @typedef {Record<string, Times>} Keys */

/** What 500 notes may take at 95 %, ms. */
const limit = 50
/** Presses of each kind. */
const presses = 60
/** Between presses, ms: ten keys a second. */
const pace = 100

/**
 * Measures keys on canvases of some sizes.
 * @param {import('@playwright/test').Browser} browser
 * @param {number[]} sizes notes on the canvas
 * @param {number} rounds of which the best counts
 */
export async function benchKeys(browser, sizes, rounds) {
  await buildApp()
  const { canvasDump } = await bundled()
  /** @type {Record<string, Keys>} */
  const results = {}
  for (let round = 0; round < rounds; round++) {
    // taking turns, so that a busy moment of the machine meets all of them
    keep(results, 'bare', await onPage(browser, bare))
    for (const notes of sizes) {
      const dump = canvasDump({ notes, links: notes * 2, segments: notes > 100 ? 6 : 3 })
      const app = await serve(dump)
      try {
        keep(results, String(notes), await onPage(browser, page => canvas(page, app.url)))
      } finally {
        await app.stop()
      }
    }
    process.stderr.write(`keys, round ${round + 1}: measured\n`)
  }
  return print(results, sizes)
}

/** @returns {Promise<typeof import('../helpers/canvasDump.ts')>} */
async function bundled() {
  const { build } = await import('vite')
  const outDir = join(root, 'out/bench/keys')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, 'test/helpers/canvasDump.ts'), outDir, emptyOutDir: true },
    ssr: { noExternal: true },
  })
  return import(pathToFileURL(join(outDir, 'canvasDump.js')).href)
}

/** The app on localhost with a document of a dump. @param {string} dump */
async function serve(dump) {
  const folder = mkdtempSync(join(tmpdir(), 'journeyboard-bench-'))
  const [json, file] = [join(folder, 'dump.json'), join(folder, 'canvas.jboard')]
  writeFileSync(json, dump)
  const env = {
    ...process.env,
    JOURNEYBOARD_DATA: join(folder, 'data'),
    JOURNEYBOARD_DOCUMENTS: join(folder, 'documents'),
  }
  execFileSync(process.execPath, [join(root, 'out/main/cli.js'), 'load', json, '-o', file], { env })
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const ended = new Promise(done => child.once('exit', done))
  let said = ''
  const url = await new Promise((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(said)
      if (found) done(found[0])
    })
    child.once('exit', code => fail(new Error(`the app ended with ${code}: ${said}`)))
  })
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: /** @type {string} */ (url), stop }
}

/**
 * @template T
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: Page) => Promise<T>} work
 */
async function onPage(browser, work) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  try {
    page.on('pageerror', error => console.error(error.message))
    return await work(page)
  } finally {
    await page.close()
  }
}

/** A page whose keys write a word and nothing else. @param {Page} page @returns {Promise<Keys>} */
async function bare(page) {
  await page.setContent('<!doctype html><p>-</p>')
  await page.evaluate(() => {
    const words = document.querySelector('p')
    addEventListener('keydown', event => {
      if (words) words.textContent = `${event.key} ${event.timeStamp}`
    })
  })
  await watch(page)
  return { any: await times(page, ['ArrowDown', 'ArrowUp']) }
}

/** The canvas of the app. @param {Page} page @param {string} url @returns {Promise<Keys>} */
async function canvas(page, url) {
  await page.goto(url)
  await page.locator('[data-part="canvas"] [data-note]').first().waitFor()
  await page.evaluate("document.querySelector('[data-part=canvas]').focus()")
  // what comes after opening: checks, simulated ranges, the first save
  await sleep(3000)
  await watch(page)
  await page.keyboard.press('ArrowRight')
  const select = await times(page, ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'])
  const reorder = await times(page, ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowUp'])
  /** @type {number[]} */
  const letters = []
  /** @type {number[]} */
  const renames = []
  for (let at = 0; at < presses; at++) {
    await page.keyboard.press('F2')
    await page.locator('[data-part="canvas"] textarea').waitFor()
    await page.keyboard.press('End')
    letters.push(await timed(page, String(at % 10)))
    renames.push(await timed(page, 'Enter'))
  }
  const changed = await page.getByRole('button', { name: 'Undo' }).isEnabled()
  if (!changed) throw new Error('the keys changed nothing')
  return { select, reorder, letter: quantiles(letters), rename: quantiles(renames) }
}

/**
 * Makes the page note how long each press took until the next frame was on screen, as browsers measure it for the Event
 * Timing API: in steps of 8 ms, none below 16.
 * @param {Page} page
 */
async function watch(page) {
  await page.evaluate(() => {
    const own = /** @type {any} */ (globalThis)
    /** @type {Map<number, number>} */
    const known = new Map()
    new PerformanceObserver(list => {
      for (const { name, startTime, duration } of list.getEntries())
        if (name === 'keydown') known.set(startTime, duration)
    }).observe({ type: 'event', durationThreshold: 16 })
    addEventListener('keydown', ({ timeStamp }) => (own.pressed = timeStamp), { capture: true })
    own.painted = () => known.get(own.pressed) ?? 8
  })
}

/** @param {Page} page @param {string} key */
async function timed(page, key) {
  await page.keyboard.press(key)
  await sleep(pace)
  return /** @type {number} */ (await page.evaluate('painted()'))
}

/** @param {Page} page @param {readonly string[]} keys pressed in turn */
async function times(page, keys) {
  const list = []
  for (let at = 0; at < presses; at++) list.push(await timed(page, keys[at % keys.length] ?? ''))
  return quantiles(list)
}

/** @param {number[]} list @returns {Times} */
function quantiles(list) {
  const sorted = list.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return { p50: at(0.5), p95: at(0.95), worst: at(1) }
}

/** Keeps the best of each figure. @param {Record<string, Keys>} results @param {string} name @param {Keys} keys */
function keep(results, name, keys) {
  const best = (results[name] ??= {})
  for (const [key, times] of Object.entries(keys)) {
    const before = best[key] ?? times
    best[key] = {
      p50: Math.min(before.p50, times.p50),
      p95: Math.min(before.p95, times.p95),
      worst: Math.min(before.worst, times.worst),
    }
  }
}

/** @param {Record<string, Keys>} results @param {number[]} sizes */
function print(results, sizes) {
  const floor = results['bare']?.['any'] ?? { p50: 0, p95: 0, worst: 0 }
  const show = ({ p50, p95, worst }) => [p50, p95, worst].map(value => value.toFixed(1).padStart(7)).join(' ')
  console.log(`key to paint, ms                    p50     p95   worst`)
  console.log(`a bare page                     ${show(floor)}`)
  let missed = false
  for (const size of sizes) {
    for (const [key, value] of Object.entries(results[String(size)] ?? {})) {
      const late = size <= 500 && value.p95 > limit
      missed ||= late
      console.log(
        `${`${size} notes, ${key}`.padEnd(31)} ${show(value)}   p95 ${(value.p95 / floor.p95).toFixed(1)} × the bare page` +
          (late ? `  MISSED (${limit} ms)` : ''),
      )
    }
  }
  return { results, missed }
}
