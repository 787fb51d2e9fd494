import { GitMerge } from 'lucide-react'
import { useRef } from 'react'
import type { Copies } from '../../app/copies'
import { receiveOpen } from '../../app/receiving'
import { besideSettled, useApp } from '../../app/store'
import { titleOf } from '../../app/titles'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/text'
import styles from './CopyDialog.module.css'

/** Asks what is to become of a copy that was opened beside another; nothing is written before the merge screen says so. */
export function CopyDialog({ copies }: { readonly copies: Copies }) {
  const t = useText()
  const mergeButton = useRef<HTMLButtonElement>(null)
  const sessions = useApp(state => state.sessions)
  const into = sessions.find(({ handle }) => handle === copies.into)
  const from = sessions.find(({ handle }) => handle === copies.from)
  if (!into || !from) return null
  const names = { copy: from.fileName, title: titleOf(into.doc) || t($ => $.frame.untitled) }
  const keep = () => besideSettled(copies)
  const merge = () => {
    besideSettled(copies)
    void receiveOpen(into, from)
  }
  return (
    <Dialog
      title={t($ => $.merge.openedCopy.title)}
      closeLabel={t($ => $.settings.close)}
      onClose={keep}
      beginAt={mergeButton}
      actions={
        <>
          <Button onClick={keep}>{t($ => $.merge.openedCopy.keep)}</Button>
          <Button ref={mergeButton} tone="primary" icon={GitMerge} onClick={merge}>
            {t($ => $.merge.openedCopy.merge)}
          </Button>
        </>
      }
    >
      <p>{from.isPart ? t($ => $.merge.openedCopy.part, names) : t($ => $.merge.openedCopy.copy, names)}</p>
      <p className={styles.hint}>{t($ => $.merge.openedCopy.hint)}</p>
    </Dialog>
  )
}
