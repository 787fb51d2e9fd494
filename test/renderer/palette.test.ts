import { expect, test } from 'vitest'
import { recordsIn } from '../../renderer/features/palette/records'
import { removeJourney } from '../../shared/commands'
import { smallJourney } from '../helpers/build'

test('every titled record that has a place on screen can be found, and says where it stands', () => {
  const { doc, ids } = smallJourney()
  const found = new Map(recordsIn(doc).map(one => [one.title, one]))
  expect([...found.keys()]).toEqual(
    expect.arrayContaining(['Journey', 'Before', 'Look', 'Shelf', 'Queue', 'Store']),
  )
  expect(found.get('Receipt')).toMatchObject({
    where: 'Before › Pay',
    goTo: { journeyId: ids['journey'], screen: 'board', selection: [ids['Receipt']] },
  })
  expect(found.get('Pay')?.where).toBe('Before')
  expect(found.get('Store')?.goTo).toMatchObject({ screen: 'channels' })
})

test('what is not in the document any more is not found', () => {
  const { doc, run, ids } = smallJourney()
  run(removeJourney, { id: ids['journey'] as string })
  expect(recordsIn(doc).map(({ title }) => title)).toEqual(['Store'])
})
