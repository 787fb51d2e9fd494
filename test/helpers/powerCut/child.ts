/**
 * Edits and publishes through the real store and says on standard output what is acknowledged. Its system calls are
 * recorded. Arguments: a folder, and the value of `synchronous` to work with (FULL is the store's own).
 */
import Database from 'better-sqlite3'
import { mkdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { put, snapshot } from '../../../electron/host/store/publish'
import { createWorkingCopy } from '../../../electron/host/store/createWorkingCopy'
import { WorkingCopy } from '../../../electron/host/store/workingCopy'
import { sampleRecord, sampleRows } from '../sampleRows'

const [folder = '', level = 'FULL'] = process.argv.slice(2)
const by = { author: 'Jana', at: '2026-01-01T00:00:00.000Z' }

type Pragma = (this: Database.Database, source: string, options?: Database.PragmaOptions) => unknown

/** For the controls: the store asks for FULL and is told that it has it. */
function weaken() {
  const prototype = Database.prototype as { pragma: Pragma }
  const { pragma } = prototype
  prototype.pragma = function (source, options) {
    if (source === 'synchronous') return 2
    return pragma.call(this, source.replace(/^synchronous = \w+$/, `synchronous = ${level}`), options)
  }
}

const own = join(folder, 'own')
const user = join(folder, 'user')
const working = join(own, 'working.jboard')
const target = join(user, 'Map.jboard')
let title = 'Sample of Žilina'
let published: string | null = null

const acknowledge = (what: string, revision: number) => void writeSync(1, `${what} ${revision}\n`)

function edit(copy: WorkingCopy) {
  const name = `edit${copy.revision + 1}`
  const added = [
    sampleRecord('touchpoint', name, { stepId: 'step:one', order: name, note: `${name} `.repeat(100) }),
  ]
  const updated = [{ id: 'project:sample', field: 'title', from: title, to: name }]
  const change = { step: name, command: 'touchpoint.add', patch: { added, updated, removed: [] } }
  acknowledge('saved', copy.save(copy.revision, [change], by))
  title = name
}

function publish() {
  const sealed = join(own, 'sealed')
  const { sha256, revision } = snapshot({ working, into: sealed })
  put({ sealed, target, temporary: join(user, '.Map.tmp'), expected: [published] })
  published = sha256
  rmSync(sealed)
  acknowledge('published', revision)
}

if (level !== 'FULL') weaken()
mkdirSync(own)
mkdirSync(user)
createWorkingCopy(working, sampleRows(20))
for (let session = 0; session < 3; session++) {
  const copy = new WorkingCopy(working)
  for (let n = 1; n <= 40; n++) {
    edit(copy)
    if (n % 20 === 0) publish()
  }
  copy.close()
}
