/** Needs of a segment against what it is offered: which pains are answered, how far, and by what. */
import { journeysIn } from './journeys'
import type { DocumentView } from '../../document'
import type { PainPoint, Persona } from '../../model'
import type { CanvasModel, ModelLink, PlacedNote } from '../canvas/model'
import { norm } from '../norm'

/** A pain of the segment, with what it weighs and how far the offers go. */
export interface FitPain {
  readonly pain: PainPoint
  /** Severity × frequency, × reach where every pain of the segment has a reach; so that they can be compared. */
  readonly weight: number
  /** Its level of the pyramid: its own, else the one its touchpoints have in common; null where there is none. */
  readonly level: string | null
  /** The answers of offers to the segment, strongest first. */
  readonly answers: readonly FitAnswer[]
  /** The strongest answer, 0 not touched … 3 removed; several weak ones are not a strong one. */
  readonly best: number
}

export interface FitAnswer {
  /** The value proposition. */
  readonly noteId: string
  readonly link: ModelLink
  /** 0 … 3; null where nobody has said how far it goes. */
  readonly weight: number | null
}

export interface FitOffer {
  readonly note: PlacedNote
  /** How many of the segment's pains it answers at all. */
  readonly answers: number
}

/** What a persona says, beside the pains: it explains them and takes no links. */
export interface PersonaNeed {
  readonly persona: Persona
  readonly kind: 'need' | 'frustration'
  readonly text: string
}

export interface Coverage {
  readonly pains: number
  readonly answered: number
  /** Percent of the pains' weight that is answered: Σ weight × best ÷ 3 ÷ Σ weight; null without pains. */
  readonly share: number | null
}

export interface Fit {
  /** Those nothing answers first, then the heaviest. */
  readonly pains: readonly FitPain[]
  /** What the segment is offered; those that answer nothing last. */
  readonly offers: readonly FitOffer[]
  readonly needs: readonly PersonaNeed[]
  /** What the segment's people want to get done: goals of its personas, then of the stages of its journeys. */
  readonly jobs: readonly string[]
  readonly coverage: Coverage
  /** By level of the pyramid, base first; `level` null holds the pains on none. */
  readonly byLevel: readonly (Coverage & { readonly level: string | null })[]
}

/** Weighs and ranks pains; see `FitPain.weight`. */
export function weighed(pains: readonly PainPoint[]): { pain: PainPoint; weight: number }[] {
  const everyReach = pains.every(({ reach }) => reach !== null)
  return pains
    .map(pain => ({ pain, weight: pain.severity * pain.frequency * (everyReach ? (pain.reach ?? 1) : 1) }))
    .toSorted((a, b) => b.weight - a.weight)
}

/** How much of the weight of pains is answered; see `Coverage.share`. */
export function coverageOf(pains: readonly Pick<FitPain, 'weight' | 'best'>[]): Coverage {
  const whole = pains.reduce((sum, { weight }) => sum + weight, 0)
  const part = pains.reduce((sum, { weight, best }) => sum + (weight * best) / 3, 0)
  return {
    pains: pains.length,
    answered: pains.filter(({ best }) => best > 0).length,
    share: whole === 0 ? null : (100 * part) / whole,
  }
}

/** Value propositions of the canvas that are offered to a segment. */
export function offersTo(model: CanvasModel, segmentId: string): PlacedNote[] {
  const offered = new Set(
    model
      .linksOf(segmentId)
      .flatMap(({ kind, from, to }) => (kind === 'offers' && to === segmentId ? from : [])),
  )
  return model.inBlock('valuePropositions').filter(({ id }) => offered.has(id))
}

