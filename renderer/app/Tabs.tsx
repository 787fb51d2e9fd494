import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { DocumentSession } from '../document/session'
import { IconButton } from '../ui/Button'
import { useText } from '../ui/text'
import { activate, close, useApp } from './store'
import styles from './Tabs.module.css'
import { titleOf } from './titles'

/** The open documents, when there are several. */
export function Tabs() {
  const t = useText()
  const sessions = useApp(state => state.sessions)
  const active = useApp(state => state.active)
  return (
    <nav className={styles.tabs} aria-label={t($ => $.tabs.name)} data-part="tabs">
      {sessions.map(session => (
        <Tab key={session.handle} session={session} current={session.handle === active} />
      ))}
    </nav>
  )
}

function Tab({ session, current }: { session: DocumentSession; current: boolean }) {
  const t = useText()
  // copies of one document have one title: their files tell them apart
  const hasCopies = useApp(({ sessions }) =>
    sessions.some(other => other !== session && other.documentId === session.documentId),
  )
  const name = () => (hasCopies ? session.fileName.replace(/\.jboard$/i, '') : titleOf(session.doc))
  const title = useSyncExternalStore(session.subscribe, name) || t($ => $.frame.untitled)
  return (
    <span className={styles.tab} data-current={current}>
      <button
        type="button"
        aria-current={current ? 'page' : undefined}
        title={session.fileName}
        onClick={() => activate(session.handle)}
        onAuxClick={event => {
          if (event.button === 1) void close(session.handle)
        }}
      >
        {title}
      </button>
      <IconButton
        icon={X}
        label={t($ => $.tabs.close, { title })}
        className={styles.close}
        onClick={() => void close(session.handle)}
      />
    </span>
  )
}
