import { extname } from 'node:path'
import { Doc, type DocumentView } from '../../shared/document'
import { KnownError, pictureWish, type PictureWish } from '../../shared/ipc/contract'
import { writeWhole } from '../host/export/writeWhole'
import { withDocument } from '../host/store/readBoard'
import { asJson, type CliCommand, type Options } from './context'
import { cannotWrite, guarded, newPlace } from './documentFile'

const { format: formats, paper: papers, scale: scales } = pictureWish.shape

/** Makes a picture of a journey or a canvas. */
export const exportCommand: CliCommand = {
  name: 'export',
  args: ['FILE'],
  options: {
    output: { takes: 'OUT', short: 'o' },
    format: { takes: 'svg|png|pdf' },
    board: { takes: 'ID' },
    scale: { takes: 'N' },
    paper: { takes: 'A4…A0' },
    portrait: {},
    tile: {},
    dark: {},
  },
  async run(context, [file = ''], options) {
    const { output } = options
    if (output === undefined) throw new KnownError('cli.noOutput')
    const wish = wishOf(options, output)
    const path = await newPlace(context, output)
    const { language } = context
    const result = await guarded(context, file, async ({ path: clean }) => {
      const board = await withDocument(clean, ({ records }) =>
        Promise.resolve(boardOf(new Doc(records), options['board'])),
      )
      // what papers are made with is large, and no other command needs it
      const { paintOrder } = await import('../host/export/paintOrder')
      const bytes = await paintOrder({ path: clean, boardId: board.id, wish, language })
      await writeWhole(path, bytes).catch((error: unknown) => {
        throw cannotWrite(path, error)
      })
      return { path, board: board.id, title: board.title, format: wish.format, bytes: bytes.length }
    })
    context.print(context.json ? asJson(result) : result.path)
    return 0
  },
}

/** What the options ask for; the format goes by the name of the file where none is given. */
function wishOf(options: Options, output: string): PictureWish {
  const given = options['format'] ?? extname(output).slice(1).toLowerCase()
  const format = formats.safeParse(given)
  if (!format.success) throw new KnownError('cli.badFormat', { format: given })
  const paper = papers.safeParse((options['paper'] ?? 'A4').toUpperCase())
  if (!paper.success) throw new KnownError('cli.badPaper', { paper: options['paper'] ?? '' })
  const tile = options['tile'] !== undefined
  const scale = scales.safeParse(Number(options['scale'] ?? (format.data === 'png' ? 2 : 1)))
  if (!scale.success) throw new KnownError('cli.badScale', { scale: options['scale'] ?? '' })
  return {
    format: format.data,
    scheme: options['dark'] === undefined ? 'light' : 'dark',
    scale: scale.data,
    paper: paper.data,
    orientation: options['portrait'] === undefined ? 'landscape' : 'portrait',
    layout: tile ? 'tile' : 'fit',
  }
}

/** The journey or canvas of this id or title; the only one where none is asked for. */
function boardOf(document: DocumentView, wanted: string | undefined) {
  const boards = [...document.all('journey'), ...document.all('canvas')]
  if (boards.length === 0) throw new KnownError('export.nothing')
  const known = boards.map(({ id, title }) => `${title} (${id})`).join(', ')
  if (wanted === undefined) {
    const [only, another] = boards
    if (only && !another) return only
    throw new KnownError('cli.whichBoard', { known })
  }
  const found = boards.filter(({ id, title }) => id === wanted || title === wanted)
  const [one, another] = found
  if (!one) throw new KnownError('cli.noBoard', { board: wanted, known })
  if (another) throw new KnownError('cli.whichBoard', { known })
  return one
}
