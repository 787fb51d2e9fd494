/** What a picture is to be, as it was chosen last; kept while the window is open. */
import { create } from 'zustand'
import type { PictureLook } from '../../../shared/export/boardPicture'
import type { DocumentView } from '../../../shared/document'
import type { PictureWish } from '../../../shared/ipc/contract'
import type { ViewState } from '../../app/view'

type Chosen = Omit<PictureWish, 'scale' | 'look'> & {
  /** Pixels for one px of the board. */
  readonly pixels: number
  /** Of the board's own size, over several pages. */
  readonly share: number
}

export const useChosen = create<Chosen>(() => ({
  format: 'pdf',
  scheme: 'light',
  pixels: 2,
  share: 1,
  paper: 'A3',
  orientation: 'landscape',
  layout: 'fit',
}))

/** A canvas looks as it does on screen; lines that follow the selection stay there. */
type Looked = Pick<ViewState, 'focus' | 'colourBy' | 'questions' | 'showLinks'>

export const lookOf = ({ focus, colourBy, questions, showLinks }: Looked): PictureLook => ({
  focus,
  colourBy,
  questions,
  links: showLinks === 'all',
})

export function wishOf({ pixels, share, ...rest }: Chosen, look: PictureLook): PictureWish {
  return { ...rest, look, scale: rest.format === 'pdf' ? share : pixels }
}

/** The boards of a document: journeys, then canvases. */
export const boardsOf = (document: DocumentView) => [...document.all('journey'), ...document.all('canvas')]

/** The board on screen, else the first there is. */
export function boardOnScreen(document: DocumentView, view: ViewState | undefined): string {
  const wanted = view?.area === 'canvas' ? view.canvasId : view?.journeyId
  const boards = boardsOf(document)
  return boards.find(({ id }) => id === wanted)?.id ?? boards[0]?.id ?? ''
}
