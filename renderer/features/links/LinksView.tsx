import { Grid3x3, List, Radio, Shuffle, Unplug } from 'lucide-react'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import { Bridge } from './Bridge'
import { LinkList } from './LinkList'
import { linkViews, setLinks, useLinks } from './linksState'
import { Loss } from './Loss'
import { MatrixGrid } from './MatrixGrid'
import { Reach } from './Reach'

const icons = { matrix: Grid3x3, reach: Radio, loss: Unplug, bridge: Shuffle, list: List }
const parts = { matrix: MatrixGrid, reach: Reach, loss: Loss, bridge: Bridge, list: LinkList }

/** What is tied to what on a canvas, where ties are missing, and how the canvas and the journeys hang together. */
export function LinksView() {
  const t = useText()
  const session = useSession()
  const { canvasId } = useView('canvasId')
  const model = useCanvas(canvasId)
  const { view } = useLinks(session.handle)
  if (!model)
    return (
      <div className={frame.empty}>
        <h2>{t($ => $.links.noCanvas)}</h2>
        <p>{t($ => $.links.noCanvasText)}</p>
      </div>
    )
  const Part = parts[view]
  return (
    <div className={frame.view}>
      <h2 className="visually-hidden">{t($ => $.screens.links)}</h2>
      <div className={frame.bar}>
        <Segmented
          label={t($ => $.links.show)}
          value={view}
          options={linkViews.map(value => ({
            value,
            label: t($ => $.links.views[value]),
            icon: icons[value],
          }))}
          onChange={next => setLinks(session.handle, { view: next })}
        />
      </div>
      <Part key={model.canvas.id} model={model} />
    </div>
  )
}
