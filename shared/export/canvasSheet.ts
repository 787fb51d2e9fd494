/** A canvas on a sheet: as large as the sheet lets it be. */
import type { DocumentView } from '../document'
import type { T } from '../i18n'
import { layoutCanvas, paintCanvas, type CanvasColouring, type CanvasOptions } from '../layout/canvas'
import type { Scene } from '../layout/scene'
import type { CanvasModel, ModelLink } from '../queries'
import { canvasLabels } from './canvasLabels'
import { noteNumbers } from './noteNumbers'

/** How a canvas is looked at. */
export interface CanvasLook {
  /** The segment whose notes stand out. */
  readonly focus: string | null
  readonly colourBy: CanvasColouring
  /** Whether the guiding questions are there. */
  readonly questions: boolean
  readonly links: readonly ModelLink[]
}

/** Widths of the board that are tried, px at 100 %; with a wider one blocks get lower and all of it smaller. */
const widths = [960, 1120, 1280, 1440, 1640, 1880, 2160, 2520, 3000]

/** Above and below the blocks: title, legend, credit line; px. */
const rest = 88

/**
 * The canvas with its title, legend and credit line.
 * @param sheet the room to fill; only its shape counts
 */
export function canvasSheet(
  document: DocumentView,
  model: CanvasModel,
  { questions, ...look }: CanvasLook,
  sheet: { readonly width: number; readonly height: number },
  { t, language }: { readonly t: T; readonly language: string },
): Scene {
  const options: Omit<CanvasOptions, 'width' | 'height'> = {
    ...noteNumbers(document, model, language),
    ...look,
    labels: canvasLabels(t, language, questions),
  }
  const scenes = widths.map((width): Scene => {
    const height = Math.round((width * sheet.height) / sheet.width) - rest
    return paintCanvas(layoutCanvas(document, model, { ...options, width, height }))
  })
  const scale = ({ width, height }: Scene) => Math.min(sheet.width / width, sheet.height / height)
  return scenes.reduce((best, scene) => (scale(scene) > scale(best) ? scene : best))
}
