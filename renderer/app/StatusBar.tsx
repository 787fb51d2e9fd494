import { CircleAlert, GitCompareArrows, Maximize, TriangleAlert, ZoomIn } from 'lucide-react'
import { useConflicts } from '../document/conflicts'
import { useFromCanvas } from '../document/canvas'
import { useDocument } from '../document/hooks'
import { LanesMenu } from '../features/board/LanesMenu'
import { LevelCounts } from '../features/pyramid/LevelCounts'
import { percent } from '../ui/number'
import { useLanguage, useText } from '../ui/text'
import { perform } from './actions'
import styles from './Frame.module.css'
import { useFindings } from './findings/useFindings'
import { LanguageMenu } from './LanguageMenu'
import { openOverlay } from './overlay'
import { goTo } from './store'
import { useView } from './useView'

/** Zoom, what the journey counts or how many touchpoints stand on each pyramid level, the language. */
export function StatusBar() {
  const t = useText()
  const language = useLanguage()
  const { area, screen, viewport, canvasViewport, journeyId } = useView(
    'area',
    'screen',
    'viewport',
    'canvasViewport',
    'journeyId',
  )
  const counts = useDocument(document => {
    const stages = journeyId ? document.pointing('stage', 'journeyId', journeyId) : []
    const steps = stages.flatMap(stage => document.pointing('step', 'stageId', stage.id))
    const touchpoints = steps.reduce(
      (sum, step) => sum + document.pointing('touchpoint', 'stepId', step.id).length,
      0,
    )
    return { stages: stages.length, steps: steps.length, touchpoints }
  })
  return (
    <footer className={styles.foot}>
      {(screen === 'board' || screen === 'canvas') && (
        <>
          <button
            type="button"
            onClick={() => perform(`${screen}.zoomReset`)}
            title={t($ => $.board.zoomReset)}
          >
            <ZoomIn size={13} strokeWidth={1.75} aria-hidden />
            {percent(((screen === 'board' ? viewport : canvasViewport)?.zoom ?? 1) * 100, language)}
          </button>
          <button type="button" onClick={() => perform(`${screen}.fit`)}>
            <Maximize size={13} strokeWidth={1.75} aria-hidden />
            {t($ => $.board.fit)}
          </button>
          {screen === 'board' && journeyId && <LanesMenu journeyId={journeyId} />}
        </>
      )}
      {area === 'canvas' ? (
        <CanvasCounts />
      ) : screen === 'pyramid' && journeyId ? (
        <LevelCounts journeyId={journeyId} />
      ) : (
        <span className={styles.counts}>
          {[
            t($ => $.frame.stages, { count: counts.stages }),
            t($ => $.frame.steps, { count: counts.steps }),
            t($ => $.frame.touchpoints, { count: counts.touchpoints }),
          ].join(' · ')}
        </span>
      )}
      <span className={styles.space} />
      <ConflictCount />
      {area === 'canvas' && <CanvasHealth />}
      <LanguageMenu />
    </footer>
  )
}

/** '29 notes · 12 links · 3 segments' */
function CanvasCounts() {
  const t = useText()
  const { canvasId } = useView('canvasId')
  const counts = useFromCanvas(
    canvasId,
    model =>
      model && { notes: model.notes.length, links: model.links.length, segments: model.segments.length },
  )
  if (!counts) return null
  return (
    <span className={styles.counts}>
      {[
        t($ => $.frame.notes, { count: counts.notes }),
        t($ => $.frame.links, { count: counts.links }),
        t($ => $.frame.segments, { count: counts.segments }),
      ].join(' · ')}
    </span>
  )
}

/** How many fields wait for a decision since a merge; opens them. */
function ConflictCount() {
  const t = useText()
  const { length } = useConflicts()
  if (length === 0) return null
  return (
    <button type="button" className={styles.errors} onClick={() => openOverlay('conflicts')}>
      <GitCompareArrows size={13} strokeWidth={1.75} aria-hidden />
      {t($ => $.merge.conflicts, { count: length })}
    </button>
  )
}

/** How many errors and warnings the canvas has; leads to them. */
function CanvasHealth() {
  const t = useText()
  const { canvasId } = useView('canvasId')
  const { findings } = useFindings(canvasId)
  const of = (severity: string) => findings.filter(one => one.severity === severity).length
  const [errors, warnings] = [of('error'), of('warning')]
  if (errors + warnings === 0) return null
  return (
    <button type="button" onClick={() => goTo('health')} title={t($ => $.health.title)}>
      {errors > 0 && (
        <span className={styles.errors}>
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
          {t($ => $.health.errors, { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className={styles.warnings}>
          <CircleAlert size={13} strokeWidth={1.75} aria-hidden />
          {t($ => $.health.warnings, { count: warnings })}
        </span>
      )}
    </button>
  )
}
