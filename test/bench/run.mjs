// `npm run bench`: our board beside bare React Flow and a plain canvas, in one run, with the same browser and flags.
//   --cards 500,2000,10000   how many touchpoints
//   --rounds 3               of which the best counts: whatever else the machine does only adds
//   --only checks,merge,keys,board what to measure: checks and merging in Node, keys and the board in a browser
//   --notes 30,500           how many notes the keys are pressed on
//   --json FILE              the figures as JSON too (out/bench/bench.json when left out)
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { provideChromium } from '../../build/browser.mjs'
import { ensureModernNode, root } from '../../build/node.mjs'

await ensureModernNode()
const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '500,2000,10000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string', default: join(root, 'out/bench/bench.json') },
    pages: { type: 'string', default: 'board,flow,canvas' },
    views: { type: 'string', default: 'fit,near' },
    notes: { type: 'string', default: '30,500' },
    only: { type: 'string', default: 'checks,merge,keys,board' },
  },
})
const rounds = Number(values.rounds)
const views = values.views.split(',')
const pages = values.pages.split(',')
const only = values.only.split(',')

const { benchChecks } = await import('./checks.mjs')
const checks = only.includes('checks') ? await benchChecks() : null
if (checks && checks.run > 20) process.exitCode = 1
const { benchMerge } = await import('./merge.mjs')
const merge = only.includes('merge') ? await benchMerge(50_000, rounds) : null
if (merge?.missed) process.exitCode = 1
if (!only.includes('board') && !only.includes('keys')) process.exit()

const { chromium } = await import('@playwright/test')
const executablePath = await provideChromium()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--enable-precise-memory-info',
    '--js-flags=--expose-gc',
  ],
})
const { benchKeys } = await import('./keys.mjs')
const keys = only.includes('keys')
  ? await benchKeys(browser, values.notes.split(',').map(Number), Math.min(rounds, 2))
  : null
if (keys?.missed) process.exitCode = 1
if (!only.includes('board')) {
  await browser.close()
  process.exit()
}

const { build } = await import('vite')
const out = join(root, 'out/bench/pages')
await build({
  configFile: false,
  root: join(root, 'test/bench/pages'),
  base: './',
  logLevel: 'error',
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: ['board', 'flow', 'canvas'].map(name => join(root, `test/bench/pages/${name}.html`)),
    },
  },
})

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
const server = createServer((request, response) => {
  const path = join(out, new URL(request.url ?? '/', 'http://x').pathname)
  if (!path.startsWith(out) || !existsSync(path)) return void response.writeHead(404).end()
  const type = /** @type {Record<string, string>} */ (types)[extname(path)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type })
  createReadStream(path).pipe(response)
})
await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const address = /** @type {import('node:net').AddressInfo} */ (server.address())

/** @typedef {{ p50: number, p95: number, worst: number }} Frames */
/** @typedef {{ ready: number, pan: Frames, zoom: Frames, drag: number | null, heap: number }} Result */

/** @param {number[]} list @param {number} share */
const quantile = (list, share) => {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
/** @param {number[]} list */
const median = list => quantile(list, 0.5)
/** @param {number[]} times @returns {Frames} */
const frames = times => ({ p50: median(times), p95: quantile(times, 0.95), worst: Math.max(...times) })

/** @param {string} name @param {number} cards @param {string} view @returns {Promise<Result>} */
async function measure(name, cards, view) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    page.on('pageerror', error => console.error(`${name}: ${error.message}`))
    await page.goto(`http://127.0.0.1:${address.port}/${name}.html?cards=${cards}&view=${view}`)
    await page.waitForFunction('globalThis.readyAfter !== undefined', undefined, { timeout: 120_000 })
    const ready = /** @type {number} */ (await page.evaluate('readyAfter'))
    const heap = /** @type {number} */ (
      await page.evaluate('gc(), performance.memory.usedJSHeapSize / 2 ** 20')
    )
    await page.waitForTimeout(300)
    const pan = frames(await page.evaluate('pan()'))
    await page.waitForTimeout(400)
    const zoom = frames(await page.evaluate('zoom()'))
    const drag = view === 'near' ? await dragged(name, cards) : null
    return { ready, pan, zoom, drag, heap }
  } finally {
    await page.close()
  }
}

