import { Map, Plus, Radio, UserRound, type LucideIcon } from 'lucide-react'
import { addJourney, removeJourney } from '../../shared/commands'
import type { DocumentView } from '../../shared/document'
import { useDocument, useSession } from '../document/hooks'
import { IconButton } from '../ui/Button'
import { MenuAt } from '../ui/Menu'
import { useText } from '../ui/text'
import styles from './Sidebar.module.css'
import { look } from './store'
import { useView } from './useView'
import { useState } from 'react'

/** What the document holds. */
export function Sidebar() {
  const t = useText()
  const session = useSession()
  const { screen, journeyId } = useView()
  const journeys = useDocument(journeyRows)
  const channels = useDocument(countChannels)
  const personas = useDocument(countPersonas)
  const [menu, setMenu] = useState<{ id: string; x: number; y: number } | null>(null)
  const inJourney = screen !== 'channels' && screen !== 'personas'

  const add = () => {
    const made = session.dispatch(addJourney, { title: t($ => $.journey.untitled) })
    if (made) look({ journeyId: made.id, screen: 'board', selection: [], viewport: null })
  }
  const remove = (id: string) => {
    session.dispatch(removeJourney, { id })
    if (id === journeyId)
      look({ journeyId: session.doc.all('journey')[0]?.id ?? null, selection: [], viewport: null })
  }
  return (
    <nav className={styles.side} aria-label={t($ => $.frame.contents)}>
      <div className={styles.head}>
        <h2>{t($ => $.frame.journeys)}</h2>
        {!session.readOnly && (
          <IconButton icon={Plus} label={t($ => $.frame.addJourney)} onClick={add} className={styles.add} />
        )}
      </div>
      {journeys.map(({ id, title, count }) => (
        <Row
          key={id}
          icon={Map}
          label={title || t($ => $.journey.untitled)}
          count={count}
          current={inJourney && id === journeyId}
          onClick={() =>
            look({
              journeyId: id,
              selection: [],
              ...(inJourney ? {} : { screen: 'board' }),
              ...(id === journeyId ? {} : { viewport: null }),
            })
          }
          onContextMenu={(x, y) => setMenu({ id, x, y })}
        />
      ))}
      <div className={styles.head}>
        <h2>{t($ => $.frame.people)}</h2>
      </div>
      <Row
        icon={UserRound}
        label={t($ => $.screens.personas)}
        count={personas}
        current={screen === 'personas'}
        onClick={() => look({ screen: 'personas', selection: [] })}
      />
      <Row
        icon={Radio}
        label={t($ => $.screens.channels)}
        count={channels}
        current={screen === 'channels'}
        onClick={() => look({ screen: 'channels', selection: [] })}
      />
      {menu && (
        <MenuAt
          point={menu}
          onClose={() => setMenu(null)}
          groups={[
            [
              {
                id: 'remove',
                label: t($ => $.frame.removeJourney),
                danger: true,
                disabled: session.readOnly !== null,
                run: () => remove(menu.id),
              },
            ],
          ]}
        />
      )}
    </nav>
  )
}

interface RowProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly count: number
  readonly current: boolean
  readonly onClick: () => void
  readonly onContextMenu?: (x: number, y: number) => void
}

function Row({ icon: Icon, label, count, current, onClick, onContextMenu }: RowProps) {
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={current ? 'page' : undefined}
      title={label}
      onClick={onClick}
      onContextMenu={event => {
        event.preventDefault()
        onContextMenu?.(event.clientX, event.clientY)
      }}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span>{label}</span>
      <em>{count}</em>
    </button>
  )
}

const countChannels = (document: DocumentView) => document.all('channel').length
const countPersonas = (document: DocumentView) => document.all('persona').length

const journeyRows = (document: DocumentView) =>
  document.all('journey').map(({ id, title }) => ({
    id,
    title,
    count: document
      .pointing('stage', 'journeyId', id)
      .flatMap(stage => document.pointing('step', 'stageId', stage.id))
      .reduce((sum, step) => sum + document.pointing('touchpoint', 'stepId', step.id).length, 0),
  }))
