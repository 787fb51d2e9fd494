/** The picture of a document: its first journey painted small, or its first canvas where it has no journey. */
import type { DocumentView } from '../document'
import { canvasThumbnail } from './canvas/canvasThumbnail'
import { layoutJourney } from './journeyLayout'
import type { BoardLabels } from './labels'
import type { Scene } from './scene'
import { largeThumbnail, thumbnailScene, type ThumbnailSize } from './thumbnail'

/** A thumbnail has no words, so the layout behind it needs none. */
const wordless: BoardLabels = {
  lanes: {
    touchpoints: '',
    emotion: '',
    pains: '',
    customer: '',
    thoughts: '',
    quotes: '',
    pictures: '',
    frontstage: '',
    backstage: '',
    support: '',
    systems: '',
    custom: '',
  },
  lineOfVisibility: '',
  unplaced: '',
  untitled: '',
  addStage: '',
  addStep: '',
  addTouchpoint: '',
  emotion: () => '',
  mean: () => '',
  wait: () => '',
  gap: () => '',
}

/** @returns null for a document with neither a journey nor a canvas */
export function documentThumbnail(
  document: DocumentView,
  size: ThumbnailSize = largeThumbnail,
): Scene | null {
  const journey = document.all('journey')[0]
  if (journey) return thumbnailScene(layoutJourney(document, journey.id, { labels: wordless }), size)
  const canvas = document.all('canvas')[0]
  return canvas ? canvasThumbnail(document, canvas.id, size) : null
}
