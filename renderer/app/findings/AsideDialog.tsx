import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/text'
import { TextArea } from '../../ui/TextField'
import styles from './Findings.module.css'

interface Props {
  /** What the finding says. */
  readonly text: string
  readonly onDone: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why a finding is set aside; without a reason it is not. */
export function AsideDialog({ text, onDone, onClose }: Props) {
  const t = useText()
  const [reason, setReason] = useState('')
  const done = () => reason.trim() && onDone(reason.trim())
  return (
    <Dialog
      title={t($ => $.health.setAside)}
      closeLabel={t($ => $.settings.close)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t($ => $.terms.ui.cancel)}</Button>
          <Button tone="primary" disabled={!reason.trim()} onClick={done}>
            {t($ => $.health.aside)}
          </Button>
        </>
      }
    >
      <div className={styles.ask}>
        <p>{text}</p>
        <TextArea
          label={t($ => $.health.reason)}
          placeholder={t($ => $.health.reason)}
          value={reason}
          focusNow
          onChange={setReason}
        />
        <p className={styles.quiet}>{t($ => $.health.reasonNeeded)}</p>
      </div>
    </Dialog>
  )
}
