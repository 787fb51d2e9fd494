import { Plus } from 'lucide-react'
import over from '../../canvas/OverBoard.module.css'
import { useDocument, useSession } from '../../document/hooks'
import { Button } from '../../ui/Button'
import { shownKeys } from '../../ui/keys'
import { useText } from '../../ui/text'
import styles from './Board.module.css'
import { begin } from './boardState'
import { addStage } from './intentions'

/** What to do next on a map that has no stage or no step yet; nothing once it has. */
export function Beginning({ journeyId }: { journeyId: string }) {
  const t = useText()
  const session = useSession()
  const missing = useDocument(document => {
    const stages = document.pointing('stage', 'journeyId', journeyId)
    if (stages.length === 0) return 'stage'
    return stages.every(stage => document.pointing('step', 'stageId', stage.id).length === 0) ? 'step' : null
  })
  if (!missing || session.readOnly !== null) return null
  return (
    <div className={`${over.beginning} ${styles.beginning}`}>
      <h2>{missing === 'stage' ? t($ => $.board.emptyTitle) : t($ => $.board.beginTitle)}</h2>
      <p>{missing === 'stage' ? t($ => $.board.emptyText) : t($ => $.board.beginText)}</p>
      {missing === 'stage' ? (
        <Button icon={Plus} tone="primary" onClick={() => begin(addStage(session, journeyId))}>
          {t($ => $.board.add.stage)}
        </Button>
      ) : (
        <p>{t($ => $.board.beginKeys, { keys: shownKeys('Mod+Enter') })}</p>
      )}
    </div>
  )
}
