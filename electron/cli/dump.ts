import { canonicalText } from '../../shared/formats/canonicalText'
import { type CliCommand } from './context'
import { documentIn, rowsIn } from './documentFile'
import { dumpOf } from './dumpFormat'

/** Prints everything a document file holds as JSON, or its content alone as text to be compared line by line. */
export const dumpCommand: CliCommand = {
  name: 'dump',
  args: ['FILE'],
  options: { canonical: {} },
  async run(context, [file = ''], { canonical }) {
    context.print(
      canonical ? canonicalText(await documentIn(context, file)) : dumpOf(await rowsIn(context, file)),
    )
    return 0
  },
}
