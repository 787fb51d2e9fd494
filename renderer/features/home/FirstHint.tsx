import { Footprints, X } from 'lucide-react'
import { Trans } from 'react-i18next'
import { useLibrary } from '../../app/library'
import { changeSettings, open, useApp } from '../../app/store'
import { Button, IconButton } from '../../ui/Button'
import { useText } from '../../ui/text'
import styles from './Home.module.css'
import type { Once } from './useOnce'

const hint = 'home.first'
const template = 'yacht-charter'

/** One sentence for a newcomer; once closed it stays closed. */
export function FirstHint({ once }: { once: Once }) {
  const t = useText()
  const closed = useApp(state => state.settings.closedHints)
  const there = useLibrary(state => state.templates?.some(({ key }) => key === template))
  if (closed.includes(hint) || !there) return null
  const start = () => once(() => open(bridge => bridge.call('document.create', { template })))
  return (
    <div className={styles.first}>
      <Footprints size={15} strokeWidth={1.75} aria-hidden />
      <p>
        <Trans
          t={t}
          i18nKey={$ => $.home.first.text}
          components={{ strong: <strong />, open: <Button tone="link" onClick={start} /> }}
        />
      </p>
      <IconButton
        icon={X}
        label={t($ => $.home.first.hide)}
        onClick={() => void changeSettings({ closedHints: [...closed, hint] })}
      />
    </div>
  )
}
