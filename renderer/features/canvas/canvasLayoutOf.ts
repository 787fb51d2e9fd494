/** The layout of the canvas on screen, computed once per change and kept for everyone who asks. */
import { useMemo, useSyncExternalStore } from 'react'
import { canvasLabels } from '../../../shared/export/canvasLabels'
import { noteNumbers, type NoteNumbers } from '../../../shared/export/noteNumbers'
import {
  layoutCanvas,
  wiresOf,
  type CanvasLabels,
  type CanvasLayout,
  type CanvasOptions,
  type NoteDraft,
  type Wire,
} from '../../../shared/layout/canvas'
import { openTalkCounts, type CanvasModel } from '../../../shared/queries'
import { useFindings } from '../../app/findings/useFindings'
import { useView } from '../../app/useView'
import type { ViewState } from '../../app/view'
import { canvasOf } from '../../document/canvas'
import { useConflictsOf } from '../../document/conflicts'
import { useDocument, useSession } from '../../document/hooks'
import type { DocumentSession } from '../../document/session'
import { useLanguage, useText } from '../../ui/text'
import { useCanvasBoard } from './canvasState'

export interface Room {
  readonly width: number
  readonly height: number
}

interface Drawn {
  readonly session: DocumentSession
  readonly options: CanvasOptions
  readonly model: CanvasModel
  readonly layout: CanvasLayout
}

let last: Drawn | undefined

/** The layout as it was last drawn, for keys, menus and drags. */
export const drawnLayout = (): CanvasLayout | undefined => last?.layout

/** The layout for the component that draws it; undefined when the canvas is gone. */
export function useCanvasLayout(
  canvasId: string,
  room: Room,
): { layout: CanvasLayout; model: CanvasModel } | undefined {
  const t = useText()
  const language = useLanguage()
  const session = useSession()
  const { focus, colourBy, questions } = useView('focus', 'colourBy', 'questions')
  const draft = useCanvasBoard(({ writing }) => (writing?.kind === 'draft' ? writing.draft : null))
  const labels = useMemo(() => canvasLabels(t, language, questions), [t, language, questions])
  const model = useSyncExternalStore(session.subscribe, () => canvasOf(session, canvasId))
  const numbers = useMemo(() => noteNumbers(session.doc, model, language), [session, model, language])
  const finding = useFindingOf(canvasId, model)
  const talks = useDocument(openTalkCounts)
  const comments = useMemo(() => (noteId: string) => talks[noteId] ?? 0, [talks])
  const conflicts = useConflictsOf()
  const { width, height } = room
  const options = useMemo(
    () => optionsOf({ width, height, labels, focus, colourBy, draft, finding, comments, conflicts, numbers }),
    [width, height, labels, focus, colourBy, draft, finding, comments, conflicts, numbers],
  )
  return model && { layout: layoutIn(session, model, options), model }
}

/** The layout, built on the one before as far as that is of the same canvas. */
function layoutIn(session: DocumentSession, model: CanvasModel, options: CanvasOptions): CanvasLayout {
  const same = last?.session === session && last.model.canvas.id === model.canvas.id ? last : undefined
  if (same?.model === model && same.options === options) return same.layout
  const layout = layoutCanvas(session.doc, model, options, same?.layout)
  last = { session, options, model, layout }
  return layout
}

/** What the checks say of each note: the worst that leads to it. It comes a moment after a change. */
function useFindingOf(canvasId: string, model: CanvasModel | undefined) {
  const { findings } = useFindings(canvasId)
  const worst = new Map<string, 'error' | 'warning'>()
  for (const { severity, subject } of findings) {
    const id = model?.noteOf(subject)?.id ?? subject
    if (severity === 'error' || (severity === 'warning' && !worst.has(id))) worst.set(id, severity)
  }
  // the same findings are the same function, so that nothing is laid out anew
  const key = JSON.stringify([...worst])
  return useMemo(() => {
    const known = new Map(JSON.parse(key) as [string, 'error' | 'warning'][])
    return (noteId: string) => known.get(noteId) ?? null
  }, [key])
}

function optionsOf({
  numbers,
  ...rest
}: Room & {
  readonly labels: CanvasLabels
  readonly focus: string | null
  readonly colourBy: ViewState['colourBy']
  readonly draft: NoteDraft | null
  readonly finding: (noteId: string) => 'error' | 'warning' | null
  readonly comments: (noteId: string) => number
  readonly conflicts: (noteId: string) => number
  readonly numbers: NoteNumbers
}): CanvasOptions {
  return { ...rest, ...numbers }
}

/** The lines to draw: of what is selected, all, or none. */
export function useWires(layout: CanvasLayout, model: CanvasModel): readonly Wire[] {
  const { showLinks, selection } = useView('showLinks', 'selection')
  return useMemo(() => {
    if (showLinks === 'none') return []
    if (showLinks === 'all') return wiresOf(layout, model, model.links)
    const links = new Set(selection.flatMap(id => model.linksOf(id)))
    return wiresOf(layout, model, [...links])
  }, [layout, model, showLinks, selection])
}
