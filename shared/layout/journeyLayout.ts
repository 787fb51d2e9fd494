/**
 * Where everything on a journey map lies: a pure function from records to boxes, lines and curves. The board, the
 * thumbnail and every export paint what it returns (DESIGN idea 4).
 */
import type { DocumentView } from '../document'
import type { Journey, Stage, Step } from '../model'
import type { LaneRole } from '../model/lane'
import type { Box, Column, EmptyContent, JourneyLayout, Lane, StageContent } from './boxes'
import { columnContent, type ColumnContent, type ColumnContext, type LaneSpec } from './columnContent'
import { emptyContent, stageContent } from './contents'
import { emotionLane } from './emotionCurve'
import { flowArrows } from './flowArrows'
import type { LayoutOptions } from './labels'
import { placedBoxes, spanningBoxes } from './placing'
import { measures as m } from './measures'
import { fit, measure, wrap } from './textMeasure'
import { unplacedBoxes } from './unplaced'

/** Lanes of a journey that has no lane records. */
const usualLanes: readonly LaneRole[] = ['touchpoints', 'emotion', 'pains', 'frontstage', 'backstage']
const backstageRoles: readonly LaneRole[] = ['backstage', 'support', 'systems']

/** What a layout keeps for the next one of the same journey. */
interface Memory {
  readonly shared: readonly unknown[]
  readonly contents: ReadonlyMap<string, ColumnContent>
  readonly columns: ReadonlyMap<string, { readonly content: ColumnContent; readonly column: Column }>
  readonly laneTops: readonly number[]
  readonly spanning: readonly boolean[]
}
const memories = new WeakMap<JourneyLayout, Memory>()

/**
 * Lays out one journey.
 * @param before an earlier layout of the same journey: whatever did not change since is taken over as the same objects
 * @returns boxes in px at 100 %; equal records give an equal layout, with or without `before`
 * @throws when the document has no such journey
 */
export function layoutJourney(
  document: DocumentView,
  journeyId: string,
  options: LayoutOptions,
  before?: JourneyLayout,
): JourneyLayout {
  const journey = document.find('journey', journeyId)
  if (!journey) throw new Error(`there is no journey ${journeyId}`)
  const { labels } = options
  const context: ColumnContext = {
    document,
    journeyId,
    labels,
    personaId: options.personaId ?? null,
    placeholders: options.placeholders ?? false,
    comments: options.comments ?? false,
    conflicts: options.conflicts ?? (() => 0),
    lanes: lanesOf(document, journeyId, options),
    personaIds: journey.personaIds,
    pyramid: document.all('project')[0]?.pyramid ?? [],
  }
  const remembered = before && memories.get(before)
  const shared = sharedSources(context)
  const memory = remembered && sameItems(remembered.shared, shared) ? remembered : undefined

  const stages = document.pointing('stage', 'journeyId', journeyId)
  const slots = stages
    .flatMap(stage => slotsOf(document, stage))
    .map((slot, at): Slot => ({ ...slot, x: m.labelWidth + at * m.columnPitch }))
  const contents = slots.map(({ step }, at) =>
    step ? columnContent(context, step, slots.length - at, memory?.contents.get(step.id)) : undefined,
  )

  const spanning = context.lanes.map((_, at) =>
    contents.some(content => content?.cells[at]?.items.some(item => item.span > 1) ?? false),
  )
  const loose: Box[] = []
  const lanes: Lane[] = []
  let visibility: JourneyLayout['visibility'] = null
  let y: number = m.headerHeight
  context.lanes.forEach((lane, at) => {
    if (!visibility && lanes.length > 0 && backstageRoles.includes(lane.role)) {
      visibility = {
        y: y + m.visibilityGap / 2,
        title: fit(labels.lineOfVisibility, m.labelWidth - 16, 'visibility'),
      }
      y += m.visibilityGap
    }
    let content = 0
    if (spanning[at]) {
      const placed = spanningBoxes(lane, at, y, slots, contents)
      loose.push(...placed.boxes)
      content = placed.height
    } else for (const each of contents) content = Math.max(content, each?.cells[at]?.height ?? 0)
    const height = laneHeight(lane.role, content)
    lanes.push({ ...lane, y, height })
    y += height
  })

  const laneTops = keptIfSame(
    memory?.laneTops,
    lanes.map(lane => lane.y),
  )
  const keepBoxes = memory && laneTops === memory.laneTops && sameItems(memory.spanning, spanning)
  const columns = slots.map(({ stage, step, x }, at): Column => {
    const content = contents[at]
    const header = { y: m.stepTop, width: m.columnWidth, height: m.stepHeight, laneId: null, x }
    if (!step || !content) {
      const add = emptyContent('step', labels, context.placeholders)
      const id = `${stage.id}.step`
      const box: Box<EmptyContent> = { id, recordId: stage.id, stepId: null, content: add, ...header }
      return { stepId: null, stageId: stage.id, x, width: m.columnWidth, header: box, boxes: [] }
    }
    const old = keepBoxes ? memory.columns.get(step.id) : undefined
    if (old?.content === content && old.column.x === x && old.column.stageId === stage.id) return old.column
    return {
      stepId: step.id,
      stageId: stage.id,
      x,
      width: m.columnWidth,
      header: { id: step.id, recordId: step.id, stepId: step.id, content: content.header, ...header },
      boxes: placedBoxes(step.id, x, lanes, content, spanning),
    }
  })

  const right = m.labelWidth + slots.length * m.columnPitch
  const unplaced = unplacedBoxes(context, lanes, y, Math.max(1, slots.length))
  if (unplaced) {
    lanes.push(unplaced.lane)
    loose.push(...unplaced.boxes)
    y += unplaced.lane.height
  }
  const emotion = lanes.find(lane => lane.role === 'emotion')
  const feelings = slots.map(({ x }, at) => ({ x, feelings: contents[at]?.feelings ?? [] }))
  const layout: JourneyLayout = {
    journeyId,
    width: Math.max(right + (context.placeholders ? m.columnPitch : 0), m.labelWidth + m.columnPitch),
    height: y,
    corner: cornerBox(document, journey, context.personaId),
    stages: stageBoxes(context, stages, slots, contents, right),
    columns,
    lanes,
    loose,
    visibility,
    emotion: emotion ? emotionLane(document, journey, emotion, feelings, context.personaId, labels) : null,
    arrows: flowArrows(
      document,
      columns,
      lanes.find(lane => lane.role === 'touchpoints'),
    ),
  }
  memories.set(layout, {
    shared,
    contents: mapped(slots, contents, content => content),
    columns: mapped(slots, contents, (content, at) => ({ content, column: columns[at]! })),
    laneTops,
    spanning,
  })
  return layout
}

