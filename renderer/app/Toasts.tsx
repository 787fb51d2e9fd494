import { CircleAlert, Info, X } from 'lucide-react'
import { wordsOf } from '../../shared/i18n'
import { dismiss, useApp, type Toast } from './store'
import { IconButton } from '../ui/Button'
import { useText } from '../ui/text'
import styles from './Toasts.module.css'

/**
 * What people are to be told. The two regions always stand in the page, so that readers aloud hear what is put into
 * them: news when there is a pause, problems at once. `aria-live` is said in words too: a window over the page hides
 * everything else from them.
 */
export function Toasts() {
  const t = useText()
  const toasts = useApp(state => state.toasts)
  const message = (toast: Toast) => (
    <div key={toast.id} className={styles.toast} data-tone={toast.tone}>
      {toast.tone === 'problem' ? (
        <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      ) : (
        <Info size={16} strokeWidth={1.75} aria-hidden />
      )}
      <p>{wordsOf(t, toast)}</p>
      <IconButton icon={X} label={t($ => $.toasts.close)} onClick={() => dismiss(toast.id)} />
    </div>
  )
  const of = (tone: Toast['tone']) => toasts.filter(toast => toast.tone === tone).map(message)
  return (
    <aside className={styles.stack} aria-label={t($ => $.toasts.label)}>
      <div role="alert" aria-live="assertive" className={styles.region}>
        {of('problem')}
      </div>
      <div role="status" aria-live="polite" className={styles.region}>
        {of('info')}
      </div>
    </aside>
  )
}
