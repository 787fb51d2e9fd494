import { expect, test } from 'vitest'
import { rateExperience, targetOfJourney, touchpointCommands } from '../../shared/commands'
import { completed, type Doc, type ArgsOf, type Command } from '../../shared/document'
import { documentDifference, journeyParts, journeyVersions } from '../../shared/queries'
import { countingSession } from '../helpers/arbitrary'
import { templateMap } from '../helpers/templateMap'

const session = countingSession('tester01')
const run = <A extends object>(doc: Doc, command: Command<A>, args: ArgsOf<Command<A>>) =>
  doc.apply(command.run(doc, completed(command, args, session)))

test('R9 duplicated as target, one experience raised from 2 to 4: exactly that change is listed', () => {
  const doc = templateMap('retail-purchase').document
  const source = doc.all('journey')[0]!
  run(doc, targetOfJourney, { journeyId: source.id, title: 'Target' })
  const target = doc.all('journey').find(one => one.derivedFromId === source.id)!
  expect(target).toMatchObject({ state: 'target', title: 'Target' })
  const parts = journeyParts(doc, target.id)
  const count = journeyParts(doc, source.id).touchpoints.length
  expect(parts.touchpoints).toHaveLength(count)
  const compared = () => {
    const { before, after } = journeyVersions(doc, target.id)!
    return documentDifference(before, after)
  }
  expect(compared()).toEqual([])

  const rated = parts.touchpoints.find(({ id }) =>
    doc.pointing('experience', 'touchpointId', id).some(one => one.experience === 2),
  )!
  run(doc, rateExperience, { touchpointId: rated.id, personaId: null, experience: 4 })
  expect(compared()).toMatchObject([
    {
      type: 'experience',
      kind: 'changed',
      boardId: source.id,
      fields: [{ field: 'experience', before: 2, after: 4 }],
    },
  ])

  run(doc, touchpointCommands.add, { stepId: parts.steps[0]!.id, title: 'New' })
  run(doc, touchpointCommands.remove, { id: parts.touchpoints.at(-1)!.id })
  expect(
    compared()
      .flatMap(({ type, kind }) => (type === 'touchpoint' ? kind : []))
      .sort(),
  ).toEqual(['added', 'removed'])
  expect(journeyVersions(doc, source.id)).toBeUndefined()
})
