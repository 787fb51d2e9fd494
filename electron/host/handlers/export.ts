import { basename, dirname, join } from 'node:path'
import { KnownError, type InputOf, type OutputOf } from '../../../shared/ipc/contract'
import { exportFile } from '../export/exportFile'
import { writeWhole } from '../export/writeWhole'
import { fileNameFrom } from '../fileNames'
import type { OpenFile } from '../openFile'
import { pickedPath } from '../places'
import { isFull } from '../store/diskError'
import type { Context } from './handlers'

/**
 * Makes a picture of a board and puts it where the person says; where there are no dialogs the page gets its bytes.
 * @throws KnownError export.*, file.inAppFolder, disk.full
 */
export async function exportPicture(
  { host, documents }: Context,
  file: OpenFile,
  { board, wish }: Omit<InputOf<'document.export'>, 'document'>,
): Promise<OutputOf<'document.export'>> {
  const { working } = file
  const title = working.record(board)?.['title']
  const ending = `.${wish.format}`
  const name = (fileNameFrom(typeof title === 'string' ? title : '') || 'Journeyboard') + ending
  const { pickSave } = host.shell
  const picked = pickSave ? await pickSave(join(dirname(file.path), name)) : null
  if (pickSave && picked === null) return null
  const { language } = host.app.settings()
  const bytes = await exportFile({ path: working.path, boardId: board, wish, language })
  if (picked === null) return { name, base64: Buffer.from(bytes).toString('base64') }
  const path = await pickedPath(picked, ending)
  documents.refuseOurFolder(path)
  await writeWhole(path, bytes).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException
    if (isFull(error)) throw new KnownError('disk.full')
    throw new KnownError('export.cannotWrite', { name: basename(path), reason: code })
  })
  return { name: basename(path), base64: null }
}
