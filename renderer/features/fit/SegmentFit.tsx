import { useId, useRef, type KeyboardEvent } from 'react'
import { fitOf, type CanvasModel } from '../../../shared/queries'
import { goTo, look } from '../../app/store'
import { useView } from '../../app/useView'
import { useSession } from '../../document/hooks'
import { SegmentCode, SegmentName } from '../../document/SegmentMark'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import { Bands } from './Bands'
import { Background } from './Background'
import { CoverageHead } from './CoverageHead'
import styles from './Fit.module.css'
import { setFit, useFit } from './fitState'
import { offersLaid, painsLaid } from './laid'
import { Offers } from './Offers'
import { Pains } from './Pains'

/** The needs of one segment at the left, what it is offered at the right, and between them how far one answers the other. */
export function SegmentFit({ model }: { model: CanvasModel }) {
  const t = useText()
  const session = useSession()
  const { focus, selection } = useView('focus', 'selection')
  const { segmentId: chosen } = useFit(session.handle)
  const keysId = useId()
  const columns = useRef<HTMLDivElement>(null)
  const segment =
    model.segments.find(({ id }) => id === chosen) ??
    model.segments.find(({ id }) => id === focus) ??
    model.segments[0]
  if (!segment)
    return (
      <div className={frame.empty}>
        <h3>{t($ => $.fit.noSegments)}</h3>
        <p>{t($ => $.fit.noSegmentsText)}</p>
        <Button tone="primary" onClick={() => goTo('canvas')}>
          {t($ => $.links.toCanvas)}
        </Button>
      </div>
    )
  const fit = fitOf(session.doc, model, segment.id)
  const current = fit.pains.find(({ pain }) => selection.includes(pain.id)) ?? fit.pains[0]
  const pains = painsLaid(fit.pains)
  const offers = offersLaid(fit.offers)

  /** From the pains to the offers and back; up and down from offer to offer. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const stops = [...(columns.current?.querySelectorAll<HTMLElement>('[data-offer] [tabindex="0"]') ?? [])]
    const inOffers = stops.findIndex(stop => stop.closest('[data-offer]')?.contains(event.target as Node))
    const inPains = event.target.dataset['pain'] !== undefined
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (inPains && (event.key === 'ArrowRight' || event.key === 'Enter')) stops[0]?.focus()
    else if (inOffers >= 0 && event.key === 'Escape')
      columns.current?.querySelector<HTMLElement>('[data-pain][tabindex="0"]')?.focus()
    else if (inOffers >= 0 && step) stops[inOffers + step]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={frame.scroll}>
      <div className={styles.segments} role="group" aria-label={t($ => $.fit.segment)}>
        {model.segments.map(one => (
          <button
            key={one.id}
            type="button"
            aria-pressed={one === segment}
            className={styles.segment}
            onClick={() => {
              setFit(session.handle, { segmentId: one.id })
              look({ selection: [] })
            }}
          >
            <SegmentCode id={one.id} />
            <SegmentName id={one.id} />
          </button>
        ))}
      </div>
      {fit.coverage.pains > 0 && <CoverageHead fit={fit} />}
      <div
        ref={columns}
        className={styles.columns}
        onKeyDownCapture={onKeyDown}
        aria-describedby={keysId}
        role="group"
      >
        <Pains laid={pains} current={current} segmentId={segment.id} />
        <Bands pains={pains} offers={offers} currentId={current?.pain.id ?? null} />
        <Offers model={model} laid={offers} current={current} segmentId={segment.id} />
      </div>
      <p id={keysId} className={styles.keys}>
        {t($ => $.fit.keys)}
      </p>
      <Background fit={fit} segmentId={segment.id} />
    </div>
  )
}