interface Slot {
  readonly stage: Stage
  readonly step: Step | undefined
  readonly x: number
}

/** The columns of a stage, not yet in place: one per step, or an empty one. */
function slotsOf(document: DocumentView, stage: Stage) {
  const steps: readonly (Step | undefined)[] = document.pointing('step', 'stageId', stage.id)
  return (steps.length ? steps : [undefined]).map(step => ({ stage, step }))
}

function lanesOf(document: DocumentView, journeyId: string, { labels }: LayoutOptions): LaneSpec[] {
  const records = document.pointing('lane', 'journeyId', journeyId)
  if (records.length === 0)
    return usualLanes.map(role => ({ id: role, role, title: titleOf(labels.lanes[role]) }))
  return records
    .filter(lane => lane.shown)
    .map(({ id, role, title }) => ({ id, role, title: titleOf(title || labels.lanes[role]) }))
}

const titleOf = (text: string) => fit(text, m.labelWidth - 2 * m.labelPadding, 'laneTitle')

function laneHeight(role: LaneRole, content: number): number {
  if (role === 'emotion') return m.emotionHeight
  if (role === 'touchpoints') return Math.max(m.touchpointMin, content + m.addRoom)
  return Math.max(role === 'pains' ? m.painMin : role === 'backstage' ? m.textMin + 6 : m.textMin, content)
}

function stageBoxes(
  context: ColumnContext,
  stages: readonly Stage[],
  slots: readonly Slot[],
  contents: readonly (ColumnContent | undefined)[],
  right: number,
): Box<StageContent | EmptyContent>[] {
  const { labels } = context
  const row = { y: 0, height: m.stageHeight, laneId: null, stepId: null }
  let next = 0
  const boxes: Box<StageContent | EmptyContent>[] = stages.map(stage => {
    const first = next
    while (slots[next]?.stage === stage) next++
    const count = next - first
    const width = count * m.columnPitch - 1
    const emotions = contents.slice(first, first + count).flatMap(content => content?.emotions ?? [])
    const mean = emotions.length ? emotions.reduce((sum, each) => sum + each, 0) / emotions.length : null
    const content = stageContent(stage, width, mean, labels, context.conflicts(stage.id))
    return { id: stage.id, recordId: stage.id, x: slots[first]?.x ?? right, width, content, ...row }
  })
  if (context.placeholders) {
    const content = emptyContent('stage', labels, true)
    const id = `${context.journeyId}.stage`
    boxes.push({ id, recordId: context.journeyId, x: right, width: m.columnWidth, content, ...row })
  }
  return boxes
}

function cornerBox(
  document: DocumentView,
  journey: Journey,
  personaId: string | null,
): JourneyLayout['corner'] {
  const persona = document.find('persona', personaId ?? journey.personaIds[0])
  const width = m.labelWidth - 2 * m.labelPadding
  return {
    id: `${journey.id}.corner`,
    recordId: journey.id,
    laneId: null,
    stepId: null,
    x: 0,
    y: 0,
    width: m.labelWidth,
    height: m.headerHeight,
    content: {
      kind: 'corner',
      title: persona ? shortName(persona.title, width - 20) : '',
      lines: wrap(journey.scenario || journey.summary, width, 'cornerText', persona ? 4 : 5),
    },
  }
}

/** As much of 'Martina, 38, two children' as fits, whole parts where that can be. */
function shortName(name: string, width: number): string {
  const parts = name.split(', ')
  for (let count = parts.length; count > 0; count--) {
    const part = parts.slice(0, count).join(', ')
    if (measure(part, 'cornerTitle') <= width) return part
  }
  return fit(parts[0] ?? '', width, 'cornerTitle')
}

/** Everything outside the steps that the content of a column depends on. */
const sharedSources = (context: ColumnContext): readonly unknown[] => [
  context.labels,
  context.personaId,
  context.placeholders,
  context.comments,
  context.journeyId,
  ...context.pyramid.map(level => level.id),
  '/',
  ...context.lanes.flatMap(lane => [lane.id, lane.role]),
]

function sameItems(a: readonly unknown[], b: readonly unknown[]) {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

const keptIfSame = (old: readonly number[] | undefined, now: readonly number[]) =>
  old && sameItems(old, now) ? old : now

function mapped<T>(
  slots: readonly Slot[],
  contents: readonly (ColumnContent | undefined)[],
  make: (content: ColumnContent, at: number) => T,
): Map<string, T> {
  const result = new Map<string, T>()
  slots.forEach(({ step }, at) => {
    const content = contents[at]
    if (step && content) result.set(step.id, make(content, at))
  })
  return result
}