/** One card taken and moved about, on a fresh page: p95 of its frames. @param {string} name @param {number} cards */
async function dragged(name, cards) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    await page.goto(`http://127.0.0.1:${address.port}/${name}.html?cards=${cards}&view=near`)
    await page.waitForFunction('globalThis.readyAfter !== undefined', undefined, { timeout: 120_000 })
    const card = /** @type {{ x: number, y: number }} */ (await page.evaluate('card()'))
    await page.mouse.move(card.x, card.y)
    await page.mouse.down()
    await page.mouse.move(card.x + 8, card.y + 8)
    await page.evaluate('watch()')
    for (let step = 0; step < 60; step++) {
      await page.mouse.move(card.x + 8 + Math.sin(step / 6) * 160, card.y + 8 + Math.cos(step / 6) * 90)
    }
    const times = /** @type {number[]} */ (await page.evaluate('watched()'))
    await page.mouse.up()
    return quantile(times, 0.95)
  } finally {
    await page.close()
  }
}

/** @type {Record<string, Result>} */
const results = {}
const sizes = values.cards.split(',').map(Number)
for (const cards of sizes) {
  for (const view of views) {
    /** @type {Record<string, Result[]>} */
    const runs = Object.fromEntries(pages.map(name => [name, []]))
    // taking turns, so that a busy moment of the machine meets all of them
    for (let round = 0; round < rounds; round++) {
      for (const name of pages) {
        // bare React Flow takes minutes with many nodes: once is enough to know them
        if (name === 'flow' && round > 0 && cards > 2000) continue
        runs[name]?.push(await measure(name, cards, view))
      }
    }
    for (const name of pages) results[`${name} ${cards} ${view}`] = best(runs[name] ?? [])
    process.stderr.write(`${cards} cards, ${view}: measured\n`)
  }
}
await browser.close()
server.close()

/** The best of each figure. @param {Result[]} runs @returns {Result} */
function best(runs) {
  const of = (/** @type {(run: Result) => number} */ pick) => Math.min(...runs.map(pick))
  /** @param {'pan' | 'zoom'} kind */
  const part = kind => ({
    p50: of(run => run[kind].p50),
    p95: of(run => run[kind].p95),
    worst: of(run => run[kind].worst),
  })
  return {
    ready: of(run => run.ready),
    pan: part('pan'),
    zoom: part('zoom'),
    drag: runs[0]?.drag === null ? null : of(run => run.drag ?? Infinity),
    heap: of(run => run.heap),
  }
}

const names = /** @type {Record<string, string>} */ ({ board: 'ours', flow: 'React Flow', canvas: 'canvas' })
/** @param {(string | number)[]} cells */
const row = cells =>
  cells.map((cell, at) => (at < 3 ? String(cell).padEnd(11) : String(cell).padStart(9))).join(' ')
const ms = (/** @type {number | null} */ value) => (value === null ? '-' : value.toFixed(1))
console.log(
  row([
    'cards',
    'view',
    '',
    'ready ms',
    'pan p50',
    'p95',
    'worst',
    'zoom p50',
    'p95',
    'worst',
    'drag p95',
    'heap MB',
  ]),
)
for (const [key, { ready, pan, zoom, drag, heap }] of Object.entries(results)) {
  const [name = '', cards = '', view = ''] = key.split(' ')
  console.log(
    row([
      cards,
      view,
      names[name] ?? name,
      ready.toFixed(0),
      ...[pan.p50, pan.p95, pan.worst, zoom.p50, zoom.p95, zoom.worst, drag].map(ms),
      heap.toFixed(1),
    ]),
  )
}

/** @type {{ cards: number, view: string, ready: number, pan: number, zoom: number, reached: boolean }[]} */
const ratios = []
for (const cards of sizes) {
  for (const view of views) {
    const [ours, flow, canvas] = ['board', 'flow', 'canvas'].map(name => results[`${name} ${cards} ${view}`])
    if (!ours || !flow || !canvas) continue
    const ready = ours.ready / flow.ready
    const pan = ours.pan.p95 / canvas.pan.p95
    const zoom = ours.zoom.p95 / canvas.zoom.p95
    // the budgets are set for 2,000 cards and more; smaller maps are shown beside them
    const reached = cards < 2000 || (ready <= 0.5 && pan <= 1.25 && zoom <= 1.25)
    ratios.push({ cards, view, ready, pan, zoom, reached })
    console.log(
      `${cards} ${view}: ready ${ready.toFixed(2)} × React Flow, pan ${pan.toFixed(2)} × and zoom ${zoom.toFixed(2)} × canvas` +
        (reached ? '' : '  MISSED (0.5, 1.25, 1.25)'),
    )
  }
}
mkdirSync(dirname(values.json), { recursive: true })
writeFileSync(values.json, JSON.stringify({ checks, merge, keys: keys?.results, results, ratios }, null, 2))
if (ratios.some(ratio => !ratio.reached)) process.exitCode = 1
