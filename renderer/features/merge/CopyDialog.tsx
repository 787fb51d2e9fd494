import { GitMerge } from 'lucide-react'
import { useRef } from 'react'
import type { Copies } from '../../app/copies'
import { receiveKnown, receiveOpen } from '../../app/receiving'
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
  if (!from || (!into && copies.title === undefined)) return null
  const title = into ? titleOf(into.doc) : copies.title
  const names = { copy: from.fileName, title: title || t($ => $.frame.untitled) }
  const about = into ? ('open' as const) : ('known' as const)
  const keep = () => besideSettled(copies)
  const merge = () => {
    besideSettled(copies)
    void (into ? receiveOpen(into, from) : receiveKnown(copies.into, from))
  }
  return (
    <Dialog
      title={t($ => $.merge.openedCopy.title[about])}
      closeLabel={t($ => $.settings.close)}
      onClose={keep}
      beginAt={mergeButton}
      actions={
        <>
          <Button onClick={keep}>{t($ => $.merge.openedCopy.keep)}</Button>
          <Button ref={mergeButton} tone="primary" icon={GitMerge} onClick={merge}>
            {t($ => $.merge.openedCopy.merge[about])}
          </Button>
        </>
      }
    >
      <p>
        {from.isPart
          ? t($ => $.merge.openedCopy.part[about], names)
          : t($ => $.merge.openedCopy.copy[about], names)}
      </p>
      <p className={styles.hint}>{t($ => $.merge.openedCopy.hint)}</p>
    </Dialog>
  )
}
