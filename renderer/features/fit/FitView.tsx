import { Layers2, ListChecks, Puzzle } from 'lucide-react'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useSession } from '../../document/hooks'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import { AllPains } from './AllPains'
import { fitViews, setFit, useFit } from './fitState'
import { Overlay } from './Overlay'
import { SegmentFit } from './SegmentFit'

const icons = { segment: Puzzle, coverage: ListChecks, journeys: Layers2 }

/** Needs against offers: for one segment, for all of them, and along their journeys. */
export function FitView() {
  const t = useText()
  const { handle } = useSession()
  const { canvasId } = useView('canvasId')
  const model = useCanvas(canvasId)
  const { view } = useFit(handle)
  if (!model)
    return (
      <div className={frame.empty}>
        <h2>{t($ => $.links.noCanvas)}</h2>
        <p>{t($ => $.fit.noCanvasText)}</p>
      </div>
    )
  return (
    <div className={frame.view}>
      <h2 className="visually-hidden">{t($ => $.screens.fit)}</h2>
      <div className={frame.bar}>
        <Segmented
          label={t($ => $.fit.show)}
          value={view}
          options={fitViews.map(value => ({ value, label: t($ => $.fit.views[value]), icon: icons[value] }))}
          onChange={next => setFit(handle, { view: next })}
        />
      </div>
      {view === 'segment' && <SegmentFit key={model.canvas.id} model={model} />}
      {view === 'coverage' && <AllPains key={model.canvas.id} model={model} />}
      {view === 'journeys' && <Overlay />}
    </div>
  )
}
