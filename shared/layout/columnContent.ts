/** Everything one step shows, lane by lane, before it has a place; kept as long as the records it came from. */
import type { DocumentView } from '../document'
import type { Card, Evidence, Experience, PainPoint, RawRecord, Step, System, Touchpoint } from '../model'
import type { LaneRole } from '../model/lane'
import { openTalks } from '../queries/comments'
import type { BoxContent, StepContent } from './boxes'
import {
  cardContent,
  emptyContent,
  feelingOf,
  painContent,
  stepContent,
  textContent,
  touchpointContent,
  type Feeling,
  type Sized,
} from './contents'
import type { BoardLabels } from './labels'
import { measures as m } from './measures'

export interface LaneSpec {
  readonly id: string
  readonly role: LaneRole
  readonly title: string
}

/** What all columns of one layout share. */
export interface ColumnContext {
  readonly document: DocumentView
  readonly journeyId: string
  readonly labels: BoardLabels
  readonly personaId: string | null
  readonly placeholders: boolean
  /** Whether cards count the open comments on them. */
  readonly comments: boolean
  /** How many fields of a record are in conflict. */
  readonly conflicts: (recordId: string) => number
  readonly lanes: readonly LaneSpec[]
  readonly personaIds: readonly string[]
  readonly pyramid: readonly { readonly id: string }[]
}

export interface Item {
  readonly id: string
  readonly recordId: string
  readonly content: BoxContent
  readonly span: number
  /** From the top of the cell, px. */
  readonly y: number
  readonly height: number
}

export interface Cell {
  readonly items: readonly Item[]
  /** px, with the padding above and below */
  readonly height: number
}

export interface ColumnFeeling {
  readonly touchpointId: string
  /** From the column's left edge, px. */
  readonly x: number
  readonly momentOfTruth: boolean
  /** Whose contact it is; empty is every persona's. */
  readonly onlyFor: readonly string[]
  readonly experiences: readonly Experience[]
  /** As the chosen persona, or everybody, feels it. */
  readonly shown: Feeling | undefined
}

export interface ColumnContent {
  /** The records this came from: the same ones give the same content. */
  readonly sources: readonly unknown[]
  readonly header: StepContent
  /** In the order of the lanes. */
  readonly cells: readonly Cell[]
  readonly feelings: readonly ColumnFeeling[]
  /** Every emotion that counts towards the stage's mean. */
  readonly emotions: readonly number[]
}

interface Contact {
  readonly touchpoint: Touchpoint
  readonly experiences: readonly Experience[]
  readonly pains: readonly PainPoint[]
  readonly systems: readonly System[]
  readonly quotes: readonly Evidence[]
  /** Open ones. */
  readonly comments: number
}

/**
 * @param room how many columns there are from this one to the right end
 * @param before the content of this step in an earlier layout of the same context
 * @returns `before` itself when nothing it came from has changed
 */
export function columnContent(
  context: ColumnContext,
  step: Step,
  room: number,
  before: ColumnContent | undefined,
): ColumnContent {
  const { document, journeyId, lanes } = context
  const shows = (role: LaneRole) => lanes.some(lane => lane.role === role)
  const withQuotes = shows('quotes')
  const withSystems = shows('systems')
  const conflicts = context.conflicts(step.id)
  const sources: unknown[] = [step, room, conflicts]
  const contacts: Contact[] = []
  for (const touchpoint of document.pointing('touchpoint', 'stepId', step.id)) {
    const experiences = document.pointing('experience', 'touchpointId', touchpoint.id)
    const pains = document
      .pointing('painPoint', 'touchpointIds', touchpoint.id)
      .filter(pain => homeOf(document, pain, journeyId) === touchpoint.id)
    const systems = withSystems ? touchpoint.systemIds.flatMap(id => document.find('system', id) ?? []) : []
    const quotes = withQuotes ? quotesOf(document, touchpoint.id) : []
    const comments = context.comments ? openTalks(document, touchpoint.id) : 0
    contacts.push({ touchpoint, experiences, pains, systems, quotes, comments })
    sources.push(touchpoint, document.get(touchpoint.channelId), comments, context.conflicts(touchpoint.id))
    for (const list of [experiences, pains, systems, quotes]) for (const record of list) sources.push(record)
  }
  const quotes = withQuotes ? quotesOf(document, step.id) : []
  const cards = document.pointing('card', 'stepId', step.id)
  sources.push(...quotes, ...cards, ...cards.map(card => context.conflicts(card.id)))
  if (before && same(before.sources, sources)) return before

  const feelings = contacts.map(({ touchpoint, experiences }, at) => ({
    touchpointId: touchpoint.id,
    x: Math.round((m.columnWidth * (at + 1)) / (contacts.length + 1)),
    momentOfTruth: touchpoint.momentOfTruth,
    onlyFor: touchpoint.personaIds,
    experiences,
    shown: feelingOf(experiences, context.personaId),
  }))
  return {
    sources,
    header: stepContent(step, context.labels, conflicts),
    cells: lanes.map(lane => cellOf(context, lane, step, contacts, quotes, cards, room, feelings)),
    feelings,
    emotions: feelings.flatMap(({ experiences, shown }) =>
      (context.personaId ? [shown] : experiences).flatMap(each => each?.emotion ?? []),
    ),
  }
}

