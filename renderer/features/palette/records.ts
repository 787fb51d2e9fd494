/** The records of a document that can be gone to by their title, and how each is brought on screen. */
import {
  ChartPie,
  Columns3,
  Footprints,
  Frown,
  LayoutDashboard,
  Map as MapIcon,
  MessageSquare,
  Radio,
  SquareUser,
  StickyNote,
  type LucideIcon,
} from 'lucide-react'
import type { DocumentView } from '../../../shared/document'
import type { ViewState } from '../../app/view'
import { noteTitle } from '../../../shared/queries'

export interface FoundRecord {
  readonly id: string
  readonly title: string
  /** Where it stands, e.g. 'Research › Compare prices'. */
  readonly where: string
  readonly icon: LucideIcon
  /** The change of view that shows it. */
  readonly goTo: Partial<ViewState>
}

/** Everything with a title that has a place on screen, in the order of the document. */
export function recordsIn(document: DocumentView): FoundRecord[] {
  const found: FoundRecord[] = []
  const add = (
    icon: LucideIcon,
    id: string,
    title: string,
    path: readonly string[],
    goTo: Partial<ViewState>,
  ) => {
    const where = path.filter(Boolean).join(' › ')
    if (title.trim()) found.push({ id, title, where, icon, goTo: { selection: [id], ...goTo } })
  }
  for (const { id, title } of document.all('journey')) {
    add(MapIcon, id, title, [], { ...onBoard(id), selection: [], viewport: null })
  }
  for (const { id, title, journeyId } of document.all('stage')) {
    add(Columns3, id, title, [journeyTitle(document, journeyId)], onBoard(journeyId))
  }
  for (const { id, title, stageId } of document.all('step')) {
    const stage = document.find('stage', stageId)
    if (stage) add(Footprints, id, title, [stage.title], onBoard(stage.journeyId))
  }
  for (const { id, title } of document.all('touchpoint')) {
    const place = placeOf(document, id)
    if (place) add(MessageSquare, id, title, place.path, onBoard(place.journeyId))
  }
  for (const { id, title, touchpointIds } of document.all('painPoint')) {
    const place = touchpointIds.flatMap(one => placeOf(document, one) ?? [])[0]
    if (place) add(Frown, id, title, place.path, onBoard(place.journeyId))
  }
  for (const { id, text, laneId } of document.all('card')) {
    const lane = document.find('lane', laneId)
    if (lane) add(StickyNote, id, text.split('\n', 1)[0] ?? '', [lane.title], onBoard(lane.journeyId))
  }
  for (const { id, title } of document.all('canvas')) {
    add(LayoutDashboard, id, title, [], { ...onCanvas(id), selection: [], canvasViewport: null })
  }
  for (const { noteId, canvasId, trashed } of document.all('placement')) {
    const note = document.find('note', noteId)
    const canvas = document.find('canvas', canvasId)
    if (note && canvas && !trashed)
      add(StickyNote, noteId, noteTitle(document, note), [canvas.title], onCanvas(canvasId))
  }
  for (const { id, title } of document.all('segment')) {
    add(ChartPie, id, title, [], { screen: 'segments', area: 'canvas' })
  }
  for (const { id, title } of document.all('persona')) add(SquareUser, id, title, [], { screen: 'personas' })
  for (const { id, title } of document.all('channel')) add(Radio, id, title, [], { screen: 'channels' })
  return found
}

const onBoard = (journeyId: string): Partial<ViewState> => ({ journeyId, screen: 'board', area: 'journey' })
const onCanvas = (canvasId: string): Partial<ViewState> => ({ canvasId, screen: 'canvas', area: 'canvas' })

const journeyTitle = (document: DocumentView, id: string) => document.find('journey', id)?.title ?? ''

/** The journey of a touchpoint, and the titles on the way down to it. */
function placeOf(document: DocumentView, touchpointId: string) {
  const touchpoint = document.find('touchpoint', touchpointId)
  const step = document.find('step', touchpoint?.stepId)
  const stage = document.find('stage', step?.stageId)
  return step && stage ? { journeyId: stage.journeyId, path: [stage.title, step.title] } : undefined
}
