/** How long it takes to join two large copies of a document through files, and how much memory that needs. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newDocument } from '../../electron/host/store/newDocument'
import { snapshot } from '../../electron/host/store/publish'
import { writeFile } from '../../electron/host/store/rows'
import { WorkingCopy } from '../../electron/host/store/workingCopy'
import { positions } from '../../shared/document'
import { sampleRecord } from '../helpers/sampleRows'

const by = { author: 'Bench', at: '2026-01-01T10:00:00.000Z' }

/** Two copies with so many records, a tenth of them changed on each side, half of those the same ones. */
export function makeCopies(folder: string, count: number): readonly [mine: string, theirs: string] {
  const orders = positions('bench', [], undefined, count)
  const records = [
    sampleRecord('project', 'bench', { title: 'Bench' }),
    sampleRecord('journey', 'one', { title: 'Journey', order: orders[0] }),
    sampleRecord('stage', 'one', { journeyId: 'journey:one', title: 'Stage', order: orders[0] }),
    sampleRecord('step', 'one', { stageId: 'stage:one', title: 'Step', order: orders[0] }),
    ...Array.from({ length: count - 4 }, (_, n) =>
      sampleRecord('touchpoint', `t${n}`, {
        stepId: 'step:one',
        title: `Touchpoint ${n} with a few words`,
        note: `Note ${n} `.repeat(8),
        order: orders[n],
      }),
    ),
  ]
  const [mine, theirs] = [join(folder, 'mine.jboard'), join(folder, 'theirs.jboard')] as const
  writeFile(mine, newDocument(records, { ...by, appVersion: '1' }))
  copyFileSync(mine, theirs)
  change(mine, 0, count, 'mine')
  change(theirs, count / 20, count, 'theirs')
  return [mine, theirs]
}

function change(path: string, from: number, count: number, word: string): void {
  const working = new WorkingCopy(path)
  const all = working.records().filter(({ type }) => type === 'touchpoint')
  const updated = all.slice(from, from + count / 10).map(({ id, title }) => {
    return { id, field: 'title', from: title, to: `${word} ${id}` }
  })
  const patch = { added: [], removed: [], updated }
  working.save(working.revision, [{ step: word, command: 'bench', patch }], by)
  working.close()
  const sealed = `${path}.sealed`
  snapshot({ working: path, into: sealed })
  copyFileSync(sealed, path)
  rmSync(sealed)
}

/** Milliseconds of the preview and of the merge, and what stands against each other after it. */
export function measureMerge(mine: string, theirs: string) {
  const folder = mkdtempSync(join(tmpdir(), 'journeyboard-bench-'))
  try {
    const path = join(folder, 'working.jboard')
    copyFileSync(mine, path)
    const working = new WorkingCopy(path)
    const begin = performance.now()
    const preview = working.previewMerge(theirs).length
    const shown = performance.now()
    working.merge(theirs, by)
    const end = performance.now()
    const conflicts = working.conflicts().length
    working.close()
    return { preview: shown - begin, merge: end - shown, entries: preview, conflicts }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// as a process of its own: makes the copies, or merges them and says how much memory that took at most
const [task, mine, theirs] = process.argv.slice(2)
if (task === 'make') makeCopies(mine ?? '', Number(theirs))
else if (task === 'merge') {
  const figures = measureMerge(mine ?? '', theirs ?? '')
  const resident = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ ...figures, resident }))
}
