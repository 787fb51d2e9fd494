import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Settings } from '../../../shared/ipc/contract'
import { LanguageMenu } from '../../app/LanguageMenu'
import { closeOverlay } from '../../app/overlay'
import { changeSettings, useApp } from '../../app/store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import styles from './SettingsDialog.module.css'

const themes = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const satisfies readonly { value: Settings['theme']; icon: unknown }[]

/** What a person chooses for all documents on this computer. Takes effect at once. */
export function SettingsDialog() {
  const t = useText()
  const { theme, closedHints } = useApp(state => state.settings)
  return (
    <Dialog title={t($ => $.settings.title)} closeLabel={t($ => $.settings.close)} onClose={closeOverlay}>
      <div className={styles.rows}>
        <div className={styles.row}>
          <span>{t($ => $.settings.language)}</span>
          <LanguageMenu caret className={styles.choice} />
        </div>
        <div className={styles.row}>
          <span>{t($ => $.settings.theme)}</span>
          <Segmented
            label={t($ => $.settings.theme)}
            value={theme}
            options={themes.map(one => ({ ...one, label: t($ => $.settings.themes[one.value]) }))}
            onChange={value => void changeSettings({ theme: value })}
          />
        </div>
        <Author />
        {closedHints.length > 0 && (
          <div className={styles.row}>
            <span>{t($ => $.settings.hints)}</span>
            <Button tone="link" onClick={() => void changeSettings({ closedHints: [] })}>
              {t($ => $.settings.showHints)}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}

/** The name beside one's changes; kept when the field is left or the window closes. */
function Author() {
  const t = useText()
  const id = useId()
  const [name, setName] = useState(() => useApp.getState().settings.author)
  const latest = useRef(name)
  const keep = () => {
    const author = latest.current.trim()
    if (author !== useApp.getState().settings.author) void changeSettings({ author })
  }
  useEffect(() => keep, [])
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{t($ => $.settings.author)}</label>
      <input
        id={id}
        className={styles.field}
        value={name}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={event => {
          latest.current = event.target.value
          setName(event.target.value)
        }}
        onBlur={keep}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t($ => $.settings.authorHint)}
      </p>
    </div>
  )
}
