import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  addJourney,
  commands,
  rateExperience,
  removeJourney,
  stageCommands,
  stepCommands,
  touchpointCommands,
} from '../../shared/commands'
import { applied, isEmpty, squash, type Patch } from '../../shared/document'
import { bench } from '../helpers/build'

const titles = (list: readonly { title: string }[]) => list.map(record => record.title)

test('stages are added and moved among one another', () => {
  const { doc, run } = bench()
  const stages = ['A', 'B'].map(title => ({ title, lifecycle: null }))
  const journey = run(addJourney, { title: 'J', stages }).args
  const here = () => doc.pointing('stage', 'journeyId', journey.id)
  const third = run(stageCommands.add, { journeyId: journey.id, title: 'C', after: null }).args
  expect(titles(here())).toEqual(['C', 'A', 'B'])
  run(stageCommands.move, { ids: [third.id], journeyId: journey.id, after: here()[1]?.id ?? '' })
  expect(titles(here())).toEqual(['A', 'C', 'B'])
})

test('the same call gives the same patch again', () => {
  const { doc, run } = bench()
  const journey = run(addJourney, { title: 'J' }).args
  const args = { journeyId: journey.id, title: 'S', id: 'stage:one', actor: 'tester01' }
  expect(stageCommands.add.run(doc, args)).toEqual(stageCommands.add.run(doc, args))
})

test('300 touchpoints added one after another keep their order and short positions', () => {
  const { doc, run } = bench()
  const journey = run(addJourney, { title: 'J', stages: [{ title: 'A', lifecycle: null }] }).args
  const step = run(stepCommands.add, {
    stageId: doc.pointing('stage', 'journeyId', journey.id)[0]?.id ?? '',
  }).args
  const ids = Array.from({ length: 300 }, () => run(touchpointCommands.add, { stepId: step.id }).args.id)
  const touchpoints = doc.pointing('touchpoint', 'stepId', step.id)
  expect(touchpoints.map(record => record.id)).toEqual(ids)
  expect(Math.max(...touchpoints.map(record => record.order.length))).toBeLessThan(15)
})

test('a touchpoint has one experience for everybody, whatever is rated first', () => {
  const { doc, run } = bench()
  const journey = run(addJourney, { title: 'J', stages: [{ title: 'A', lifecycle: null }] }).args
  const step = run(stepCommands.add, {
    stageId: doc.pointing('stage', 'journeyId', journey.id)[0]?.id ?? '',
  }).args
  const { id } = run(touchpointCommands.add, { stepId: step.id }).args
  run(rateExperience, { touchpointId: id, emotion: 1 })
  run(rateExperience, { touchpointId: id, expectation: 4 })
  expect(doc.all('experience')).toMatchObject([{ emotion: 1, expectation: 4, experience: null }])
})

test('removing a journey takes everything below it along', () => {
  const { doc, run } = bench()
  const patches: Patch[] = []
  const journey = run(addJourney, { title: 'J', stages: [{ title: 'A', lifecycle: null }] })
  patches.push(journey.patch)
  const stage = doc.pointing('stage', 'journeyId', journey.args.id)[0]?.id ?? ''
  patches.push(run(stepCommands.add, { stageId: stage }).patch)
  patches.push(run(removeJourney, { id: journey.args.id }).patch)
  expect([...doc.records()].map(record => record.type)).toEqual(['project'])
  expect(isEmpty(patches.reduce(squash))).toBe(true)
  expect(applied(doc, patches.reduce(squash)).size).toBe(1)
})

test('every command has arguments that print as JSON Schema', () => {
  expect(commands.size).toBeGreaterThan(60)
  for (const command of commands.values()) {
    expect(z.toJSONSchema(command.args, { io: 'input', unrepresentable: 'any' })).toHaveProperty(
      'type',
      'object',
    )
  }
})
