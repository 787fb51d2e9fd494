/** The canvas on one sheet of A4 across, as it is looked at. */
import { canvasSheet } from '../../../shared/export/canvasSheet'
import type { T } from '../../../shared/i18n'
import type { Scene } from '../../../shared/layout/scene'
import type { ViewState } from '../../app/view'
import { canvasOf } from '../../document/canvas'
import type { DocumentSession } from '../../document/session'

/** What a sheet leaves for the canvas, mm: A4 across less its margins and the line above. */
const sheet = { width: 281, height: 188 }

interface View extends Pick<ViewState, 'focus' | 'colourBy' | 'questions' | 'showLinks' | 'selection'> {
  readonly t: T
  readonly language: string
}

/** The scene that is printed: focus, colours, questions and links as on screen. Undefined when there is no such canvas. */
export function printedCanvas(session: DocumentSession, canvasId: string, view: View): Scene | undefined {
  const model = canvasOf(session, canvasId)
  if (!model) return undefined
  const { focus, colourBy, questions, showLinks, selection } = view
  const links =
    showLinks === 'all'
      ? model.links
      : showLinks === 'none'
        ? []
        : [...new Set(selection.flatMap(id => model.linksOf(id)))]
  const look = { focus, colourBy, questions, links }
  // paper is white as it is
  return { ...canvasSheet(session.doc, model, look, sheet, view), background: null }
}
