// `npm test`: types, lint, format, unit tests, the app in a browser, the app in its window; one line of totals at the end.
//   --only static,unit,web,desktop   some of these
//   --nightly                        the unit tests, longer
//   --tally FILE                     add the totals to those in FILE
//   --report FILE                    only say what FILE holds
// Other words go to the test runners (names of test files).
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { provideChromium } from './browser.mjs'
import { build } from './build.mjs'
import { fetchElectron } from './electron.mjs'
import { ensureModernNode, followParent, root } from './node.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

await ensureModernNode()
followParent()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'static,unit,web,desktop' },
    nightly: { type: 'boolean', default: false },
    tally: { type: 'string' },
    report: { type: 'string' },
  },
})
const wanted = values.nightly ? ['unit'] : values.only.split(',')
const limit = (values.nightly ? 300 : 16) * 60_000 // for one suite
const results = join(root, 'test-results')
/** @type {string[]} */
const notes = []
/** @type {Record<string, string | undefined>} */
const env = {
  ...process.env,
  PATH: join(root, 'node_modules/.bin') + delimiter + process.env['PATH'],
  ...(values.nightly ? { JOURNEYBOARD_NIGHTLY: '1' } : {}),
}
const suites = { static: statics, unit, web, desktop }

if (values.report) {
  finish(readCounts(values.report), 'tests')
} else {
  for (const name of wanted) if (!(name in suites)) throw new Error(`no such suite: ${name}`)
  const counts = values.tally ? readCounts(values.tally) : none()
  for (const [name, suite] of Object.entries(suites)) {
    if (wanted.includes(name)) add(counts, await suite().catch(broken(name)))
  }
  if (values.tally) writeFileSync(values.tally, JSON.stringify(counts))
  finish(counts, values.tally ? 'so far' : 'tests')
}

/** Types, lint and format: what fails counts as a failed test, what passes is not counted. */
async function statics() {
  const counts = none()
  const bin = (/** @type {string} */ path) => [join(root, 'node_modules', path)]
  /** @type {[string, string[]][]} */
  const checks = [
    ['typecheck', [...bin('typescript/bin/tsc'), '-b']],
    ['lint', [...bin('oxlint/bin/oxlint')]],
    ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ]
  for (const [name, args] of checks) {
    const code = await run(process.execPath, args)
    say(`${name}: ${code === 0 ? 'fine' : 'FAILED'}`)
    if (code !== 0) counts.failed++
  }
  return counts
}

