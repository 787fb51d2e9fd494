import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { VersionEntry } from '../../../shared/ipc/contract'
import { IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import { TextField } from '../../ui/TextField'
import styles from './VersionsDialog.module.css'

interface Props {
  readonly version: VersionEntry
  /** When it was kept, in words. */
  readonly time: string
  /** Names it, '' takes the name away. */
  readonly rename: (name: string) => Promise<void>
}

/** What a version is called, and a way to call it otherwise. */
export function VersionName({ version, time, rename }: Props) {
  const t = useText()
  const [draft, setDraft] = useState<string | null>(null)
  const done = (name: string | null) => {
    setDraft(null)
    if (name !== null && name.trim() !== (version.name ?? '')) void rename(name.trim())
  }
  if (draft !== null) {
    return (
      <TextField
        className={styles.naming}
        label={t($ => $.versions.nameOf, { time })}
        placeholder={t($ => $.versions.nameHint)}
        value={draft}
        max={120}
        focusNow="all"
        onChange={setDraft}
        onBlur={() => done(draft)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') done(draft)
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          // Escape leaves the name, not the window
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
    )
  }
  return (
    <>
      {version.name !== null && <strong className={styles.name}>{version.name}</strong>}
      <IconButton
        icon={Pencil}
        className={styles.pencil}
        label={t($ => $.versions.nameOf, { time })}
        onClick={() => setDraft(version.name ?? '')}
      />
    </>
  )
}
