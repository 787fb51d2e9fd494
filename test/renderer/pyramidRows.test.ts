import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shownOf } from '../../renderer/features/pyramid/placing'
import { NO_CHANNEL, noFilters, pyramidModel } from '../../renderer/features/pyramid/pyramidRows'
import {
  channelCommands,
  opportunityCommands,
  personaCommands,
  rateExperience,
  touchpointCommands,
  updateProject,
} from '../../shared/commands'
import { applied, completed, Doc, type Command, type Session } from '../../shared/document'
import { importStarter, parseStarter, templateOf } from '../../shared/formats/cxStarter'
import { round2 } from '../../shared/queries'
import { root } from '../helpers/folders'

const json = readFileSync(join(root, 'test/files/templates.json'), 'utf8')
const original: { templates: any[] } = JSON.parse(json)
const file = parseStarter(json)
const options = { seed: 'seed', actor: 'tester01', channelName: () => undefined }
let made = 0
const session: Session = {
  actor: 'tester01',
  random: () => `fresh${++made}`,
  now: () => '2026-01-01T00:00:00Z',
}

const documentOf = (key: string) => new Doc(importStarter(templateOf(file, key), options))
const after = <A extends object>(doc: Doc, command: Command<A>, args: Partial<A>) =>
  applied(doc, command.run(doc, completed(command, args, session)))
const modelOf = (doc: Doc, filters: Partial<typeof noFilters> = {}) =>
  pyramidModel(doc, doc.all('journey')[0]!.id, { ...noFilters, ...filters })
const all = (model: ReturnType<typeof modelOf>) => [
  ...model.levels.flatMap(({ rows }) => rows),
  ...model.withoutLevel,
]
const touchpoint = (doc: Doc, title: string) => doc.all('touchpoint').find(one => one.title === title)!

describe('templates', () => {
  const journeys = original.templates.filter(template => template.kind === 'journey')
  test.each(journeys.map(one => [one.key, one.expectedFigures]))(
    '%s has the counts and fulfilment it states',
    (key, figures) => {
      const { levels } = modelOf(documentOf(key))
      const byId = <V>(value: (level: (typeof levels)[number]) => V) =>
        Object.fromEntries(levels.map(level => [level.level.id, value(level)]))
      expect(byId(({ total }) => total)).toEqual(figures.touchpointsByPyramidLevel)
      expect(byId(({ rows }) => rows.length)).toEqual(figures.touchpointsByPyramidLevel)
      expect(byId(({ fulfilledPct }) => fulfilledPct && round2(fulfilledPct))).toEqual(
        figures.fulfilledByPyramidLevelPct,
      )
    },
  )

  test('R17 yacht-charter warns of the base: 4 of 13 fulfilled, 2 of 4 opportunities above it', () => {
    expect(modelOf(documentOf('yacht-charter')).warning).toEqual({
      levelId: 'functional',
      met: 4,
      rated: 13,
      aiming: 2,
      opportunities: 4,
    })
  })
})

describe('lists', () => {
  test('stand worst gap first, unrated last, else as the journey is walked', () => {
    let doc = documentOf('yacht-charter')
    const [functional] = modelOf(doc).levels
    expect(functional!.rows.map(({ gap }) => gap)).toEqual([-3, -3, -2, -2, -1, -1, -1, -1, -1, 0, 0, 0, 1])
    expect(functional!.rows[0]!.title).toBe('Reception queue')
    const queue = functional!.rows[0]!.id
    for (const { personaId } of doc.pointing('experience', 'touchpointId', queue)) {
      doc = after(doc, rateExperience, { touchpointId: queue, personaId, experience: null })
    }
    expect(modelOf(doc).levels[0]!.rows.at(-1)).toMatchObject({ id: queue, gap: null })
    expect(modelOf(doc).levels[0], 'what is not rated does not count').toMatchObject({ rated: 12, total: 13 })
  })

  test('a touchpoint several personas speak of stands once, with what they say taken together', () => {
    let doc = documentOf('yacht-charter')
    const { id } = touchpoint(doc, 'Reception queue')
    doc = after(doc, personaCommands.add, { title: 'Crew' })
    const persona = doc.all('persona').at(-1)!.id
    doc = after(doc, rateExperience, { touchpointId: id, personaId: persona, expectation: 4, experience: 2 })
    const rows = all(modelOf(doc)).filter(row => row.id === id)
    expect(rows).toMatchObject([{ gap: -2.5, expectation: 4, experience: 1.5 }])
  })

  test('touchpoints without a level, or with one the project no longer has, are not lost', () => {
    let doc = documentOf('yacht-charter')
    doc = after(doc, touchpointCommands.update, { id: touchpoint(doc, 'Reception queue').id, level: null })
    doc = after(doc, touchpointCommands.update, { id: touchpoint(doc, 'Crew list portal').id, level: 'gone' })
    const model = modelOf(doc)
    expect(model.withoutLevel.map(({ title }) => title).toSorted()).toEqual([
      'Crew list portal',
      'Reception queue',
    ])
    expect(model).toMatchObject({ touchpoints: 23, levelled: 21 })
    expect(all(model)).toHaveLength(23)
  })

  test.each([1, 2, 7])('%i levels of one’s own hold what names them', count => {
    let doc = documentOf('yacht-charter')
    const pyramid = Array.from({ length: count }, (_, at) => ({
      id: `own${at}`,
      name: `Own ${at}`,
      meaning: '',
    }))
    doc = after(doc, updateProject, { pyramid })
    const { id } = touchpoint(doc, 'Reception queue')
    doc = after(doc, touchpointCommands.update, { id, level: `own${count - 1}` })
    const model = modelOf(doc)
    expect(model.levels.map(({ level }) => level.name)).toEqual(pyramid.map(({ name }) => name))
    expect(model.levels.at(-1)!.rows.map(row => row.id)).toEqual([id])
    expect(model.withoutLevel).toHaveLength(22)
    expect(shownOf(model, false, {}).headings).toHaveLength(count)
  })
})

