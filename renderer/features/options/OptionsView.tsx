import { GitBranch } from 'lucide-react'
import { useState } from 'react'
import { forkCanvas } from '../../../shared/commands'
import { optionsOf } from '../../../shared/queries'
import { goTo, look } from '../../app/store'
import { useView } from '../../app/useView'
import { useDocument, useSession } from '../../document/hooks'
import { Nothing, Page } from '../../document/Page'
import { Button } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import { Columns } from './Columns'
import { DifferenceList } from './DifferenceList'
import styles from './Options.module.css'

/** Most options that are looked at together. */
const MOST = 4

/** The options of a canvas: side by side, or what one has otherwise, to be taken over. */
export function OptionsView() {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  const family = useDocument(document =>
    canvasId && document.find('canvas', canvasId)
      ? optionsOf(document, canvasId).map(({ id, title }) => ({ id, title }))
      : [],
  )
  const [view, setView] = useState<'sideBySide' | 'differences'>('sideBySide')
  const [left, setLeft] = useState<readonly string[]>([])
  const first = family[0]
  if (!first || !canvasId) return <p className={styles.empty}>{t($ => $.options.noCanvas)}</p>

  const fork = () => {
    const base = session.doc.find('canvas', canvasId)
    const title = t($ => $.options.forkedTitle, { title: first.title, number: family.length })
    const made = base && session.dispatch(forkCanvas, { canvasId, title })
    if (made) look({ canvasId: made.id, selection: [], canvasViewport: null })
  }
  /** The option on the board, its notes coloured by what they have otherwise than the canvas they came from. */
  const showOnBoard = () => {
    const option = canvasId === first.id ? family[1]!.id : canvasId
    goTo('canvas', { canvasId: option, colourBy: 'option', selection: [] })
  }
  const chosen = family.filter(({ id }) => !left.includes(id)).slice(0, MOST)
  const toggle = (id: string) =>
    setLeft(chosen.some(one => one.id === id) ? [...left, id] : left.filter(other => other !== id))
  return (
    <Page
      title={t($ => $.options.title)}
      sentence={t($ => $.options.sentence)}
      addLabel={t($ => $.options.fork)}
      addIcon={GitBranch}
      onAdd={fork}
    >
      {family.length === 1 ? (
        <Nothing title={t($ => $.options.none.title)} text={t($ => $.options.none.text)} />
      ) : (
        <>
          <div className={styles.bar}>
            <Segmented
              label={t($ => $.options.views)}
              value={view}
              options={[
                { value: 'sideBySide', label: t($ => $.options.sideBySide) },
                { value: 'differences', label: t($ => $.options.differences) },
              ]}
              onChange={setView}
            />
            {view === 'sideBySide' && family.length > 2 && (
              <div className={styles.choice} role="group" aria-label={t($ => $.options.compare)}>
                {family.map(({ id, title }) => {
                  const shown = chosen.some(one => one.id === id)
                  const full = !shown && chosen.length === MOST
                  return (
                    <button
                      key={id}
                      type="button"
                      aria-pressed={shown}
                      disabled={full || (shown && chosen.length === 2)}
                      title={full ? t($ => $.options.atMost) : undefined}
                      onClick={() => toggle(id)}
                    >
                      {title || t($ => $.canvas.untitled)}
                    </button>
                  )
                })}
              </div>
            )}
            <Button tone="link" className={styles.onBoard} onClick={showOnBoard}>
              {t($ => $.options.onBoard)}
            </Button>
          </div>
          {view === 'sideBySide' ? (
            <Columns ids={chosen.map(({ id }) => id)} />
          ) : (
            <DifferenceList family={family} canvasId={canvasId} />
          )}
        </>
      )}
    </Page>
  )
}