async function unit() {
  const unbuilt = await built().catch(broken('build'))
  const file = join(results, values.nightly ? 'nightly.json' : 'unit.json')
  rmSync(file, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const code = await run(process.execPath, [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...positionals,
  ])
  const counts = read('unit', file, code, report => {
    nameFailed(report)
    return {
      passed: report.numPassedTests,
      // a test file that does not even load has no failed test in it
      failed:
        report.numFailedTests +
        report.testResults.filter(
          (/** @type {any} */ test) => test.status === 'failed' && !test.assertionResults.some(isFailed),
        ).length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  })
  add(counts, unbuilt ?? none())
  return counts
}

/** @param {{ status: string }} assertion */
function isFailed(assertion) {
  return assertion.status === 'failed'
}

/** Says once more at the end what failed, where a log of many thousand lines is read first. @param {any} report */
function nameFailed(report) {
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter(isFailed)
    if (file.status === 'failed' && failed.length === 0) notes.push(`FAILED: ${file.name}: ${file.message}`)
    for (const { fullName, failureMessages } of failed)
      notes.push(`FAILED: ${fullName}\n${failureMessages[0] ?? ''}`)
  }
}

/** The same of Playwright's, and what needed two tries. @param {any[]} suites */
function nameFailedSpecs(suites) {
  for (const { specs, suites: inner } of suites) {
    for (const { ok, file, line, title, tests } of specs ?? []) {
      if (!ok) notes.push(`FAILED: ${file}:${line} ${title}`)
      else if (tests.some((/** @type {{ status: string }} */ { status }) => status === 'flaky'))
        notes.push(`UNSTEADY, passed at the second try: ${file}:${line} ${title}`)
    }
    nameFailedSpecs(inner ?? [])
  }
}

async function web() {
  const chromium = await provideChromium()
  if (!chromium) return skip('web: no Chromium here, and none could be installed')
  env['CHROMIUM_PATH'] = chromium
  return playwright('web', [])
}

async function desktop() {
  const onScreen =
    process.platform !== 'linux' || !!(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  const virtual = !onScreen && spawnSync('xvfb-run', ['--help']).status === 0
  if (!onScreen && !virtual) return skip('desktop: no display here, and no xvfb-run')
  if (!(await fetchElectron())) return skip('desktop: Electron could not be fetched')
  return playwright('desktop', virtual ? ['xvfb-run', '-a'] : [])
}

/**
 * @param {string} project
 * @param {string[]} prefix
 */
async function playwright(project, prefix) {
  await built()
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const command = [
    ...prefix,
    process.execPath,
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    `--project=${project}`,
    '--reporter=list,json',
    `--output=${join(results, project)}`,
    ...positionals,
  ]
  const code = await run(/** @type {string} */ (command[0]), command.slice(1), {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  return read(project, file, code, ({ stats, errors, suites }) => {
    nameFailedSpecs(suites)
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }
  })
}

/** Builds once for all suites; the processes they start need not look again. */
async function built() {
  mkdirSync(results, { recursive: true })
  await build()
  env['JOURNEYBOARD_BUILT'] = '1'
}

/**
 * A suite that broke off, found no test or failed without saying which counts as one failure.
 * @param {string} name
 * @param {string} file
 * @param {number} code
 * @param {(report: any) => Counts} count
 */
function read(name, file, code, count) {
  if (!existsSync(file)) {
    note(`FAILED: ${name}: ended with ${code} and no report`)
    return { ...none(), failed: 1 }
  }
  const counts = count(JSON.parse(readFileSync(file, 'utf8')))
  const empty = counts.passed + counts.failed + counts.skipped === 0
  if (empty && positionals.length > 0) return counts
  if (empty || (code !== 0 && counts.failed === 0)) {
    note(`FAILED: ${name}: ${empty ? 'found no test' : `ended with ${code}`}`)
    counts.failed++
  }
  return counts
}

/** @param {string} name */
function broken(name) {
  return (/** @type {Error} */ error) => {
    note(`FAILED: ${name}: ${error.message}`)
    return { ...none(), failed: 1 }
  }
}

/** @param {string} why */
function skip(why) {
  note(`SKIPPED: ${why}`)
  return { ...none(), skipped: 1 }
}

/**
 * Runs to the end; when we are stopped, the whole group gets an interrupt, then is killed.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [more]
 * @returns {Promise<number>}
 */
function run(command, args, more = {}) {
  const group = process.platform !== 'win32'
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...more },
    detached: group,
  })
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(group ? -child.pid : child.pid, signal)
    } catch {
      // already gone
    }
  }
  const timer = setTimeout(() => {
    note(`FAILED: stopped after ${limit / 60_000} minutes`)
    kill('SIGKILL')
  }, limit)
  const stop = () => {
    kill('SIGINT')
    setTimeout(() => kill('SIGKILL'), 5_000)
    child.once('close', () => process.exit(130))
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.once(signal, stop)
  return new Promise(done => {
    child.on('error', () => done(127))
    child.on('close', code => done(code ?? 1))
  }).finally(() => {
    clearTimeout(timer)
    for (const signal of signals) process.off(signal, stop)
  })
}

/**
 * @param {Counts} counts
 * @param {string} label
 */
function finish(counts, label) {
  for (const text of notes) say(text)
  const { passed, skipped } = counts
  const failed = counts.failed + (process.env['CI'] === 'true' ? skipped : 0)
  if (failed > counts.failed) say('FAILED: CI allows no skipping, so each counts as a failure too')
  say(`${label}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exit(failed > 0 ? 1 : 0)
}

/** @returns {Counts} */
function none() {
  return { passed: 0, failed: 0, skipped: 0 }
}

/**
 * @param {string} file
 * @returns {Counts}
 */
function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none()
}

/**
 * @param {Counts} counts
 * @param {Counts} more
 */
function add(counts, more) {
  counts.passed += more.passed
  counts.failed += more.failed
  counts.skipped += more.skipped
}

/** @param {string} text */
function note(text) {
  notes.push(text)
  say(text)
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}
