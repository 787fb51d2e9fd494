/** What kinds of records are called. */
import type { T } from '../i18n'
import type { RecordType } from '../model'
import { say, type Selector } from './selector'

const names: Readonly<Record<RecordType, Selector>> = {
  project: $ => $.inspector.document,
  channel: $ => $.terms.channel.channel,
  department: $ => $.terms.journey.department,
  system: $ => $.terms.journey.system,
  segment: $ => $.terms.segment.segment,
  segmentDependency: $ => $.compare.type.segmentDependency,
  persona: $ => $.terms.segment.persona,
  journey: $ => $.terms.journey.journey,
  stage: $ => $.terms.journey.stage,
  step: $ => $.terms.journey.step,
  touchpoint: $ => $.terms.journey.touchpoint,
  experience: $ => $.compare.type.experience,
  lane: $ => $.terms.journey.lane,
  card: $ => $.inspector.card,
  flow: $ => $.terms.journey.handover,
  painPoint: $ => $.terms.journey.painPoint,
  opportunity: $ => $.terms.journey.opportunity,
  action: $ => $.terms.action.action,
  evidence: $ => $.terms.journey.evidence,
  metric: $ => $.terms.metric.metric,
  reading: $ => $.compare.type.reading,
  canvas: $ => $.terms.bmc.canvas,
  note: $ => $.terms.bmc.note,
  placement: $ => $.compare.type.placement,
  link: $ => $.noteInspector.link,
  quantity: $ => $.compare.type.quantity,
  loyalty: $ => $.terms.loyalty.programme,
  assumption: $ => $.terms.journey.assumption,
  checklistRun: $ => $.terms.check.checklist,
  checklistAnswer: $ => $.compare.type.checklistAnswer,
  comment: $ => $.terms.ui.comment,
  snapshot: $ => $.compare.type.snapshot,
  waiver: $ => $.compare.type.waiver,
  asset: $ => $.compare.type.asset,
}

/** 'Touchpoint'; a type of a newer version of the app has no better name than that. */
export const typeWord = (t: T, type: string): string =>
  say(t, Object.hasOwn(names, type) ? names[type as RecordType] : $ => $.compare.type.unknown)