/** Fit of one segment on a canvas. */
export function fitOf(document: DocumentView, model: CanvasModel, segmentId: string): Fit {
  const journeys = journeysIn(document)
  const offered = offersTo(model, segmentId)
  const pains = painsAgainst(document, model, journeys.painsOf(segmentId), offered)
  const offers = offered.map(note => ({
    note,
    answers: pains.filter(({ answers }) => answers.some(one => one.noteId === note.id && one.weight)).length,
  }))
  const personas = document.all('persona').filter(persona => persona.segmentId === segmentId)
  const goals = [
    ...personas.map(({ goal }) => goal),
    ...journeys
      .ofSegment(segmentId)
      .flatMap(({ id }) => document.pointing('stage', 'journeyId', id).map(stage => stage.customerGoal)),
  ]
  const levels = [...document.project().pyramid.map(({ id }) => id), null]
  return {
    pains: [...pains.filter(({ best }) => best === 0), ...pains.filter(({ best }) => best > 0)],
    offers: [...offers.filter(one => one.answers > 0), ...offers.filter(one => one.answers === 0)],
    needs: personas.flatMap(persona => [
      ...persona.frustrations.map(text => ({ persona, kind: 'frustration' as const, text })),
      ...persona.needs.map(text => ({ persona, kind: 'need' as const, text })),
    ]),
    jobs: [...new Map(goals.filter(goal => goal.trim()).map(goal => [norm(goal), goal])).values()],
    coverage: coverageOf(pains),
    byLevel: levels.flatMap(level => {
      const own = pains.filter(pain => pain.level === level)
      return own.length === 0 && level === null ? [] : [{ level, ...coverageOf(own) }]
    }),
  }
}

/** A pain's own level of the pyramid, else the one all its touchpoints have; null when there is none such. */
function levelOfPain(document: DocumentView, { level, touchpointIds }: PainPoint): string | null {
  const known = document.project().pyramid.map(({ id }) => id)
  const among = touchpointIds.map(id => document.find('touchpoint', id)?.level ?? null)
  const common = among.every(one => one === among[0]) ? (among[0] ?? null) : null
  return known.find(id => id === level) ?? known.find(id => id === common) ?? null
}

function painsAgainst(
  document: DocumentView,
  model: CanvasModel,
  pains: readonly PainPoint[],
  offered: readonly PlacedNote[],
): FitPain[] {
  const ids = new Set(offered.map(({ id }) => id))
  return weighed(pains).map(({ pain, weight }) => {
    const answers = model
      .linksOf(pain.id)
      .filter(({ kind, from, to }) => kind === 'addresses' && to === pain.id && ids.has(from))
      .map((link): FitAnswer => ({ noteId: link.from, link, weight: link.weight }))
      .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    return { pain, weight, level: levelOfPain(document, pain), answers, best: answers[0]?.weight ?? 0 }
  })
}

export interface PainRow {
  readonly segmentId: string
  readonly pain: PainPoint
  /** As `FitPain.level`. */
  readonly level: string | null
  readonly best: number
  /** The offers that answer it, strongest first. */
  readonly answers: readonly FitAnswer[]
  /** Value propositions that address it, but are not offered to the segment. */
  readonly notOffered: readonly PlacedNote[]
}

/** Pains of all segments of a canvas from a severity on; those nothing answers first, then the more severe. */
export function painCoverage(document: DocumentView, model: CanvasModel, severity = 4): PainRow[] {
  const { painsOf } = journeysIn(document)
  const rows = model.segments.flatMap(({ id: segmentId }) => {
    const offered = offersTo(model, segmentId)
    const severe = painsOf(segmentId).filter(pain => pain.severity >= severity)
    return painsAgainst(document, model, severe, offered).map(({ pain, level, best, answers }): PainRow => {
      const addressing = new Set(
        model.linksOf(pain.id).flatMap(({ kind, from }) => (kind === 'addresses' ? from : [])),
      )
      const notOffered = model
        .inBlock('valuePropositions')
        .filter(note => addressing.has(note.id) && !offered.includes(note))
      return { segmentId, pain, level, best, answers, notOffered }
    })
  })
  return rows.toSorted((a, b) => Number(a.best > 0) - Number(b.best > 0) || b.pain.severity - a.pain.severity)
}
