/** Words for the values of fields that name one of a closed list. */
import type { T } from '../i18n'
import { bmcBlocks } from '../model/note'
import { say, type Selector } from './selector'

/** By `type.field` or, where it is the same everywhere, by field; each gives the text of one value. */
const worded: Readonly<Record<string, (value: string) => Selector>> = {
  'assumption.status': value => $ => $.health.assume.status[value as 'testing'],
  'canvas.arrangement': value => $ => $.canvasScreen.arrangement[value as 'list'],
  'canvas.kind': value => $ => $.canvasScreen.layoutNames[value as 'bmc'],
  'canvas.state': value => $ => $.options.state[value as 'option'],
  'channel.kind': value => $ => $.people.kinds[value as 'digital'],
  'channel.owner': value => $ => $.people.owners[value as 'own'],
  'checklistAnswer.answer': value => $ => $.terms.check[value as 'yes'],
  'evidence.kind': value => $ => $.inspector.evidenceKind[value as 'quote'],
  'experience.basis': value => $ => $.inspector.basis[value as 'measured'],
  'flow.kind': value => $ => $.inspector.flowKind[value as 'loop'],
  'journey.state': value => $ => $.inspector.states[value as 'current'],
  'journey.status': value => $ => $.inspector.status[value as 'draft'],
  'lane.role': value => $ => $.board.lanes[value as 'customer'],
  'link.kind': value => $ => $.linkWords[value as 'offers'].from,
  'note.status': value => $ => $.canvas.status[value as 'idea'].title,
  'opportunity.status': value => $ => $.inspector.opportunityStatus[value as 'open'],
  'quantity.per': value =>
    value === 'none' ? $ => $.quantities.perNone : $ => $.quantities.per[value as 'year'],
  'segment.role': value => $ => $.segments.roles[value as 'user'],
  'segmentDependency.kind': value => $ => $.segments.dependency[value as 'supplies'],
  'action.status': value =>
    ({
      planned: ($ => $.terms.action.statusPlanned) as Selector,
      inProgress: ($ => $.terms.action.statusInProgress) as Selector,
      blocked: ($ => $.terms.action.statusBlocked) as Selector,
      done: ($ => $.terms.action.statusDone) as Selector,
    })[value as 'done'],
  area: value => $ => $.terms.area[value as 'marketing'],
  basis: value => $ => $.quantities.basis[value as 'guess'],
  benefit: value => $ => $.inspector.benefits[value as 'loyalty'],
  block: value =>
    bmcBlocks.some(block => block === value)
      ? $ => $.terms.bmc[value as 'channels']
      : $ => $.canvas.blocks[value as 'problem'],
  buyingRole: value => $ => $.people.buyingRoles[value as 'user'],
  causeLayer: value => $ => $.inspector.causeLayer[value as 'product'],
  completeness: value => $ => $.inspector.completeness[value as 'full'],
  direction: value => $ => $.compare.value[value as 'higherIsBetter'],
  lifecycle: value => $ => $.terms.lifecycle[value as 'use'],
  marketType: value => $ => $.terms.market[value as 'mass'],
  method: value => $ => $.compare.value[value as 'mean'],
  'metric.kind': value =>
    value === 'custom'
      ? $ => $.compare.value.custom
      : value === 'retention'
        ? $ => $.terms.metric.retentionRate
        : $ => $.terms.metric[value as 'csat'],
  mode: value => $ => $.terms.cx[value as 'reactive'],
  pattern: value => $ => $.segments.patterns[value as 'solid'],
  period: value => $ => $.noteInspector.periods[value as 'year'],
  personalisation: value => $ => $.inspector.personalisation[value as 'segment'],
  phases: value => $ => $.people.phase[value as 'purchase'],
  relationship: value =>
    value === 'both'
      ? $ => $.noteInspector.both
      : value === 'B2B'
        ? $ => $.terms.segment.b2b
        : $ => $.terms.segment.b2c,
  reward: value => $ => $.segments.rewards[value as 'financial'],
  sizeBasis: value => $ => $.segments.basis[value as 'guess'],
  source: value => $ => $.terms.area[value as 'ownExperience'],
}

/** The word for one value of a closed list; what the list of today does not have stands as it is. */
export function choiceWord(t: T, type: string, field: string, value: string): string {
  const key = `${type}.${field}`
  const table = Object.hasOwn(worded, key)
    ? worded[key]
    : Object.hasOwn(worded, field)
      ? worded[field]
      : undefined
  return table ? say(t, table(value)) : value
}
