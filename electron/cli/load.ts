import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KnownError } from '../../shared/ipc/contract'
import { writeFile } from '../host/store/rows'
import { asJson, type CliCommand } from './context'
import { rowsIn, writeNew } from './documentFile'
import { rowsOfDump } from './dumpFormat'
import { readText } from './textFile'

/** Makes a document file of a dump. What it makes must pass the guard like any received file. */
export const loadCommand: CliCommand = {
  name: 'load',
  args: ['JSON'],
  options: { output: { takes: 'FILE', short: 'o' } },
  async run(context, [input = ''], { output }) {
    if (output === undefined) throw new KnownError('cli.noOutput')
    const rows = rowsOfDump(await readText(input))
    const folder = await mkdtemp(join(tmpdir(), 'journeyboard-load-'))
    try {
      const trial = join(folder, 'loaded.jboard')
      try {
        writeFile(trial, rows)
      } catch {
        // two rows of one name, which JSON can say and tables cannot
        throw new KnownError('cli.badDump', { place: 'records' })
      }
      const path = await writeNew(context, output, await rowsIn(context, trial))
      context.print(context.json ? asJson({ path, documentId: rows.meta['documentId'] }) : path)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    return 0
  },
}
