import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Doc, targetsOf } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import { definitionOf, type RawRecord } from '../../shared/model'
import { confidentialIn, documentFigures, leavable, partOf, redacted } from '../../shared/queries'
import { documents } from '../helpers/arbitrary'
import { sampleRecord } from '../helpers/sampleRows'

const nightly = process.env['JOURNEYBOARD_NIGHTLY'] === '1'
const runs = (usual: number) => ({ numRuns: nightly ? usual * 100 : usual })

/** Every template in one document, as somebody has it who works for many clients. */
const everything = (() => {
  const records = bundledTemplates().templates.flatMap((template, at) =>
    importStarter(template, { seed: `seed${at}`, actor: 'tester01', channelName: name => name }),
  )
  const [project] = records.filter(({ type }) => type === 'project')
  return new Doc([project!, ...records.filter(({ type }) => type !== 'project')])
})()

const ids = (records: Iterable<RawRecord>) => new Set([...records].map(({ id }) => id))

describe('a part', () => {
  test('of a journey or canvas has the figures that it has in the whole document', () => {
    const whole = documentFigures(everything)
    const roots = [...everything.all('journey'), ...everything.all('canvas')]
    expect(roots.length).toBeGreaterThan(7)
    for (const root of roots) {
      const part = new Doc(partOf(everything, [root.id]))
      const figures = documentFigures(part)
      expect([...figures.journeys, ...figures.canvases], root.title).toEqual(
        [...whole.journeys, ...whole.canvases].filter(({ id }) => id === root.id),
      )
      expect([...part.all('journey'), ...part.all('canvas')].map(({ id }) => id)).toEqual([root.id])
      expect(part.size).toBeLessThan(everything.size / 2)
    }
  })

  test('of a segment has its personas and sub-segments, and none of the others', () => {
    const doc = new Doc([
      sampleRecord('project', 'p'),
      sampleRecord('segment', 'a', { order: 'a' }),
      sampleRecord('segment', 'sub', { order: 'b', parentId: 'segment:a' }),
      sampleRecord('segment', 'other', { order: 'c' }),
      sampleRecord('channel', 'shop', { order: 'a' }),
      sampleRecord('channel', 'web', { order: 'b' }),
      sampleRecord('persona', 'jo', {
        order: 'a',
        segmentId: 'segment:sub',
        preferredChannelIds: ['channel:shop'],
      }),
      sampleRecord('persona', 'mo', { order: 'b', segmentId: 'segment:other' }),
      sampleRecord('quantity', 'n', { ownerId: 'segment:sub', name: 'payers', formula: '{quantity:m} * 2' }),
      sampleRecord('quantity', 'm', { ownerId: 'segment:other', name: 'payers' }),
      sampleRecord('comment', 'c', { targetId: 'segment:a', text: 'why?' }),
      sampleRecord('comment', 'r', { targetId: 'segment:a', replyToId: 'comment:c', text: 'so!' }),
      sampleRecord('comment', 'x', { targetId: 'persona:mo', text: 'elsewhere' }),
    ])
    expect([...ids(partOf(doc, ['segment:a']))]).toEqual([
      'channel:shop',
      'comment:c',
      'comment:r',
      'persona:jo',
      'project:p',
      'quantity:m',
      'quantity:n',
      'segment:a',
      // the number in the formula says whose it is
      'segment:other',
      'segment:sub',
    ])
    expect(partOf(doc, ['channel:shop', 'journey:none'])).toEqual([])
  })

  test('leaves what was thrown away where it is', () => {
    const place = (name: string, trashed: boolean) => [
      sampleRecord('note', name, { block: 'channels', title: name }),
      sampleRecord('placement', name, {
        canvasId: 'canvas:c',
        noteId: `note:${name}`,
        block: 'channels',
        order: name,
        trashed,
      }),
    ]
    const canvas = sampleRecord('canvas', 'c', { order: 'a' })
    const doc = new Doc([
      sampleRecord('project', 'p'),
      canvas,
      ...place('kept', false),
      ...place('gone', true),
    ])
    expect([...ids(partOf(doc, ['canvas:c']))]).toEqual([
      'canvas:c',
      'note:kept',
      'placement:kept',
      'project:p',
    ])
  })

  test('is the records as they are; a part of the part is the part; what holds a taken record up is taken', () => {
    fc.assert(
      fc.property(documents(60, true), fc.nat(), (records, pick) => {
        const doc = new Doc(records)
        const roots = records.filter(({ type }) => ['journey', 'canvas', 'segment'].includes(type))
        const root = roots[pick % roots.length]!
        const part = partOf(doc, [root.id])
        const taken = ids(part)
        for (const record of part) expect(record).toBe(doc.get(record.id))
        expect(ids(partOf(new Doc(part), [root.id]))).toEqual(taken)
        // no step without its stage, no experience without its touchpoint
        for (const record of part) {
          const parents = {
            stage: 'journeyId',
            step: 'stageId',
            touchpoint: 'stepId',
            experience: 'touchpointId',
          }
          const field = parents[record.type as 'stage']
          if (field) expect(taken).toContain(record[field])
          if (record.type === 'touchpoint' && record['channelId'])
            expect(taken).toContain(record['channelId'])
          if (record.type === 'link') expect(targetsOf(record).every(id => taken.has(id))).toBe(true)
        }
      }),
      runs(150),
    )
  })
})

