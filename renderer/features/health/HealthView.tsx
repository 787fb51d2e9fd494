import { useState } from 'react'
import { useAddCanvas } from '../../app/useAddCanvas'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { Nothing, Page } from '../../document/Page'
import { Button } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import { Assumptions } from './Assumptions'
import { Findings } from './Findings'
import styles from './Health.module.css'

/** How sound the canvas is: what the checks find, and what it rests on without being known. */
export function HealthView() {
  const t = useText()
  const { canvasId } = useView('canvasId')
  const model = useCanvas(canvasId)
  const session = useSession()
  const [view, setView] = useState<'findings' | 'assumptions'>('findings')
  const add = useAddCanvas()
  return (
    <Page title={t($ => $.health.title)} sentence={t($ => $.health.sentence)}>
      {model ? (
        <>
          <div className={styles.bar}>
            <Segmented
              label={t($ => $.health.views)}
              value={view}
              options={[
                { value: 'findings', label: t($ => $.health.findings) },
                { value: 'assumptions', label: t($ => $.health.assumptions) },
              ]}
              onChange={setView}
            />
          </div>
          {view === 'findings' ? <Findings canvasId={model.canvas.id} /> : <Assumptions model={model} />}
        </>
      ) : (
        <Nothing title={t($ => $.health.noCanvas)} text={t($ => $.health.noCanvasText)}>
          {session.readOnly === null && (
            <Button tone="primary" onClick={add}>
              {t($ => $.frame.addCanvas)}
            </Button>
          )}
        </Nothing>
      )}
    </Page>
  )
}
