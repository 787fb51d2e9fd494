/** Runs the rules over a document and sets aside what was waived. Nothing here makes anything up or keeps anything. */
import type { DocumentView } from '../document'
import type { Waiver } from '../model'
import { canvasContext, documentContext, type CanvasContext, type DocumentContext } from './context'
import {
  identityOf,
  severities,
  waivingIn,
  type Finding,
  type Found,
  type Skipped,
  type SkipReason,
} from './finding'
import type { Rule } from './rule'
import { rules as allRules } from './rules'

export interface CheckResult {
  /** What is open: canvas by canvas, errors first, then by rule. */
  readonly findings: readonly Finding[]
  /** What was set aside, with why. */
  readonly waived: readonly { readonly finding: Finding; readonly waiver: Waiver }[]
  readonly skipped: readonly Skipped[]
}

export interface CheckOptions {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string
  /** All of them when left out. */
  readonly rules?: readonly Rule[]
}

/** Checks one canvas, and the segments and assumptions on it. Nothing is found where there is no such canvas. */
export function checkCanvas(document: DocumentView, canvasId: string, options: CheckOptions): CheckResult {
  const common = documentContext(document, options.today)
  const context = canvasContext(common, canvasId)
  return context
    ? run(common, [context], options, finding => finding.records.some(context.covers))
    : { findings: [], waived: [], skipped: [] }
}

/** Checks every canvas, and all segments and assumptions. What several canvases share is told once. */
export function checkDocument(document: DocumentView, options: CheckOptions): CheckResult {
  const common = documentContext(document, options.today)
  const contexts = document.all('canvas').flatMap(({ id }) => canvasContext(common, id) ?? [])
  return run(common, contexts, options, () => true)
}

function run(
  common: DocumentContext,
  contexts: readonly CanvasContext[],
  { rules = allRules }: CheckOptions,
  wanted: (finding: { readonly records: readonly string[] }) => boolean,
): CheckResult {
  const findings = new Map<string, Finding>()
  const skipped: Skipped[] = []
  const take = (rule: string, canvasId: string | null, one: Found) => {
    const records = [...new Set([one.subject, ...(one.others ?? [])])].sort()
    const { severity, slug, subject, params = {} } = one
    const finding: Finding = { rule, severity, slug, subject, records, canvasId, params }
    const identity = identityOf(finding)
    if (!findings.has(identity)) findings.set(identity, finding)
  }
  const skipIn =
    (rule: string, canvasId: string | null) =>
    (why: SkipReason, records: readonly string[] = []) => {
      if (records.length === 0 || wanted({ records })) skipped.push({ rule, why, records, canvasId })
    }
  for (const rule of rules) {
    if (rule.about === 'document') {
      for (const one of rule.run(common, skipIn(rule.id, null))) {
        const records = [one.subject, ...(one.others ?? [])]
        const home = contexts.find(({ covers }) => records.some(covers))
        if (wanted({ records })) take(rule.id, home?.canvas.id ?? null, one)
      }
      continue
    }
    for (const context of contexts) {
      const { canvas, shows } = context
      const skip = skipIn(rule.id, canvas.id)
      if (!rule.blocks.every(shows)) skip('layout')
      else for (const one of rule.run(context, skip)) take(rule.id, canvas.id, one)
    }
  }
  return sorted([...findings.values()], contexts, common.document, skipped)
}

function sorted(
  findings: readonly Finding[],
  contexts: readonly CanvasContext[],
  document: DocumentView,
  skipped: readonly Skipped[],
): CheckResult {
  const canvasIds = contexts.map(({ canvas }) => canvas.id)
  // what is about no canvas comes last
  const place = ({ canvasId }: Finding) =>
    canvasId === null ? canvasIds.length : canvasIds.indexOf(canvasId)
  const inOrder = findings.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
  const waiverOf = waivingIn(document)
  const told = inOrder.map(finding => ({ finding, waiver: waiverOf(finding) }))
  return {
    findings: told.flatMap(({ finding, waiver }) => (waiver ? [] : finding)),
    waived: told.flatMap(({ finding, waiver }) => (waiver ? { finding, waiver } : [])),
    skipped,
  }
}
