/** The layout of the canvas on screen, computed once per change and kept for everyone who asks. */
import { useMemo, useSyncExternalStore } from 'react'
import { writtenRange } from '../../../shared/i18n/money'
import {
  layoutCanvas,
  wiresOf,
  type CanvasLabels,
  type CanvasLayout,
  type CanvasOptions,
  type Confidence,
  type NoteDraft,
  type NumberLine,
  type Wire,
} from '../../../shared/layout/canvas'
import {
  noteConfidence,
  type CanvasModel,
  type CanvasQuantities,
  type ResolvedQuantity,
} from '../../../shared/queries'
import { compiledQuantities } from '../../../shared/queries/value/quantities'
import { useFindings } from '../../app/findings/useFindings'
import { useView } from '../../app/useView'
import type { ViewState } from '../../app/view'
import { canvasOf } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import type { DocumentSession } from '../../document/session'
import { useLanguage, useText } from '../../ui/text'
import { canvasLabels } from './canvasWords'
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
  const version = useSyncExternalStore(session.subscribe, () => session.version)
  const numbers = useMemo(
    () => numbersOf(session, canvasId, version, language),
    [session, canvasId, version, language],
  )
  const model = canvasOf(session, canvasId)
  const finding = useFindingOf(canvasId, model)
  const { width, height } = room
  const options = useMemo(
    () => optionsOf({ width, height, labels, focus, colourBy, draft, finding, numbers }),
    [width, height, labels, focus, colourBy, draft, finding, numbers],
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

interface Numbers {
  readonly numberLine: (noteId: string) => NumberLine | null
  readonly confidence: (noteId: string) => Confidence | null
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
  readonly numbers: Numbers
}): CanvasOptions {
  return { ...rest, ...numbers }
}

/** Which number a note shows first: its money, else a price or cost of one, else the first amount of money. */
const first = ['amount', 'price', 'unitCost']

/** What the notes of a canvas say of their numbers, and how sure they are, as it is now. */
export function numbersOf(
  session: DocumentSession,
  canvasId: string,
  _version: number,
  language: string,
): Numbers {
  const model = canvasOf(session, canvasId)
  let quantities: CanvasQuantities | undefined
  return {
    numberLine: noteId => {
      // a segment says how large it is; what it pays stands with its revenue streams
      if (!model || model.note(noteId)?.block === 'customerSegments') return null
      quantities ??= compiledQuantities(session.doc, model)
      const own = quantities.of(noteId)
      const money = own.filter(({ unit, likely }) => likely !== null && /^[A-Z]{3}$/.test(unit))
      const chosen = first.flatMap(name => money.filter(one => one.name === name))[0] ?? money[0]
      return chosen ? lineOf(chosen, language) : null
    },
    confidence: noteId => (model ? noteConfidence(session.doc, model, noteId) : null),
  }
}

/** Numbers as they were written last: on a large canvas writing them anew takes longer than all else that a key does. */
const lines = new Map<string, NumberLine | null>()

function lineOf({ low, likely, high, unit }: ResolvedQuantity, language: string): NumberLine | null {
  const key = [language, unit, low, likely, high].join()
  if (!lines.has(key)) {
    if (lines.size > 2000) lines.clear()
    lines.set(key, writtenRange({ low, likely, high }, unit, language))
  }
  return lines.get(key) ?? null
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
