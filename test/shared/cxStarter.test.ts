import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Doc } from '../../shared/document'
import {
  importStarter,
  knownChannels,
  parseStarter,
  readStarter,
  templateOf,
} from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import en from '../../shared/i18n/en.json'
import { KnownError } from '../../shared/ipc/contract'
import { definitionOf, type RawRecord } from '../../shared/model'
import { root } from '../helpers/folders'

const original = readFileSync(join(root, 'test/files/templates.json'), 'utf8')
const channels: Record<string, string> = en.terms.channel
const options = { seed: 'seed', actor: 'tester01', channelName: (key: string) => channels[key] }

/** A file with one journey of one touchpoint, to break in one place at a time. */
const small = () => ({
  format: 'cx-starter-templates',
  formatVersion: 1,
  templates: [
    {
      key: 'small',
      kind: 'journey',
      title: 'Small',
      segments: [{ key: 'all', name: 'All' }],
      personas: [{ key: 'eva', name: 'Eva', segment: 'all' }],
      stages: [
        {
          key: 'one',
          name: 'One',
          steps: [
            {
              key: 'do',
              name: 'Do',
              touchpoints: [{ key: 'kiosk-menu', name: 'Menu', channel: 'kiosk', emotion: 1 }],
            },
          ],
        },
      ],
      painPoints: [{ key: 'slow', touchpoint: 'kiosk-menu', title: 'Slow', severity: 2, frequency: 3 }],
      metricReadings: [{ metric: 'nps', scale: '0-10', scope: { stage: 'one' }, responses: { '10': 3 } }],
    },
  ],
})

/** Puts a value at a place of the small file; undefined takes it away. */
function broken(place: string, value: unknown) {
  const file = small()
  const parts = place.split(/[.[\]]+/).filter(Boolean)
  const last = parts.pop()!
  const at = parts.reduce<any>((inner, part) => inner[part], file)
  if (value === undefined) delete at[last]
  else at[last] = value
  return JSON.stringify(file)
}

function faultOf(json: string) {
  try {
    parseStarter(json)
  } catch (error) {
    if (error instanceof KnownError) return { code: error.code, ...error.params }
    throw error
  }
  throw new Error('the file was taken')
}

const valid = (records: readonly RawRecord[]) => {
  for (const record of records) {
    const parsed = definitionOf(record.type)!.schema.safeParse(record)
    expect(parsed.error?.issues ?? [], JSON.stringify(record)).toEqual([])
  }
  const ids = new Set(records.map(record => record.id))
  expect(ids.size).toBe(records.length)
  for (const record of records) {
    for (const { field } of definitionOf(record.type)!.references) {
      for (const id of [record[field]].flat()) if (id) expect(ids, `${record.type}.${field}`).toContain(id)
    }
  }
}

