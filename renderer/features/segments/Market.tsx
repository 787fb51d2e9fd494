import { marketBalance } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument } from '../../document/hooks'
import { Nothing } from '../../document/Page'
import { useText } from '../../ui/text'
import { Balance } from './Balance'
import { Dependencies } from './Dependencies'
import { Diagram } from './Diagram'
import styles from './Market.module.css'

/** Which segment needs which, and whether every side of the market gets and pays its part. */
export function Market() {
  const t = useText()
  const model = useCanvas(useView('canvasId').canvasId)
  const count = useDocument(document => document.all('segment').length)
  const { sides, dependencies, circle } = useDocument(document => marketBalance(document, model))
  if (count < 2)
    return <Nothing title={t($ => $.segments.marketNone)} text={t($ => $.segments.marketNoneText)} />
  return (
    <>
      <div className={styles.top}>
        <section aria-label={t($ => $.segments.dependencies)}>
          <h3>{t($ => $.segments.dependencies)}</h3>
          <p>{t($ => $.segments.dependenciesText)}</p>
          <Dependencies dependencies={dependencies} circle={circle} />
        </section>
        {dependencies.length > 0 && (
          <Diagram ids={sides.map(({ segment }) => segment.id)} dependencies={dependencies} />
        )}
      </div>
      {sides.length > 0 && <Balance sides={sides} canvas={model?.canvas.title ?? null} />}
    </>
  )
}
