/** Lifetime values in their simple forms (R33) and loyalty programmes (R60). */
import { describe, expect, test } from 'vitest'
import {
  addCanvas,
  addNote,
  loyaltyCommands,
  quantityCommands,
  segmentCommands,
  updateProject,
} from '../../shared/commands'
import { Doc } from '../../shared/document'
import { importStarter } from '../../shared/formats/cxStarter'
import { bundledTemplates } from '../../shared/formats/templates'
import type { Quantity } from '../../shared/model'
import {
  firstReward,
  isProgramme,
  lifetimePlan,
  numberReader,
  programmeEffects,
  programmesOf,
  type LoyaltyFilter,
} from '../../shared/queries'
import { bench } from '../helpers/build'

const template = (key: string) => {
  const found = bundledTemplates().templates.find(each => each.key === key)!
  return new Doc(importStarter(found, { seed: 'seed', actor: 'tester01', channelName: name => name }))
}

/** A segment, a programme, and a way to enter numbers. */
function programme() {
  const { doc, run } = bench()
  const segmentId = run(segmentCommands.add, { title: 'Guests' }).args.id
  const loyaltyId = run(loyaltyCommands.add, { title: 'Card', segmentIds: [segmentId] }).args.id
  const enter = (ownerId: string, name: string, likely: number, per: Quantity['per'] = 'none') =>
    run(quantityCommands.add, { ownerId, name, likely, per })
  const set = (fields: object) => run(loyaltyCommands.update, { id: loyaltyId, ...fields })
  const plan = () => lifetimePlan(numberReader(doc, null), segmentId)
  const loyalty = () => doc.find('loyalty', loyaltyId)!
  const effect = () => programmeEffects(doc, numberReader(doc, null), loyalty())[0]!
  const reward = () => firstReward(numberReader(doc, null), loyalty(), segmentId)
  return { doc, run, segmentId, loyaltyId, enter, set, plan, loyalty, effect, reward }
}

describe('lifetime value (R33)', () => {
  test('margin 20, 4 a year, 5 years are 400; churn 25 % and margin 80 a year are 320', () => {
    const { segmentId, enter, plan } = programme()
    expect(plan().simpleMissing).toEqual(['margin', 'frequency', 'years'])
    enter(segmentId, 'margin', 20, 'purchase')
    expect(plan().byChurnMissing).toEqual(['frequency', 'churn'])
    enter(segmentId, 'frequency', 4, 'year')
    enter(segmentId, 'years', 5)
    expect(plan().simple).toBeCloseTo(400, 9)
    enter(segmentId, 'churn', 0.25, 'year')
    expect(plan().byChurn).toBeCloseTo(320, 9)
    expect(plan()).toMatchObject({ simpleMissing: [], byChurnMissing: [], endless: false })
  })

  test('a margin per year needs no frequency for the second form, and gives the margin per purchase', () => {
    const { segmentId, enter, plan } = programme()
    enter(segmentId, 'margin', 80, 'year')
    enter(segmentId, 'churn', 0.25, 'year')
    expect(plan().byChurn).toBeCloseTo(320, 9)
    expect(plan().marginPerPurchase).toBeNull()
    enter(segmentId, 'frequency', 1, 'quarter')
    expect(plan().marginPerPurchase).toBeCloseTo(20, 9)
  })

  test('a monthly churn stays monthly: 5 % and 10 a month are 200, not 60 % a year', () => {
    const { segmentId, enter, plan } = programme()
    enter(segmentId, 'margin', 120, 'year')
    enter(segmentId, 'churn', 0.05, 'month')
    expect(plan().rates).toMatchObject({ period: 'month', churn: 0.05 })
    expect(plan().rates.margin).toBeCloseTo(10, 9)
    expect(plan().byChurn).toBeCloseTo(200, 9)
  })

  test('retention comes before churn, as in the numbers of a canvas; without churn there is no bound', () => {
    const { run, segmentId, enter, plan } = programme()
    enter(segmentId, 'margin', 80, 'year')
    enter(segmentId, 'churn', 0.5, 'year')
    expect(plan()).toMatchObject({ byChurn: 160, isRetention: false })
    const { id } = enter(segmentId, 'retention', 0.75, 'year').args
    expect(plan()).toMatchObject({ byChurn: 320, isRetention: true })
    run(quantityCommands.update, { id, likely: 1 })
    expect(plan()).toMatchObject({ byChurn: null, endless: true })
  })

  test('on a canvas the number of its note counts, with formulas worked out', () => {
    const { doc, run, segmentId, enter } = programme()
    const canvasId = run(addCanvas, { title: 'Model' }).args.id
    const noteId = run(addNote, { canvasId, block: 'customerSegments', segmentId }).args.id
    enter(segmentId, 'margin', 20, 'purchase')
    enter(segmentId, 'frequency', 4, 'year')
    run(quantityCommands.add, { ownerId: noteId, name: 'years', formula: '2 + 3' })
    run(quantityCommands.add, { ownerId: noteId, name: 'margin', likely: 30, per: 'purchase' })
    expect(lifetimePlan(numberReader(doc, null), segmentId).simpleMissing).toEqual(['years'])
    expect(lifetimePlan(numberReader(doc, canvasId), segmentId).simple).toBeCloseTo(600, 9)
  })
})

