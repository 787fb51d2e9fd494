import { useCanvas } from '../../document/canvas'
import { MenuAt } from '../../ui/Menu'
import { useText } from '../../ui/text'
import { focusBoard, useCanvasBoard } from './canvasState'
import { makeLink } from './linking'

/** Which kind of link it shall be, where several fit the two notes. */
export function LinkChoiceMenu({ canvasId }: { canvasId: string }) {
  const t = useText()
  const model = useCanvas(canvasId)
  const choice = useCanvasBoard(state => state.linkChoice)
  if (!choice || !model) return null
  const title = (id: string) => model.note(id)?.title || t($ => $.canvas.unnamed)
  const close = () => useCanvasBoard.setState({ linkChoice: null })
  return (
    <MenuAt
      point={choice.at}
      onClose={close}
      groups={[
        choice.links.map(link => ({
          id: `${link.kind} ${link.fromId}`,
          label: t($ => $.canvas.linkAs, {
            from: title(link.fromId),
            kind: t($ => $.linkWords[link.kind].from),
            to: title(link.toId),
          }),
          run: () => {
            makeLink(link)
            focusBoard()
          },
        })),
      ]}
    />
  )
}