describe('filters', () => {
  test('R4 a new channel shows the touchpoints it was given alone', () => {
    let doc = documentOf('yacht-charter')
    doc = after(doc, channelCommands.add, { title: 'kiosk' })
    const kiosk = doc.all('channel').at(-1)!.id
    expect(
      modelOf(doc).channels.map(({ id }) => id),
      'not offered before it is used',
    ).not.toContain(kiosk)
    for (const title of ['Reception queue', 'Paperwork at the desk']) {
      doc = after(doc, touchpointCommands.update, { id: touchpoint(doc, title).id, channelId: kiosk })
    }
    const model = modelOf(doc, { channelId: kiosk })
    expect(all(model).map(({ title }) => title)).toEqual(['Reception queue', 'Paperwork at the desk'])
    expect(model.channels.find(({ id }) => id === kiosk)).toMatchObject({ title: 'kiosk', count: 2 })
    expect(model.levels[0], 'the figures are those of what is shown').toMatchObject({ met: 0, rated: 2 })
  })

  test('stage and channel narrow together; touchpoints without a channel can be asked for', () => {
    let doc = documentOf('yacht-charter')
    const arrive = doc.all('stage').find(({ title }) => title.startsWith('Arrive'))!.id
    const inStage = all(modelOf(doc, { stageId: arrive }))
    expect(inStage.length).toBeGreaterThan(3)
    expect(new Set(inStage.map(({ stage }) => stage))).toEqual(new Set(['Arrive and take over the boat']))
    const channelId = touchpoint(doc, 'Reception queue').channelId!
    const both = all(modelOf(doc, { stageId: arrive, channelId }))
    expect(both.length).toBeLessThan(inStage.length)
    const wanted = modelOf(doc, { stageId: arrive }).channels.find(({ id }) => id === channelId)!
    expect(both).toHaveLength(wanted.count)

    doc = after(doc, touchpointCommands.update, { id: inStage[0]!.id, channelId: null })
    expect(all(modelOf(doc, { channelId: NO_CHANNEL })).map(({ id }) => id)).toEqual([inStage[0]!.id])
    expect(modelOf(doc).channels.at(-1)!.id, 'the last choice').toBe(NO_CHANNEL)
  })

  test('what is no longer there filters nothing', () => {
    const doc = documentOf('yacht-charter')
    expect(all(modelOf(doc, { stageId: 'stage:gone', channelId: 'channel:gone' }))).toHaveLength(23)
  })

  test('missed only hides the others and counts as before', () => {
    const model = modelOf(documentOf('yacht-charter'))
    const shown = shownOf(model, true, {})
    expect(shown.levels.map(({ rows }) => rows.length)).toEqual([0, 0, 9])
    expect(shown.levels.at(-1)).toMatchObject({ met: 4, rated: 13 })
  })
})

test('headings stand where fixed rows put them', () => {
  const model = modelOf(documentOf('yacht-charter'))
  expect(shownOf(model, false, {}).headings).toEqual([384, 192, 48])
})

test('a long list begins with its first hundred rows and grows when asked', () => {
  const model = modelOf(documentOf('yacht-charter'))
  const row = model.levels[0]!.rows[0]!
  const rows = Array.from({ length: 450 }, (_, at) => ({ ...row, id: `touchpoint:${at}` }))
  const long = { ...model, levels: model.levels.with(2, { ...model.levels[2]!, rows }) }
  expect(shownOf(long, false, {}).levels[0]).toMatchObject({ more: 350 })
  expect(shownOf(long, false, { experiential: 600 }).levels[0]).toMatchObject({ more: 0 })
  const [, emotional] = shownOf(long, false, {}).headings
  expect(emotional, 'the heading below makes room for a line that offers more').toBe(
    28 + 40 + 101 * 24 + 8 + 20,
  )
})

test('the plan counts opportunities that are still to be done, by level', () => {
  let doc = documentOf('yacht-charter')
  const plan = () => modelOf(doc).plan.map(({ levelId, ids }) => [levelId, ids.length])
  expect(plan()).toEqual([
    ['experiential', 1],
    ['emotional', 1],
    ['functional', 2],
  ])
  const [first, second] = doc.all('opportunity').filter(({ level }) => level === 'functional')
  doc = after(doc, opportunityCommands.update, { id: first!.id, status: 'done' })
  doc = after(doc, opportunityCommands.update, { id: second!.id, level: null })
  expect(plan()).toEqual([
    ['experiential', 1],
    ['emotional', 1],
    ['functional', 0],
    [null, 1],
  ])
})
