import { expect, test } from 'vitest'
import { assetCommands, personaCommands, removeRecords, updateNote } from '../../shared/commands'
import { isPictureUsed } from '../../shared/queries'
import { canvasBench } from '../helpers/canvasBench'

test('a picture is used by what points to it and by what one canvas alone shows', () => {
  const { doc, run, canvasId, note } = canvasBench()
  const sha256 = 'a'.repeat(64)
  const picture = { sha256, mime: 'image/png', width: 4, height: 3 } as const
  const { id } = run(assetCommands.add, picture).args
  expect(isPictureUsed(doc, id)).toBe(false)

  const persona = run(personaCommands.add, { pictureId: id }).args.id
  expect(isPictureUsed(doc, id)).toBe(true)
  run(removeRecords, { ids: [persona] })
  expect(isPictureUsed(doc, id)).toBe(false)

  const offer = note('valuePropositions', 'Rooms')
  run(updateNote, { id: offer, canvasId, here: true, pictureId: id })
  expect(isPictureUsed(doc, id)).toBe(true)
  run(updateNote, { id: offer, canvasId, here: true, pictureId: null })
  expect(isPictureUsed(doc, id)).toBe(false)
})
