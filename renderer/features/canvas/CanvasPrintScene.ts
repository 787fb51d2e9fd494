/** The canvas on one sheet of A4 across: as large as a sheet lets it be. */
import type { T } from '../../../shared/i18n'
import { layoutCanvas, paintCanvas, type CanvasOptions } from '../../../shared/layout/canvas'
import type { Scene } from '../../../shared/layout/scene'
import type { ViewState } from '../../app/view'
import { canvasOf } from '../../document/canvas'
import type { DocumentSession } from '../../document/session'
import { numbersOf } from './canvasLayoutOf'
import { canvasLabels } from './canvasWords'

/** What a sheet leaves for the canvas, mm: A4 across less its margins and the line above. */
const sheet = { width: 281, height: 188 }
/** Widths of the board that are tried, px at 100 %; with a wider one blocks get lower and all of it smaller. */
const widths = [960, 1120, 1280, 1440, 1640, 1880, 2160, 2520, 3000]

interface View extends Pick<ViewState, 'focus' | 'colourBy' | 'questions' | 'showLinks' | 'selection'> {
  readonly t: T
  readonly language: string
}

/** The scene that is printed: focus, colours, questions and links as on screen. Undefined when there is no such canvas. */
export function printedCanvas(session: DocumentSession, canvasId: string, view: View): Scene | undefined {
  const model = canvasOf(session, canvasId)
  if (!model) return undefined
  const { t, language, focus, colourBy, questions, showLinks, selection } = view
  const links =
    showLinks === 'all'
      ? model.links
      : showLinks === 'none'
        ? []
        : [...new Set(selection.flatMap(id => model.linksOf(id)))]
  const options: Omit<CanvasOptions, 'width' | 'height'> = {
    ...numbersOf(session, canvasId, session.version, language),
    labels: canvasLabels(t, language, questions),
    focus,
    colourBy,
    links,
  }
  const scenes = widths.map((width): Scene => {
    const height = Math.round((width * sheet.height) / sheet.width) - 88
    // paper is white as it is
    return {
      ...paintCanvas(layoutCanvas(session.doc, model, { ...options, width, height })),
      background: null,
    }
  })
  const scale = ({ width, height }: Scene) => Math.min(sheet.width / width, sheet.height / height)
  return scenes.reduce((best, scene) => (scale(scene) > scale(best) ? scene : best))
}
