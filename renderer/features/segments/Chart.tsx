import { Info } from 'lucide-react'
import { segmentCommands } from '../../../shared/commands'
import { bubblesOf, revenueShares, scaledShares, sizeUnits, type Bubble } from '../../../shared/queries'
import { useDocument, useSession } from '../../document/hooks'
import { SegmentCode } from '../../document/SegmentMark'
import { Button } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { useLanguage, useText } from '../../ui/text'
import { BubbleChart } from './BubbleChart'
import styles from './Chart.module.css'
import { openCard } from './openCard'
import { show, useSegments } from './segmentsState'

/** What segments bring and where they are going: size, growth, margin and share of revenue. */
export function Chart() {
  const t = useText()
  const area = useSegments(state => state.area)
  const bubbles = useDocument(bubblesOf)
  const units = sizeUnits(bubbles)
  const incomplete = bubbles.filter(({ missing }) => missing.length > 0)
  return (
    <>
      <Shares />
      <div className={styles.chart}>
        <div className={styles.options}>
          <span id="bubble-area">{t($ => $.segments.area)}</span>
          <Segmented
            look="chips"
            label={t($ => $.segments.area)}
            value={area}
            options={(['size', 'revenueShare'] as const).map(value => ({
              value,
              label: t($ => $.segments.measure[value]),
            }))}
            onChange={value => show({ area: value })}
          />
        </div>
        <BubbleChart bubbles={bubbles} area={area} />
        {area === 'size' && units.length > 1 && (
          <p className={styles.aside}>
            <Info size={13} strokeWidth={1.75} aria-hidden />
            {t($ => $.segments.unitsDiffer, { units: units.join(', ') })}
          </p>
        )}
      </div>
      {incomplete.length > 0 && (
        <section className={styles.missing} aria-label={t($ => $.segments.missingTitle)}>
          <h3>{t($ => $.segments.missingTitle)}</h3>
          <ul>
            {incomplete.map(bubble => (
              <Missing key={bubble.id} bubble={bubble} />
            ))}
          </ul>
        </section>
      )}
      <ValueTable bubbles={bubbles} />
    </>
  )
}

/** What the shares add up to; where that is not 100, one click makes it so. */
function Shares() {
  const t = useText()
  const session = useSession()
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 })
  const shares = useDocument(revenueShares)
  if (shares.total === null || !shares.off) return null
  const scale = () =>
    session.dispatchAll('segments.scaleShares', dispatch => {
      for (const [id, revenueShare] of scaledShares(session.doc)) {
        dispatch(segmentCommands.update, { id, revenueShare })
      }
    })
  const canScale = session.readOnly === null && scaledShares(session.doc).size > 0
  return (
    <div className={styles.sum} role="status">
      <Info size={14} strokeWidth={1.75} aria-hidden />
      <span>
        {t($ => $.segments.sharesSum, { total: number.format(shares.total) })}{' '}
        {shares.without.length > 0 &&
          t($ => $.segments.sharesWithout, {
            names: shares.without.map(({ title }) => title || t($ => $.segments.unnamed)).join(', '),
          })}
      </span>
      {canScale && <Button onClick={scale}>{t($ => $.segments.scaleShares)}</Button>}
    </div>
  )
}

function Missing({ bubble }: { bubble: Bubble }) {
  const t = useText()
  return (
    <li>
      <SegmentCode id={bubble.id} />
      <Button tone="link" onClick={() => openCard(bubble.id)}>
        {bubble.title || t($ => $.segments.unnamed)}
      </Button>
      <span className={styles.lacks}>
        {bubble.missing.map(measure => t($ => $.segments.lacks[measure])).join(', ')}
      </span>
    </li>
  )
}

/** The same as the picture, for those who hear it. */
function ValueTable({ bubbles }: { bubbles: readonly Bubble[] }) {
  const t = useText()
  const number = new Intl.NumberFormat(useLanguage())
  const cell = (value: number | null, unit: string) =>
    value === null ? t($ => $.fields.none) : `${number.format(value)} ${unit}`
  return (
    <table className="visually-hidden">
      <caption>{t($ => $.segments.chartTitle)}</caption>
      <thead>
        <tr>
          <th scope="col">{t($ => $.terms.segment.segment)}</th>
          {(['size', 'growth', 'margin', 'revenueShare'] as const).map(measure => (
            <th key={measure} scope="col">
              {t($ => $.segments.measure[measure])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bubbles.map(({ id, title, size, unit, growth, margin, revenueShare }) => (
          <tr key={id}>
            <th scope="row">{title || t($ => $.segments.unnamed)}</th>
            <td>{cell(size, unit)}</td>
            <td>{cell(growth, '%')}</td>
            <td>{cell(margin, '%')}</td>
            <td>{cell(revenueShare, '%')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
