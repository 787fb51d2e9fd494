/** A board as a complete picture: its name, what it shows, and for a canvas whose layout it is. */
import type { DocumentView } from '../document'
import type { T } from '../i18n'
import { baseline, fonts } from '../layout/fonts'
import { layoutJourney } from '../layout/journeyLayout'
import { paintJourney } from '../layout/paintJourney'
import type { Scene, SceneItem } from '../layout/scene'
import { fit } from '../layout/textMeasure'
import type { ColourToken } from '../layout/theme'
import type { Journey } from '../model'
import { canvasModel } from '../queries'
import { boardLabels } from './boardLabels'
import { canvasSheet, type CanvasLook } from './canvasSheet'

/** How the canvas of a picture is looked at; links are all or none. */
export interface PictureLook extends Omit<CanvasLook, 'links'> {
  readonly links: boolean
}

export const usualLook: PictureLook = { focus: null, colourBy: 'segment', questions: true, links: false }

export interface PictureWish {
  readonly t: T
  readonly language: string
  readonly look?: PictureLook
  /** The shape of the room to fill, where there is one: a canvas takes it on. */
  readonly sheet?: { readonly width: number; readonly height: number }
}

export interface BoardPicture {
  readonly title: string
  readonly scene: Scene
}

/** Round the board, px. */
const margin = 24
/** The shape of a picture that no paper gives: A4 across. */
const usualSheet = { width: 297, height: 210 }

/**
 * The picture of a journey or a canvas.
 * @returns undefined when there is no such board
 */
export function boardPicture(
  document: DocumentView,
  boardId: string,
  wish: PictureWish,
): BoardPicture | undefined {
  const journey = document.find('journey', boardId)
  if (journey) return journeyPicture(document, journey, wish)
  const model = canvasModel(document, boardId)
  if (!model) return undefined
  const { look = usualLook, sheet = usualSheet } = wish
  const links = look.links ? model.links : []
  return { title: model.canvas.title, scene: canvasSheet(document, model, { ...look, links }, sheet, wish) }
}

function journeyPicture(
  document: DocumentView,
  journey: Journey,
  { t, language }: PictureWish,
): BoardPicture {
  const map = paintJourney(layoutJourney(document, journey.id, { labels: boardLabels(t, language) }))
  const title = journey.title || t($ => $.board.unnamed.any)
  const personas = journey.personaIds.flatMap(id => document.find('persona', id)?.title || [])
  const state =
    journey.state === 'target' ? t($ => $.terms.journey.targetState) : t($ => $.terms.journey.currentState)
  const line = (
    text: string,
    top: number,
    font: 'sheetTitle' | 'sheetText',
    fill: ColourToken,
  ): SceneItem => ({
    kind: 'text',
    x: margin,
    y: top + baseline(font),
    text: fit(text, map.width, font),
    font,
    fill,
  })
  const second = margin + fonts.sheetTitle.line + 2
  const top = second + fonts.sheetText.line + 14
  const { width, height } = map
  return {
    title,
    scene: {
      width: width + 2 * margin,
      height: top + height + margin,
      background: map.background,
      items: [
        line(title, margin, 'sheetTitle', 'ink'),
        line([state, ...personas].join(' · '), second, 'sheetText', 'ink-2'),
        { kind: 'group', x: margin, y: top, items: map.items },
        { kind: 'rect', x: margin, y: top, width, height, stroke: 'line', strokeWidth: 1 },
      ],
    },
  }
}