function same(a: readonly unknown[], b: readonly unknown[]) {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

/** A pain of several touchpoints stands under the first of them that is on this map. */
function homeOf(document: DocumentView, pain: PainPoint, journeyId: string): string | undefined {
  if (pain.touchpointIds.length === 1) return pain.touchpointIds[0]
  return pain.touchpointIds.find(id => {
    const step = document.find('step', document.find('touchpoint', id)?.stepId)
    return document.find('stage', step?.stageId)?.journeyId === journeyId
  })
}

const quotesOf = (document: DocumentView, id: string) =>
  document
    .pointing('evidence', 'targetIds', id)
    .filter(each => each.kind === 'quote' || each.kind === 'interview')

function cellOf(
  context: ColumnContext,
  lane: LaneSpec,
  step: Step,
  contacts: readonly Contact[],
  quotes: readonly Evidence[],
  cards: readonly Card[],
  room: number,
  feelings: readonly ColumnFeeling[],
): Cell {
  const { document, labels, pyramid, placeholders } = context
  const stack = new Stack(lane.role)
  const text = (record: RawRecord, field: string, words: string, id = `${record.id}.${field}`) => {
    const sized = textContent(field, words)
    if (sized) stack.add(id, record.id, sized)
  }
  // a second lane of a role, as a merge can leave one, shows its own cards alone: nothing stands on a map twice
  const role = context.lanes.find(each => each.role === lane.role) === lane ? lane.role : 'custom'
  switch (role) {
    case 'touchpoints':
      contacts.forEach(({ touchpoint, comments }, at) =>
        stack.add(
          touchpoint.id,
          touchpoint.id,
          touchpointContent(document, labels, touchpoint, feelings[at]?.shown, pyramid, {
            comments,
            conflicts: context.conflicts(touchpoint.id),
          }),
        ),
      )
      if (placeholders && contacts.length === 0) {
        const content = emptyContent('touchpoint', labels, true)
        stack.add(`${step.id}.touchpoint`, step.id, { content, height: 52 })
      }
      break
    case 'pains':
      for (const { pains } of contacts) {
        for (const pain of pains) stack.add(pain.id, pain.id, painContent(pain, labels))
      }
      break
    case 'customer':
      text(step, 'customerAction', step.customerAction)
      break
    case 'thoughts':
      text(step, 'thought', step.thought)
      break
    case 'quotes':
      for (const quote of new Set([...contacts.flatMap(each => each.quotes), ...quotes])) {
        text(quote, 'text', quote.text, `${step.id}.${quote.id}`)
      }
      break
    case 'frontstage':
    case 'backstage':
      for (const { touchpoint } of contacts) text(touchpoint, role, touchpoint[role])
      break
    case 'systems':
      for (const system of new Set(contacts.flatMap(each => each.systems))) {
        text(system, 'title', system.title, `${step.id}.${system.id}`)
      }
      break
    case 'emotion':
    case 'pictures':
    case 'support':
    case 'custom':
      break
  }
  for (const card of cards) {
    if (card.laneId !== lane.id) continue
    const span = Math.min(card.span, room)
    stack.add(card.id, card.id, cardContent(card, spanWidth(span), context.conflicts(card.id)), span)
  }
  return stack.cell()
}

/** The width of a card across `span` columns, px. */
export const spanWidth = (span: number) => m.cardWidth + (span - 1) * m.columnPitch

/** From the top of a lane to its first item, px. */
export const cellTop = (role: LaneRole) =>
  role === 'touchpoints'
    ? m.cellTop
    : role === 'pains'
      ? m.painTop
      : role === 'backstage'
        ? m.cellTop
        : m.textTop

/** Between two items of a lane, px. */
export const gapBetween = (a: BoxContent['kind'], b: BoxContent['kind']) =>
  a === 'text' && b === 'text' ? m.textGap : m.cardGap

class Stack {
  readonly #items: Item[] = []
  readonly #role: LaneRole

  constructor(role: LaneRole) {
    this.#role = role
  }

  add(id: string, recordId: string, { content, height }: Sized<BoxContent>, span = 1) {
    const last = this.#items.at(-1)
    const y = last ? last.y + last.height + gapBetween(last.content.kind, content.kind) : cellTop(this.#role)
    this.#items.push({ id, recordId, content, span, y, height })
  }

  cell(): Cell {
    const last = this.#items.at(-1)
    return { items: this.#items, height: last ? last.y + last.height + m.cellBottom : 0 }
  }
}
