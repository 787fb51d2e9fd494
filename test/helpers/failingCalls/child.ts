/**
 * Saves and publishes through the real store, twice, and says on standard output what came of it. Its system calls are
 * made to fail. Arguments: a folder; `prepare` makes the document, `work` changes it, `inPlace` publishes the wrong way,
 * for the control.
 */
import { copyFileSync, mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { noticeOf } from '../../../electron/host/noticeOf'
import { createWorkingCopy } from '../../../electron/host/store/createWorkingCopy'
import { discard } from '../../../electron/host/store/discard'
import { hashOf, Hindered, put, snapshot } from '../../../electron/host/store/publish'
import { DamagedWorkingCopy, WorkingCopy } from '../../../electron/host/store/workingCopy'
import { sampleRecord, sampleRows } from '../sampleRows'

const [folder = '', task = 'work'] = process.argv.slice(2)
const own = join(folder, 'own')
const user = join(folder, 'user')
const working = join(own, 'working.jboard')
const target = join(user, 'Map.jboard')
const by = { author: 'Jana', at: '2026-01-01T00:00:00.000Z' }

let publishes = 0
const say = (what: string) => void writeSync(1, `${what}\n`)

/** What is said instead of an answer: a code that has words, or that nobody foresaw it. */
function tried(what: string, run: () => number) {
  try {
    say(`${what} ${run()}`)
  } catch (error) {
    const isForeseen = error instanceof Hindered || error instanceof DamagedWorkingCopy
    say(`failed ${isForeseen ? error.constructor.name : noticeOf(error, say).code}`)
  }
}

function edit(copy: WorkingCopy): number {
  const name = `edit${copy.revision + 1}`
  const added = [
    sampleRecord('touchpoint', name, { stepId: 'step:one', order: name, note: `${name} `.repeat(100) }),
  ]
  const updated = [{ id: 'project:sample', field: 'title', from: copy.title(), to: name }]
  return copy.save(
    copy.revision,
    [{ step: name, command: 'a.b', patch: { added, updated, removed: [] } }],
    by,
  )
}

function publish(expected: string | null): number {
  // a name that nobody used, as in the app
  const sealed = join(own, `sealed-${++publishes}`)
  try {
    const { revision } = snapshot({ working, into: sealed })
    if (task === 'inPlace') copyFileSync(sealed, target)
    else put({ sealed, target, temporary: join(user, '.Map.tmp'), expected: [expected] })
    return revision
  } finally {
    discard(sealed)
  }
}

if (task === 'prepare') {
  mkdirSync(own, { recursive: true })
  mkdirSync(user)
  createWorkingCopy(working, sampleRows(20))
  publish(null)
} else {
  let copy: WorkingCopy | undefined
  tried('opened', () => (copy = new WorkingCopy(working)).revision)
  for (let n = 0; n < 2; n++) {
    if (copy) tried('saved', () => edit(copy!))
    tried('published', () => publish(hashOf(target)))
  }
  tried('closed', () => (copy?.close(), 0))
}
