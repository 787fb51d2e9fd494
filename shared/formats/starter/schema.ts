/** The shape of a `cx-starter-templates` file. Ratings may be left out; names, keys and structure may not. */
import { z } from 'zod'
import { causeLayers } from '../../model/painPoint'
import { emotion, MAX_TEXT, scale, text, title } from '../../model/field'
import { blocks } from '../../model/note'
import { criterionBases, marketTypes } from '../../model/segment'
import { lifecycles } from '../../model/stage'
import { areas } from '../../model/touchpoint'

const key = () => z.string().min(1).max(100)
const lines = () => z.array(text(2000)).max(100).default([])
const score = () => scale(1, 5).nullish()
const level = () => z.enum(['functional', 'emotional', 'experiential']).nullish()
const some = <S extends z.ZodType>(item: S, most = 10_000) => z.array(item).max(most).default([])

const segment = z.object({
  key: key(),
  name: title(),
  marketType: z.enum(marketTypes).nullish(),
  criteria: z.partialRecord(z.enum(criterionBases), z.array(text(2000)).max(40)).default({}),
  size: z
    .object({
      value: z.number().nullish(),
      unit: title().default(''),
      basis: z.enum(['guess', 'estimate', 'measured', 'illustrative']).default('guess'),
    })
    .nullish(),
  quality: z
    .object({
      largeEnough: z.boolean().nullish(),
      focusedEnough: z.boolean().nullish(),
      reason: text().default(''),
    })
    .nullish(),
  revenueSharePct: z.number().nullish(),
  growthPct: z.number().nullish(),
  dependsOn: some(key(), 100),
})

const persona = z.object({
  key: key(),
  name: title(),
  segment: key().nullish(),
  goal: text().default(''),
  needs: lines(),
  frustrations: lines(),
  preferences: lines(),
  preferredChannels: some(key(), 100),
  quote: text().default(''),
})

const touchpoint = z.object({
  key: key(),
  name: title(),
  channel: key().nullish(),
  personas: some(key(), 100),
  area: z.enum(areas).nullish(),
  source: z.enum(['ownExperience', 'heardFromOthers']).default('ownExperience'),
  mode: z.enum(['proactive', 'reactive']).default('proactive'),
  emotion: emotion().nullish(),
  expectation: score(),
  experience: score(),
  effort: score(),
  pyramidLevel: level(),
  momentOfTruth: z.boolean().default(false),
  completeness: z.enum(['none', 'partial', 'full']).nullish(),
  personalisation: z.enum(['none', 'segment', 'individual']).default('none'),
  department: title().min(1).nullish(),
  systems: some(title().min(1), 100),
  frontstage: text().default(''),
  backstage: text().default(''),
  waitMinutes: z.number().min(0).nullish(),
  waitAvoidable: z.boolean().default(false),
})

const step = z.object({
  key: key(),
  name: title(),
  customerAction: text().default(''),
  touchpoints: z.array(touchpoint).max(10_000),
})

const stage = z.object({
  key: key(),
  name: title(),
  lifecycle: z.enum(lifecycles).nullish(),
  customerGoal: text().default(''),
  perceptionAfter: emotion().nullish(),
  steps: z.array(step).max(10_000),
})

const painPoint = z.object({
  key: key(),
  touchpoint: key(),
  title: title(),
  severity: scale(1, 5),
  frequency: scale(1, 5),
  cause: text().default(''),
  causeLayer: z.enum(causeLayers).nullish(),
  evidence: some(z.object({ source: title().default(''), quote: text().default('') }), 1000),
})

const action = z.object({
  title: title(),
  owner: title().default(''),
  dueInDays: scale(0, 36_500).nullish(),
  status: z.enum(['planned', 'inProgress', 'blocked', 'done']).default('planned'),
  expectedEffect: text().default(''),
})

const opportunity = z.object({
  key: key(),
  painPoints: some(key(), 1000),
  title: title(),
  impact: score(),
  effort: score(),
  pyramidLevel: level(),
  actions: some(action, 1000),
})

const metricReading = z.object({
  metric: z.enum(['csat', 'nps', 'ces']),
  /** Lowest and highest answer, e.g. "0-10". */
  scale: z.string().regex(/^\d{1,3}-\d{1,3}$/),
  scope: z.union([
    z.literal('journey'),
    z.strictObject({ stage: key() }),
    z.strictObject({ touchpoint: key() }),
    z.strictObject({ segment: key() }),
  ]),
  period: title().default(''),
  responses: z.record(z.string().regex(/^\d{1,3}$/), z.number().int().min(0)),
})

const count = () => z.number().min(0)

const head = {
  key: key(),
  title: title().min(1),
  industry: title().default(''),
  summary: text().default(''),
  vision: text(MAX_TEXT / 10).default(''),
  segments: some(segment, 1000),
}

const journey = z.object({
  ...head,
  kind: z.literal('journey'),
  relationship: z.enum(['B2C', 'B2B']).default('B2C'),
  state: z.enum(['current', 'target']).default('current'),
  scenario: text().default(''),
  startingPerception: emotion().nullish(),
  departments: some(title().min(1), 1000),
  personas: some(persona, 1000),
  stages: z.array(stage).max(1000),
  channelHandovers: some(
    z.object({ from: key(), to: key(), contextKept: z.boolean(), note: text().default('') }),
  ),
  painPoints: some(painPoint),
  opportunities: some(opportunity),
  metricReadings: some(metricReading),
  customerCounts: z
    .object({ period: title().default(''), start: count(), new: count(), end: count() })
    .nullish(),
  checklists: some(z.string().min(1).max(80), 100),
})

const note = z.object({
  key: key(),
  text: text(),
  segments: some(key(), 100),
  status: z.enum(['idea', 'assumed', 'hypothesis', 'testing', 'supported', 'refuted']).nullish(),
})

/** What joins two parts of a canvas in the file, see `linkOf` for what becomes of it. */
export const starterLinks = ['wants', 'deliveredThrough', 'keptBy', 'pays', 'needs', 'feedsBack'] as const

const canvas = z.object({
  ...head,
  kind: z.literal('bmc'),
  relationship: z.enum(['B2C', 'B2B', 'B2C and B2B']).default('B2C'),
  marketType: z.enum(marketTypes).nullish(),
  blocks: z.partialRecord(z.enum(blocks), z.array(note).max(1000)),
  links: some(z.object({ from: key(), to: key(), type: z.enum(starterLinks) })),
  loyaltyProgrammes: some(
    z.object({
      name: title(),
      kind: z.string().min(1).max(60),
      reward: z.enum(['financial', 'nonFinancial']),
      segment: key().nullish(),
      benefit: text().default(''),
    }),
    1000,
  ),
})

/** The head of a file, read first so that a wrong kind of file is named as such. */
export const starterHead = z.object({
  format: z.literal('cx-starter-templates'),
  formatVersion: z.number().int().min(1),
})

export const starterFile = z.object({
  templates: z
    .array(z.discriminatedUnion('kind', [journey, canvas]))
    .min(1)
    .max(200),
})

export type StarterFile = z.infer<typeof starterFile>
export type StarterTemplate = StarterFile['templates'][number]
export type StarterJourney = Extract<StarterTemplate, { kind: 'journey' }>
export type StarterCanvas = Extract<StarterTemplate, { kind: 'bmc' }>
export type StarterSegment = StarterTemplate['segments'][number]
export type StarterTouchpoint = StarterJourney['stages'][number]['steps'][number]['touchpoints'][number]
