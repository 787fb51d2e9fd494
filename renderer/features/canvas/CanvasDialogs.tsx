import { create } from 'zustand'
import { updateCanvas } from '../../../shared/commands'
import { useRecord, useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { TextField } from '../../ui/TextField'
import { useText } from '../../ui/text'
import { PasteListDialog } from './PasteListDialog'
import { usePasteList } from './PasteListState'
import { TrashDialog } from './TrashDialog'

/** Which window of the canvas lies over the page. */
export const useCanvasDialog = create<{ readonly shown: 'trash' | 'rename' | null }>(() => ({ shown: null }))

const close = () => useCanvasDialog.setState({ shown: null })

/** The windows of one canvas: its trash, its name, a list to paste. */
export function CanvasDialogs({ canvasId }: { canvasId: string }) {
  const { shown } = useCanvasDialog()
  const list = usePasteList(state => state.text)
  if (list !== null) return <PasteListDialog canvasId={canvasId} text={list} />
  switch (shown) {
    case 'trash':
      return <TrashDialog canvasId={canvasId} onClose={close} />
    case 'rename':
      return <RenameDialog canvasId={canvasId} />
    case null:
      return null
  }
}

function RenameDialog({ canvasId }: { canvasId: string }) {
  const t = useText()
  const session = useSession()
  const canvas = useRecord('canvas', canvasId)
  return (
    <Dialog
      title={t($ => $.canvasScreen.renameTitle)}
      closeLabel={t($ => $.settings.close)}
      onClose={close}
      actions={
        <Button tone="primary" onClick={close}>
          {t($ => $.canvasScreen.done)}
        </Button>
      }
    >
      <Field label={t($ => $.canvasScreen.canvasName)}>
        <TextField
          value={canvas?.title ?? ''}
          onChange={(title, typing) => session.dispatch(updateCanvas, { id: canvasId, title }, typing)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            // the key must not press the button the focus goes back to
            event.preventDefault()
            close()
          }}
          focusNow="all"
        />
      </Field>
    </Dialog>
  )
}