describe('what is refused', () => {
  const stage = 'templates[0].stages[0]'
  const touchpoint = `${stage}.steps[0].touchpoints[0]`
  test.each([
    ['templates', [], { code: 'import.badValue', allowed: '≥ 1' }],
    ['templates[0].title', undefined, { code: 'import.missing' }],
    ['templates[0].kind', 'poster', { code: 'import.badValue', allowed: 'journey | bmc' }],
    ['templates[0].stages', undefined, { code: 'import.missing' }],
    [`${stage}.lifecycle`, 'birth', { code: 'import.badValue' }],
    [`${stage}.steps`, 'none', { code: 'import.badValue', allowed: 'array' }],
    [`${touchpoint}.emotion`, 3, { code: 'import.badValue', allowed: '≤ 2' }],
    [`${touchpoint}.emotion`, 'good', { code: 'import.badValue', allowed: 'number' }],
    [`${touchpoint}.emotion`, 0.5, { code: 'import.badValue' }],
    [`${touchpoint}.expectation`, 0, { code: 'import.badValue', allowed: '≥ 1' }],
    [
      `${touchpoint}.pyramidLevel`,
      'top',
      { code: 'import.badValue', allowed: 'functional | emotional | experiential' },
    ],
    [`${touchpoint}.name`, undefined, { code: 'import.missing' }],
    [
      `${touchpoint}.personas`,
      ['nobody'],
      { code: 'import.unknownKey', key: 'nobody', place: `${touchpoint}.personas[0]` },
    ],
    ['templates[0].painPoints[0].touchpoint', 'gone', { code: 'import.unknownKey', key: 'gone' }],
    ['templates[0].painPoints[0].severity', 6, { code: 'import.badValue' }],
    ['templates[0].personas[0].segment', 'gone', { code: 'import.unknownKey', key: 'gone' }],
    [
      'templates[0].metricReadings[0].scope',
      { stage: 'two' },
      { code: 'import.unknownKey', place: 'templates[0].metricReadings[0].scope.stage' },
    ],
    ['templates[0].metricReadings[0].scope', 7, { code: 'import.badValue' }],
    ['templates[0].metricReadings[0].scale', 'ten', { code: 'import.badValue' }],
    [
      'templates[0].metricReadings[0].responses',
      { '11': 1 },
      { code: 'import.badValue', place: 'templates[0].metricReadings[0].responses.11', allowed: '0 … 10' },
    ],
    ['templates[0].metricReadings[0].responses', { x: 1 }, { code: 'import.badValue' }],
  ])('%s = %j', (place, value, fault) => {
    const found = faultOf(broken(place, value))
    expect(found).toMatchObject({ place: expect.stringContaining(place), ...fault })
  })

  test('a key given twice, in the template and in the file', () => {
    const file = small()
    file.templates.push(file.templates[0]!)
    expect(faultOf(JSON.stringify(file))).toEqual({
      code: 'import.duplicateKey',
      place: 'templates[1].key',
      key: 'small',
    })
    const again = small()
    again.templates[0]!.stages[0]!.steps[0]!.touchpoints.push({
      key: 'kiosk-menu',
      name: '',
      channel: 'x',
      emotion: 0,
    })
    const place = 'templates[0].stages[0].steps[0].touchpoints[1].key'
    expect(faultOf(JSON.stringify(again))).toEqual({ code: 'import.duplicateKey', place, key: 'kiosk-menu' })
  })

  test('what is no such file at all', () => {
    expect(faultOf('')).toEqual({ code: 'import.notJson' })
    expect(faultOf('{"format": "cx-starter-templates"')).toEqual({ code: 'import.notJson' })
    expect(faultOf('[]')).toEqual({ code: 'import.notStarter' })
    expect(faultOf('null')).toEqual({ code: 'import.notStarter' })
    expect(faultOf(broken('format', 'other'))).toEqual({ code: 'import.notStarter' })
    expect(faultOf(broken('formatVersion', 2))).toEqual({ code: 'import.tooNew', version: 2 })
    expect(faultOf('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject({
      code: expect.stringMatching(/^import\./),
    })
  })

  test('a need between notes that stand for no single segment', () => {
    const file = JSON.parse(original)
    const at = file.templates.findIndex((template: any) => template.key === 'credit-card-multisided-bmc')
    file.templates[at].links[0].to = 'vp1'
    expect(faultOf(JSON.stringify(file))).toEqual({
      code: 'import.unknownKey',
      place: `templates[${at}].links[0].to`,
      key: 'vp1',
    })
  })
})

