/** The sentence for a finding, in the reader's language. Names are looked up when it is said, so they are never old. */
import type { DocumentView } from '../document'
import type { T } from '../i18n'
import type { ChannelPhase } from '../model/channel'
import { bmcBlocks } from '../model/note'
import { noteTitle, withOverrides } from '../queries/canvas/model'
import type { Finding, FindingParams, Severity, SkipReason } from './finding'

/** Longer names are cut in sentences; they stand in full where the finding leads. */
const longest = 80

/** "No resource or activity makes “Fresh bread” possible." */
export function findingText(t: T, document: DocumentView, finding: Finding): string {
  const [reason = ''] = finding.slug.split('.')
  const params: Record<string, unknown> = Object.fromEntries(
    Object.entries(finding.params).map(([param, value]) => [
      param,
      worded(t, document, finding.canvasId, param, value),
    ]),
  )
  return t($ => $.checks[finding.rule as 'L01'][reason as 'noOffer'], params)
}

/** What a rule sees to: "Something for every segment". */
export const ruleTitle = (t: T, rule: string): string => t($ => $.checks[rule as 'L01'].title)

export const severityText = (t: T, severity: Severity): string => t($ => $.checks.severity[severity])

/** Why a rule was not checked. */
export const skipText = (t: T, why: SkipReason): string => t($ => $.checks.skipped[why])

/**
 * What a record is called on a canvas, as a finding names it.
 * @param canvasId whose wording counts; null takes the record's own
 */
export function findingName(t: T, document: DocumentView, canvasId: string | null, id: string): string {
  const name = nameOf(document, canvasId, id).replaceAll(/\s+/g, ' ').trim()
  if (name === '') return t($ => $.checks.unnamed)
  return name.length > longest ? `${[...name].slice(0, longest - 1).join('')}…` : name
}

function nameOf(document: DocumentView, canvasId: string | null, id: string): string {
  const note = document.find('note', id)
  if (note) {
    const placement = document.pointing('placement', 'noteId', id).find(one => one.canvasId === canvasId)
    return noteTitle(document, placement ? withOverrides(note, placement) : note)
  }
  const record = document.get(id)
  const named = [record?.['title'], record?.['text'], record?.['name']]
  return (named.find(one => typeof one === 'string' && one !== '') as string | undefined) ?? ''
}

/** A value as its parameter is read: ids become names, words of closed lists those of the language. */
function worded(
  t: T,
  document: DocumentView,
  canvasId: string | null,
  param: string,
  value: FindingParams[string],
): string | number | readonly string[] {
  const name = (id: string) => findingName(t, document, canvasId, id)
  if (typeof value === 'string') {
    if (param === 'block') return blockName(t, value)
    return ['name', 'segment', 'pain'].includes(param) ? name(value) : value
  }
  if (typeof value === 'number') return value
  switch (param) {
    case 'names':
      return value.map(name)
    case 'phases':
      return value.map(phase => t($ => $.people.phase[phase as ChannelPhase]))
    case 'tests':
      return value.map(test => t($ => $.checks.test[test as 'measurable']))
    case 'judgements':
      return value.map(judgement => t($ => $.terms.segment[judgement as 'largeEnough']))
    default:
      return value
  }
}

const blockName = (t: T, block: string): string =>
  bmcBlocks.some(one => one === block)
    ? t($ => $.terms.bmc[block as 'channels'])
    : t($ => $.canvas.blocks[block as 'problem'])
