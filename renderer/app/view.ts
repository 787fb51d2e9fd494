/** How one document is being looked at: which journey, which view, what is selected, where the board stands. */
import { z } from 'zod'
import type { DocumentView } from '../../shared/document'
import type { PageView } from '../../shared/ipc/contract'

export const screens = ['board', 'table', 'pyramid', 'channels', 'personas'] as const
export type Screen = (typeof screens)[number]

const viewState = z.object({
  journeyId: z.string().nullable(),
  screen: z.enum(screens),
  selection: z.array(z.string()).max(5000),
  viewport: z.object({ x: z.number(), y: z.number(), zoom: z.number() }).nullable(),
  sidebar: z.boolean(),
  inspector: z.boolean(),
  /** False hides everything but the board. */
  chrome: z.boolean(),
})
export type ViewState = z.infer<typeof viewState>

export function freshView(document: DocumentView): ViewState {
  return {
    journeyId: document.all('journey')[0]?.id ?? null,
    screen: 'board',
    selection: [],
    viewport: null,
    sidebar: true,
    inspector: true,
    chrome: true,
  }
}

/** A remembered view, as far as the document still has what it names; undefined when nothing usable was kept. */
export function restoredView(document: DocumentView, kept: PageView | null): ViewState | undefined {
  const parsed = viewState.safeParse(kept)
  if (!parsed.success) return undefined
  const journey = document.find('journey', parsed.data.journeyId) ?? document.all('journey')[0]
  return {
    ...parsed.data,
    journeyId: journey?.id ?? null,
    selection: parsed.data.selection.filter(id => document.get(id)),
  }
}
