import type { ReactNode } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { useText } from './text'

interface Props {
  readonly title: string
  readonly onDelete: () => void
  readonly onClose: () => void
  /** What else changes with it. */
  readonly children: ReactNode
}

/** Asks before something goes that takes more along. */
export function AskDelete({ title, onDelete, onClose, children }: Props) {
  const t = useText()
  return (
    <Dialog
      title={title}
      closeLabel={t($ => $.settings.close)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t($ => $.terms.ui.cancel)}</Button>
          <Button
            tone="danger"
            onClick={() => {
              onDelete()
              onClose()
            }}
          >
            {t($ => $.terms.ui.delete)}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
