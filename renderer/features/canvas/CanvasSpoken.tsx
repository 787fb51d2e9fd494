import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { blockName } from '../../document/canvasWords'
import { useText } from '../../ui/text'
import { useCanvasBoard } from './canvasState'

/** Says what the arrow keys have just led to, for those who hear the canvas. */
export function CanvasSpoken({ canvasId }: { canvasId: string }) {
  const t = useText()
  const { selection } = useView('selection')
  const model = useCanvas(canvasId)
  const block = useCanvasBoard(state => state.block)
  const words = () => {
    if (selection.length > 1) return t($ => $.inspector.selected, { count: selection.length })
    const placed = model?.note(selection[0] ?? '')
    if (placed && model) {
      const list = model.inBlock(placed.block)
      return t($ => $.canvas.spokenNote, {
        title: placed.title || t($ => $.canvas.unnamed),
        block: blockName(t, placed.block),
        at: list.findIndex(({ id }) => id === placed.id) + 1,
        of: list.length,
      })
    }
    return block && selection.length === 0 ? t($ => $.canvas.spokenEmpty, { block: blockName(t, block) }) : ''
  }
  return (
    <p className="visually-hidden" role="status">
      {words()}
    </p>
  )
}
