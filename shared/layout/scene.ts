/** A display list: what a painter draws, in order, with colours by their meaning. It is plain data and goes as JSON. */
import type { FontName } from './fonts'
import type { IconName } from './icons'
import type { ColourToken } from './theme'

export interface RectItem {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
  readonly fill?: ColourToken
  readonly stroke?: ColourToken
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  /** Lies on the board like paper: a hairline round it and a soft shadow below. */
  readonly paper?: boolean
}

/** One line of text; x is its left end (or right, with `end`), y its baseline. */
export interface TextItem {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly font: FontName
  readonly fill: ColourToken
  readonly end?: boolean
}

export interface PathItem {
  readonly kind: 'path'
  readonly d: string
  readonly fill?: ColourToken
  readonly stroke?: ColourToken
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
}

export interface CircleItem {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly fill?: ColourToken
  readonly stroke?: ColourToken
  readonly strokeWidth?: number
}

/** An icon of the set, drawn with strokes; `filled` fills it too. */
export interface IconItem {
  readonly kind: 'icon'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly name: IconName
  readonly stroke: ColourToken
  readonly filled?: boolean
}

/**
 * A picture of the document, filling its rectangle and cut where it is longer. What stands for it lies under it, for
 * painters that have no pictures.
 */
export interface PictureItem {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
  /** The id of its asset. */
  readonly pictureId: string
}

/** Items moved together. */
export interface GroupItem {
  readonly kind: 'group'
  readonly x: number
  readonly y: number
  readonly items: readonly SceneItem[]
}

export type SceneItem = RectItem | TextItem | PathItem | CircleItem | IconItem | PictureItem | GroupItem

export interface Scene {
  /** px */
  readonly width: number
  readonly height: number
  readonly background: ColourToken | null
  readonly items: readonly SceneItem[]
}

/** Stroke of an icon, in units of its grid of 24. */
export const iconStroke = 1.75

/**
 * The shadow and hairline of paper, from the lowest: how far each rectangle reaches beyond the sheet, how far it is
 * moved down, and its colour (undefined is the token of hairlines). The sheet itself comes last.
 */
export const paperLayers: readonly { readonly by: number; readonly down: number; readonly black?: number }[] =
  [
    { by: 1.5, down: 1.5, black: 0.03 },
    { by: 1, down: 1, black: 0.03 },
    { by: 1, down: 0 },
    { by: 0, down: 1, black: 0.04 },
  ]
