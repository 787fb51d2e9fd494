/** Loyalty programmes and other ways to keep customers: kinds, time to the first reward, effect in the lifetime value (R60). */
import type { DocumentView } from '../../document'
import type { Loyalty } from '../../model'
import { loyaltyEffect, stayTillReward, type LoyaltyEffect } from '../value/loyaltyEffect'
import { daysOf, discountOver } from '../value/periods'
import type { Period } from '../value/types'
import { lifetimePlan, type LifetimeInput } from './lifetimePlan'
import {
  numberOf,
  periodOf,
  POINTS_NEEDED,
  POINTS_PER_PURCHASE,
  PURCHASES_NEEDED,
  type NumberReader,
} from './numbers'

export const programmeKinds = [
  'points',
  'stamps',
  'tiers',
  'membership',
  'paidTier',
  'personalDiscount',
  'cashback',
  'referralReward',
  'coalition',
  'partnerPerks',
  'gamified',
  'community',
] as const
/** What keeps customers without a programme. */
export const otherWays = ['betterService', 'personalContact', 'surprise', 'sharedValues'] as const
export type LoyaltyKind = (typeof programmeKinds)[number] | (typeof otherWays)[number]

export const isProgramme = (kind: string): boolean => !(otherWays as readonly string[]).includes(kind)

export interface LoyaltyFilter {
  readonly reward: Loyalty['reward'] | 'all'
  readonly kind: 'all' | 'programmes' | 'others'
  readonly segmentId: string | null
}

/** The programmes that pass; one for no segment in particular is for all of them. */
export const programmesOf = (document: DocumentView, filter: LoyaltyFilter): readonly Loyalty[] =>
  document
    .all('loyalty')
    .filter(
      ({ reward, kind, segmentIds }) =>
        (filter.reward === 'all' || reward === filter.reward) &&
        (filter.kind === 'all' || isProgramme(kind) === (filter.kind === 'programmes')) &&
        (filter.segmentId === null || segmentIds.length === 0 || segmentIds.includes(filter.segmentId)),
    )

export interface FirstReward {
  /** Purchases until then, from the earn rule; null where it has no numbers. */
  readonly purchases: number | null
  /** Days until a typical member has it; null when unknown. */
  readonly days: number | null
  /** Whether the days follow from the rule, or were entered. */
  readonly from: 'rule' | 'entered' | null
  /** The rule has numbers, and nothing says how often this segment buys. */
  readonly lacksFrequency: boolean
}

/**
 * When a member of a segment gets the first reward: purchases needed / purchases a day. The purchases are entered, or
 * points needed / points a purchase, rounded up. The frequency is the programme's own, else that of the segment.
 */
export function firstReward(read: NumberReader, loyalty: Loyalty, segmentId: string | null): FirstReward {
  const own = (name: string) => read(loyalty.id, name)
  const [points, perPurchase] = [numberOf(own(POINTS_NEEDED)), numberOf(own(POINTS_PER_PURCHASE))]
  const byPoints = points !== null && perPurchase ? Math.ceil(points / perPurchase - 1e-9) : null
  const purchases = numberOf(own(PURCHASES_NEEDED)) ?? byPoints
  const frequency = own('frequency') ?? (segmentId ? read(segmentId, 'frequency') : undefined)
  const often = numberOf(frequency)
  if (purchases !== null && often !== null && often > 0)
    return {
      purchases,
      days: (purchases / often) * daysOf(periodOf(frequency) ?? 'year'),
      from: 'rule',
      lacksFrequency: false,
    }
  const days = loyalty.firstRewardDays
  return { purchases, days, from: days === null ? null : 'entered', lacksFrequency: purchases !== null }
}

/** What has to be entered before the effect can be told. */
export type EffectInput = LifetimeInput | 'effect' | 'cost'

export interface ProgrammeEffect {
  readonly segmentId: string
  readonly period: Period
  readonly first: FirstReward
  /** Share of members still there when the first reward comes; null when unknown. */
  readonly stay: number | null
  /** Null while `missing` names something beside the cost. */
  readonly value: LoyaltyEffect | null
  readonly missing: readonly EffectInput[]
}

/**
 * What a programme does for each of its segments (for all of them where it names none): the lifetime value with the
 * first margin now, at the retention of the segment and at that retention plus the effect.
 */
export function programmeEffects(
  document: DocumentView,
  read: NumberReader,
  loyalty: Loyalty,
): readonly ProgrammeEffect[] {
  const segments = document.all('segment').filter(({ id }) => loyalty.segmentIds.includes(id))
  const { discountRate, period: standard } = document.project()
  return (segments.length > 0 ? segments : document.all('segment')).map(({ id }) => {
    const { rates, byChurnMissing } = lifetimePlan(read, id, standard)
    const { period, margin, retention } = rates
    const first = firstReward(read, loyalty, id)
    const { retentionEffect, costPerMember } = loyalty
    const value =
      margin === null || retention === null || retentionEffect === null
        ? null
        : loyaltyEffect(
            { margin, retention, discount: discountOver(discountRate ?? 0, 'year', period) },
            retentionEffect,
            costPerMember ?? 0,
          )
    return {
      segmentId: id,
      period,
      first,
      stay: first.days === null || retention === null ? null : stayTillReward(first.days, retention, period),
      value,
      missing: [
        ...byChurnMissing,
        ...(retentionEffect === null ? (['effect'] as const) : []),
        ...(costPerMember === null ? (['cost'] as const) : []),
      ],
    }
  })
}
