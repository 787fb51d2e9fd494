// `npm run dev`: like `npm start`, built and started again after every change of a source.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from './build.mjs'
import { endTogether, ensureModernNode, followParent, root } from './node.mjs'

await ensureModernNode()
followParent()
const settle = 200 // an editor writes several files at once

let wake = () => {}
for (const folder of ['shared', 'electron', 'renderer']) {
  watch(join(root, folder), { recursive: true }, () => wake())
}

for (;;) {
  const changed = new Promise(done => (wake = () => done(undefined)))
  const app = await build().then(start, error => void process.stderr.write(`${error.message}\n`))
  await changed
  await sleep(settle)
  if (app && app.exitCode === null && app.signalCode === null) {
    app.kill('SIGTERM')
    await new Promise(done => app.once('exit', done))
  }
}

function start() {
  const app = spawn(process.execPath, [join(root, 'build/start.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  endTogether(app)
  return app
}
