import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import type { Action, Situation } from './actions'

/** What a board on screen can be asked for. */
interface Zoomable {
  readonly fit: () => void
  readonly zoomTo: (zoom: number) => void
  readonly zoomBy: (factor: number) => void
}

/** Showing all, nearer and farther, for the board that is on screen. */
export const zoomActions = (
  area: 'board' | 'canvas',
  enabled: (situation: Situation) => boolean,
  board: () => Zoomable | null,
): readonly Action[] => [
  {
    id: `${area}.fit`,
    label: t => t($ => $.board.fit),
    icon: Maximize,
    keys: ['F'],
    enabled,
    run: () => board()?.fit(),
  },
  {
    id: `${area}.zoomReset`,
    label: t => t($ => $.board.zoomReset),
    icon: ZoomIn,
    keys: ['Mod+0'],
    whileTyping: true,
    enabled,
    run: () => board()?.zoomTo(1),
  },
  {
    id: `${area}.zoomIn`,
    label: t => t($ => $.board.zoomIn),
    icon: ZoomIn,
    keys: ['Mod+=', 'Mod++'],
    whileTyping: true,
    enabled,
    run: () => board()?.zoomBy(1.25),
  },
  {
    id: `${area}.zoomOut`,
    label: t => t($ => $.board.zoomOut),
    icon: ZoomOut,
    keys: ['Mod+-'],
    whileTyping: true,
    enabled,
    run: () => board()?.zoomBy(0.8),
  },
]