describe('a redacted copy', () => {
  test('has nothing of what was to be left out, is valid, and points nowhere', () => {
    fc.assert(
      fc.property(documents(60, true), fc.subarray([...leavable]), (records, leaveOut) => {
        const copy = redacted(records, leaveOut)
        const doc = new Doc(copy)
        const { owners, costs, lanes, behind, comments } = confidentialIn(doc)
        const left = { owners, costs, backstage: lanes + behind, comments }
        for (const kind of leaveOut) expect({ [kind]: left[kind] }).toEqual({ [kind]: 0 })
        for (const record of copy) {
          expect(definitionOf(record.type)?.schema.safeParse(record).success, record.id).toBe(true)
          expect(targetsOf(record).filter(id => !doc.get(id))).toEqual([])
          expect(record).not.toHaveProperty('fromANewerVersion')
        }
        expect(doc.all('project')).toHaveLength(1)
      }),
      runs(150),
    )
  })

  test('keeps everything else as it is', () => {
    const kept = redacted(everything.records(), [])
    const bare = (record: RawRecord) => [record.id, record] as const
    const before = new Map([...everything.records()].map(bare))
    expect(kept.length).toBe(before.size)
    for (const record of kept) expect(record).toEqual(before.get(record.id))
    // the control: there was something to leave out
    const found = confidentialIn(everything)
    expect(found.costs).toBeGreaterThan(10)
    expect(found.behind).toBeGreaterThan(10)
    expect(found.owners).toBeGreaterThan(0)
  })

  test('counts people, figures, lanes and comments as they are told', () => {
    const doc = new Doc([
      sampleRecord('project', 'p', { discountRate: 0.08 }),
      sampleRecord('journey', 'j', { order: 'a', owner: 'Jana' }),
      sampleRecord('journey', 'k', { order: 'b', owner: 'Jana' }),
      sampleRecord('action', 'a', { order: 'a', owner: 'Petr' }),
      sampleRecord('lane', 'one', { journeyId: 'journey:j', order: 'a', role: 'frontstage' }),
      sampleRecord('lane', 'two', { journeyId: 'journey:j', order: 'b', role: 'custom' }),
      sampleRecord('lane', 'three', { journeyId: 'journey:j', order: 'c', role: 'support' }),
      sampleRecord('lane', 'four', { journeyId: 'journey:j', order: 'd', role: 'custom' }),
      sampleRecord('system', 'crm', { order: 'a', title: 'CRM' }),
      sampleRecord('note', 'rent', { block: 'costStructure', title: 'Rent' }),
      sampleRecord('quantity', 'rent', { ownerId: 'note:rent', name: 'how much', likely: 12 }),
      sampleRecord('quantity', 'visits', { ownerId: 'note:rent', name: 'frequency', likely: 3 }),
      sampleRecord('quantity', 'twice', {
        ownerId: 'note:rent',
        name: 'driver',
        formula: '{quantity:rent} * 2',
      }),
      sampleRecord('quantity', 'fee', { ownerId: 'journey:j', name: 'fee', unit: 'tis. Kč', likely: 3 }),
      sampleRecord('comment', 'c', { targetId: 'lane:four', text: 'really?', author: 'Ivo' }),
    ])
    expect(confidentialIn(doc)).toEqual({ owners: 3, costs: 4, lanes: 2, behind: 1, comments: 1 })
    const left = ids(redacted(doc.records(), ['costs', 'backstage']))
    expect(left.has('quantity:visits') && left.has('lane:one') && left.has('lane:two')).toBe(true)
    for (const id of [
      'quantity:rent',
      'quantity:twice',
      'quantity:fee',
      'lane:three',
      'lane:four',
      'comment:c',
    ])
      expect(left).not.toContain(id)
  })

  test('knows well-known numbers however their names are written', () => {
    const quantity = (id: string, name: string, ownerId: string) =>
      sampleRecord('quantity', id, { ownerId, name, unit: '', likely: 3 })
    const doc = new Doc([
      sampleRecord('project', 'p'),
      sampleRecord('note', 'desk', { block: 'channels' }),
      sampleRecord('note', 'rent', { block: 'costStructure' }),
      quantity('price', ' Price', 'note:desk'),
      quantity('cost', 'unitcost', 'note:desk'),
      quantity('visits', 'Frequency', 'note:rent'),
    ])
    const left = ids(redacted(doc.records(), ['costs']))
    expect([...left].filter(id => id.startsWith('quantity:'))).toEqual(['quantity:visits'])
  })
})
