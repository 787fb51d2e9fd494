/** What a loyalty programme does to the lifetime value of a member, and how many are still there for their reward. */
import { clv, type ClvInput } from './lifetime'
import { daysOf, retentionOver } from './periods'
import type { ClvVariant, Period } from './types'

export interface LoyaltyEffect {
  readonly variant: ClvVariant
  /** Retention with the programme, never above 1 or below 0. */
  readonly retention: number
  /** Lifetime values without and with the programme; null without bound. */
  readonly before: number | null
  readonly after: number | null
  /** after - before */
  readonly gain: number | null
  /** Gain less the cost per member. */
  readonly net: number | null
}

/**
 * What a change of the retention rate (share, -1 to 1) is worth per member.
 * @param costPerMember over the membership, in the currency of the margin
 */
export function loyaltyEffect(
  input: ClvInput,
  retentionEffect: number,
  costPerMember: number,
): LoyaltyEffect {
  const retention = Math.min(1, Math.max(0, input.retention + retentionEffect))
  const { value: before, variant } = clv(input)
  const after = clv({ ...input, retention }).value
  const gain = before === null || after === null ? null : after - before
  return { variant, retention, before, after, gain, net: gain === null ? null : gain - costPerMember }
}

/** Share of members still there when a typical one gets the first reward: r^(days / days of the period). */
export const stayTillReward = (firstRewardDays: number, retention: number, period: Period): number =>
  retentionOver(retention, period, 'day') ** firstRewardDays

/** Time to the first reward in periods. */
export const periodsTillReward = (firstRewardDays: number, period: Period): number =>
  firstRewardDays / daysOf(period)