describe('first reward', () => {
  test('ten purchases at two a week are 35 days', () => {
    const { segmentId, loyaltyId, enter, reward } = programme()
    expect(reward()).toEqual({ purchases: null, days: null, from: null, lacksFrequency: false })
    enter(loyaltyId, 'purchasesNeeded', 10)
    expect(reward()).toMatchObject({ purchases: 10, days: null, lacksFrequency: true })
    enter(segmentId, 'frequency', 2, 'week')
    expect(reward()).toMatchObject({ from: 'rule', lacksFrequency: false })
    expect(reward().days).toBeCloseTo(35, 9)
  })

  test('points count in whole purchases; the frequency of the programme comes first', () => {
    const { segmentId, loyaltyId, enter, reward } = programme()
    enter(loyaltyId, 'pointsNeeded', 100)
    enter(loyaltyId, 'pointsPerPurchase', 30)
    enter(segmentId, 'frequency', 1, 'year')
    expect(reward().purchases).toBe(4)
    enter(loyaltyId, 'frequency', 1, 'day')
    expect(reward().days).toBeCloseTo(4, 9)
  })

  test('days that were entered count where the rule has no numbers', () => {
    const { set, reward } = programme()
    set({ firstRewardDays: 90 })
    expect(reward()).toMatchObject({ days: 90, from: 'entered' })
  })
})

describe('effect in the lifetime value', () => {
  test('m=100, r=.8, d=.1 grows from 366.67 to 550 at five points more, less its cost', () => {
    const { run, segmentId, enter, set, effect } = programme()
    expect(effect().missing).toEqual(['margin', 'churn', 'effect', 'cost'])
    run(updateProject, { discountRate: 0.1 })
    enter(segmentId, 'margin', 100, 'year')
    enter(segmentId, 'retention', 0.8, 'year')
    set({ retentionEffect: 0.1, costPerMember: 50 })
    const { value, missing, period } = effect()
    expect({ missing, period }).toEqual({ missing: [], period: 'year' })
    expect(value!.before).toBeCloseTo(366.6666667, 6)
    expect(value!.after).toBeCloseTo(550, 9)
    expect(value!.gain).toBeCloseTo(183.3333333, 6)
    expect(value!.net).toBeCloseTo(133.3333333, 6)
  })

  test('without a cost the gain is told, and that the cost is missing', () => {
    const { segmentId, enter, set, effect } = programme()
    enter(segmentId, 'margin', 80, 'year')
    enter(segmentId, 'churn', 0.25, 'year')
    set({ retentionEffect: 0.05 })
    expect(effect().missing).toEqual(['cost'])
    expect(effect().value!.before).toBeCloseTo(320, 9)
    expect(effect().value!.gain).toBeCloseTo(80, 9)
  })

  test('retention cannot pass 1: then the value has no bound', () => {
    const { segmentId, enter, set, effect } = programme()
    enter(segmentId, 'margin', 80, 'year')
    enter(segmentId, 'churn', 0.02, 'year')
    set({ retentionEffect: 0.05, costPerMember: 1 })
    expect(effect().value).toMatchObject({ retention: 1, after: null, gain: null, net: null })
  })

  test('who waits long for the first reward may have left', () => {
    const { segmentId, enter, set, effect } = programme()
    enter(segmentId, 'retention', 0.5, 'year')
    set({ firstRewardDays: 365.25 })
    expect(effect().stay).toBeCloseTo(0.5, 9)
  })
})

describe('filter', () => {
  const all: LoyaltyFilter = { reward: 'all', kind: 'all', segmentId: null }
  const titles = (key: string, filter: Partial<LoyaltyFilter>) =>
    programmesOf(template(key), { ...all, ...filter }).map(({ title }) => title)

  test('the programmes of the templates can be told apart by their reward', () => {
    expect(titles('snack-startup-bmc', {})).toEqual(['Flavour club', 'Bring a colleague'])
    expect(titles('snack-startup-bmc', { reward: 'nonFinancial' })).toEqual(['Flavour club'])
    expect(titles('cafe-chain-bmc', { reward: 'financial' })).toEqual(['Stamp card', 'Your second coffee'])
    expect(titles('credit-card-multisided-bmc', { kind: 'others' })).toEqual([])
  })

  test('by segment; one that names none is for all', () => {
    const { doc, run, segmentId } = programme()
    const other = run(segmentCommands.add, { title: 'Other' }).args.id
    run(loyaltyCommands.add, { title: 'For all', kind: 'surprise' })
    const found = (filter: Partial<LoyaltyFilter>) =>
      programmesOf(doc, { ...all, ...filter }).map(({ title }) => title)
    expect(found({ segmentId })).toEqual(['Card', 'For all'])
    expect(found({ segmentId: other })).toEqual(['For all'])
    expect(found({ kind: 'others' })).toEqual(['For all'])
    expect(isProgramme('points') && !isProgramme('betterService')).toBe(true)
  })
})
