/** How one document is being looked at: which journey or canvas, which view, what is selected, where the board stands. */
import { z } from 'zod'
import type { DocumentView } from '../../shared/document'
import type { PageView } from '../../shared/ipc/contract'

export const journeyScreens = ['board', 'table', 'pyramid'] as const
export const canvasScreens = ['canvas', 'segments', 'links', 'numbers', 'options', 'fit'] as const
/** Screens of the document as a whole. */
const pages = ['health', 'comments', 'channels', 'personas'] as const
const screens = [...journeyScreens, ...canvasScreens, ...pages] as const
export type Screen = (typeof screens)[number]

/** What the colour of a note says. */
export const colourings = ['segment', 'phase', 'status', 'confidence', 'option', 'manual'] as const
export type Colouring = (typeof colourings)[number]

const viewport = z.object({ x: z.number(), y: z.number(), zoom: z.number() }).nullable()

const viewState = z.object({
  /** Whether the views above are those of a journey or of a canvas. */
  area: z.enum(['journey', 'canvas']),
  journeyId: z.string().nullable(),
  canvasId: z.string().nullable(),
  screen: z.enum(screens),
  selection: z.array(z.string()).max(5000),
  viewport,
  canvasViewport: viewport,
  sidebar: z.boolean(),
  inspector: z.boolean(),
  /** False hides everything but the board. */
  chrome: z.boolean(),
  /** The segment that is looked at; notes for others stand back. */
  focus: z.string().nullable(),
  colourBy: z.enum(colourings),
  showLinks: z.enum(['selection', 'all', 'none']),
  /** Whether the blocks ask their guiding questions. */
  questions: z.boolean(),
  /** Whether revenue, cost and profit stand below the canvas. */
  results: z.boolean(),
  /** Whether a change of a shared note counts on this canvas only. */
  hereOnly: z.boolean(),
})
export type ViewState = z.infer<typeof viewState>

export function freshView(document: DocumentView): ViewState {
  const journeyId = document.all('journey')[0]?.id ?? null
  const canvasId = document.all('canvas')[0]?.id ?? null
  const area = journeyId === null && canvasId !== null ? 'canvas' : 'journey'
  return {
    area,
    journeyId,
    canvasId,
    screen: area === 'canvas' ? 'canvas' : 'board',
    selection: [],
    viewport: null,
    canvasViewport: null,
    sidebar: true,
    inspector: true,
    chrome: true,
    focus: null,
    colourBy: 'segment',
    showLinks: 'selection',
    questions: true,
    results: true,
    hereOnly: false,
  }
}

/** A remembered view, as far as the document still has what it names; undefined when nothing usable was kept. */
export function restoredView(document: DocumentView, kept: PageView | null): ViewState | undefined {
  const fresh = freshView(document)
  const parsed = viewState.safeParse({ ...fresh, ...kept })
  if (!kept || !parsed.success) return undefined
  const { journeyId, canvasId, focus, selection } = parsed.data
  return {
    ...parsed.data,
    journeyId: document.find('journey', journeyId)?.id ?? fresh.journeyId,
    canvasId: document.find('canvas', canvasId)?.id ?? fresh.canvasId,
    focus: document.find('segment', focus)?.id ?? null,
    selection: selection.filter(id => document.get(id)),
  }
}

const isOf = (list: readonly Screen[], screen: Screen) => list.includes(screen)

/** What changes with the screen: the views above follow it, and a selection of the other kind goes. */
export function showing(screen: Screen, view: ViewState): Partial<ViewState> {
  const area = isOf(journeyScreens, screen) ? 'journey' : isOf(canvasScreens, screen) ? 'canvas' : view.area
  return { screen, area, ...(area === view.area ? {} : { selection: [] }) }
}
