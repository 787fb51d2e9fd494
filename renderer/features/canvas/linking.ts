/** Drawing a link by hand: begun at one note, ended at another; where several kinds fit, one is chosen. */
import { situation } from '../../app/actions'
import { look, tell } from '../../app/store'
import { hereOf } from './canvasHere'
import { drawnLayout } from './canvasLayoutOf'
import { useCanvasBoard } from './canvasState'
import { tie, tiesBetween, type Tie } from './intentions'

export const beginLinking = (id: string | undefined): void =>
  useCanvasBoard.setState({ linkingFrom: id ?? null })

/**
 * Ends the link being drawn: at a note it is made, elsewhere it is not.
 * @param at where a choice of kinds opens, px of the page; at the note when left out
 */
export function finishLinking(toId: string | undefined, at?: { x: number; y: number }): void {
  const { linkingFrom: fromId } = useCanvasBoard.getState()
  useCanvasBoard.setState({ linkingFrom: null })
  const on = hereOf(situation())
  if (!on || !fromId || !toId || fromId === toId) return
  const links = tiesBetween(on, fromId, toId)
  const [only, ...others] = links
  if (!only) tell({ code: 'link.pair', params: {} }, 'problem')
  else if (others.length === 0) makeLink(only)
  else useCanvasBoard.setState({ linkChoice: { at: at ?? besideNote(toId), links } })
}

/** Ties the two and shows what is tied to the note it began at. */
export function makeLink(link: Tie): void {
  const on = hereOf(situation())
  if (!on) return
  tie(on, link)
  look({ selection: [link.fromId] })
}

function besideNote(id: string): { x: number; y: number } {
  const element = document.querySelector(`[data-note="${CSS.escape(id)}"]`)
  const box = element?.getBoundingClientRect()
  return box ? { x: box.left + 12, y: box.bottom + 4 } : { x: 0, y: 0 }
}

/** Whether anything could be tied to a note: what the pointer or the arrows may lead to. */
export function linkTargets(fromId: string): Set<string> {
  const on = hereOf(situation())
  const notes = drawnLayout()?.notes ?? []
  return new Set(on ? notes.flatMap(({ id }) => (tiesBetween(on, fromId, id).length > 0 ? id : [])) : [])
}