describe('what is made', () => {
  test('ratings may be missing, foreign keys are kept, a foreign channel is a channel', () => {
    const records = importStarter(readStarter(small()).templates, options)
    valid(records)
    const doc = new Doc(records)
    expect(doc.all('channel')).toMatchObject([{ key: 'kiosk', title: 'kiosk', kind: 'digital' }])
    expect(doc.all('touchpoint')).toMatchObject([{ key: 'kiosk-menu', level: null, waitMinutes: null }])
    expect(doc.all('experience')).toMatchObject([{ emotion: 1, expectation: null, experience: null }])
    expect(doc.all('stage')[0]?.key).toBe('one')
    expect(doc.all('journey')).toMatchObject([{ key: 'small', segmentId: doc.all('segment')[0]!.id }])
  })

  test('what the form does not know is told, not made', () => {
    const file = JSON.parse(broken('templates[0].stages[0].mood', 'sunny'))
    file.templates[0].expectedFigures = { stages: 1 }
    expect(parseStarter(JSON.stringify(file)).ignored).toEqual(['templates[0].stages[0].mood'])
    expect(parseStarter(original).ignored).toEqual([])
  })

  test('signs that break texts elsewhere become U+FFFD', () => {
    const { templates } = parseStarter(broken('templates[0].title', 'a\0b\ud800c'))
    expect(templates[0]!.title).toBe('a\uFFFDb\uFFFDc')
  })

  test('the same seed makes the same records, another one other ids', () => {
    const { templates } = parseStarter(original)
    expect(importStarter(templates, options)).toEqual(importStarter(templates, options))
    const ids = new Set(importStarter(templates, options).map(record => record.id))
    for (const record of importStarter(templates, { ...options, seed: 'other' }))
      expect(ids).not.toContain(record.id)
  })

  test('all eight templates go into one valid document and share their channels', () => {
    const records = importStarter(parseStarter(original).templates, options)
    valid(records)
    const doc = new Doc(records)
    expect([doc.all('project').length, doc.all('journey').length, doc.all('canvas').length]).toEqual([
      1, 5, 3,
    ])
    expect(doc.all('touchpoint')).toHaveLength(100)
    const keys = doc.all('channel').map(channel => channel.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(knownChannels).toEqual(expect.arrayContaining(keys))
    expect(doc.all('channel').find(channel => channel.key === 'store')).toMatchObject({
      title: 'Shop',
      kind: 'inPerson',
    })
  })

  test('into an existing document: no second project, channels and departments of the same name are used', () => {
    const file = parseStarter(original)
    const first = importStarter(templateOf(file, 'retail-purchase'), options)
    const existing = new Doc(first)
    const more = importStarter(templateOf(file, 'eshop-bargain-hunters'), {
      ...options,
      seed: 'more',
      existing,
    })
    expect(more.filter(record => record.type === 'project')).toEqual([])
    const doc = new Doc([...first, ...more])
    valid([...doc.records()])
    for (const type of ['channel', 'department', 'system'] as const) {
      const titles = doc.all(type).map(record => record.title)
      expect(new Set(titles).size, type).toBe(titles.length)
    }
    expect(doc.all('journey').map(journey => journey.key)).toEqual([
      'retail-purchase',
      'eshop-bargain-hunters',
    ])
  })

  test('every text and number of the file is found in the records', () => {
    const file = parseStarter(original)
    for (const template of file.templates) {
      const told = JSON.stringify(importStarter(template, options).map(record => Object.values(record)))
      for (const value of leaves(template))
        expect(told, `${template.key}: ${value}`).toContain(JSON.stringify(value))
    }
  })

  test('the bundled templates are the original ones', () => {
    expect(bundledTemplates().templates).toEqual(parseStarter(original).templates)
  })

  test('a template that is not there is refused with those that are', () => {
    expect(() => templateOf(bundledTemplates(), 'no')).toThrow(KnownError)
  })
})

describe('whatever a file holds', () => {
  const strange = fc.oneof(
    fc.constantFrom(undefined, null, '', '__proto__', 'constructor', -1, 1e308, [], {}, [null], [[]], true),
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )

  test('it is refused by a known error, or its records are valid', () => {
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), strange, (path, value) => {
        const whole = JSON.parse(original)
        const file = { ...whole, templates: [whole.templates[2], whole.templates[7]] }
        let at: any = file
        // one step down for each number, until a leaf or the end; then the value goes in
        for (const [depth, n] of path.entries()) {
          const names = Object.keys(at)
          const name = names[n % names.length]
          if (name === undefined) break
          const inner = at[name]
          if (depth === path.length - 1 || n % 5 === 0 || typeof inner !== 'object' || inner === null) {
            if (value === undefined) delete at[name]
            else at[name] = value
            break
          }
          at = inner
        }
        try {
          const { templates } = parseStarter(JSON.stringify(file))
          for (const record of importStarter(templates, options)) {
            const parsed = definitionOf(record.type)!.schema.safeParse(record)
            expect(parsed.error?.issues ?? []).toEqual([])
          }
          taken++
        } catch (error) {
          if (!(error instanceof KnownError)) throw error
          expect(error.code).toMatch(/^import\./)
          refused++
        }
      }),
      { numRuns: process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 4000 : 300 },
    )
    // both ways were gone
    expect(Math.min(taken, refused)).toBeGreaterThan(20)
  })
})

/** Texts and numbers of a template that stand in a record as they are; booleans and link kinds are tested elsewhere. */
function leaves(value: unknown, name = ''): (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(item => leaves(item, name))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([field, item]) => leaves(item, field))
  }
  const elsewhere = [
    'metric',
    'scale',
    'scope',
    'stage',
    'touchpoint',
    'from',
    'to',
    'type',
    'status',
    'relationship',
    'kind',
  ]
  const references = ['segment', 'segments', 'personas', 'dependsOn', 'painPoints']
  if (elsewhere.includes(name) || references.includes(name) || typeof value === 'boolean') return []
  return typeof value === 'string' || typeof value === 'number' ? [value] : []
}
