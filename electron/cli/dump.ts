import { type CliCommand } from './context'
import { rowsIn } from './documentFile'
import { dumpOf } from './dumpFormat'

/** Prints everything a document file holds as JSON. */
export const dumpCommand: CliCommand = {
  name: 'dump',
  args: ['FILE'],
  async run(context, [file = '']) {
    context.print(dumpOf(await rowsIn(context, file)))
    return 0
  },
}
