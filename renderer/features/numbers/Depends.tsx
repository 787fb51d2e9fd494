import { useCallback, useState } from 'react'
import type { DocumentView } from '../../../shared/document'
import { tornado, type ValueColumn } from '../../../shared/queries'
import { showRecord } from '../../app/findings/showRecord'
import { useRecord, useSession } from '../../document/hooks'
import { useLater } from '../../document/later'
import { LowLikelyHigh, useMoney } from '../../document/money'
import { useOwnerName } from '../../document/ownerName'
import { isShare, perWord, quantityWord } from '../../document/quantities/words'
import { Segmented } from '../../ui/Segmented'
import { useText } from '../../ui/text'
import styles from './Numbers.module.css'

/** Most bars that are shown: the rest move the profit hardly at all. */
const MOST = 12

interface Props {
  readonly canvasId: string
  readonly columns: readonly ValueColumn[]
}

/** Which uncertain number moves a profit most: one bar for each, the longest first. */
export function Depends({ canvasId, columns }: Props) {
  const t = useText()
  const session = useSession()
  const computed = columns.filter(({ profit, kind }) => profit && kind !== 'unassigned')
  const [chosen, setChosen] = useState('all')
  const keyOf = (one: ValueColumn) => one.segmentId ?? one.kind
  const column = computed.find(one => keyOf(one) === chosen) ?? computed.at(-1)
  if (!column?.profit) return null
  const names = computed.map(one => ({
    value: keyOf(one),
    label:
      one.segmentId === null
        ? t($ => $.canvasScreen.result.total)
        : session.doc.find('segment', one.segmentId)?.title || t($ => $.checks.unnamed),
  }))
  return (
    <section className={styles.depends} aria-labelledby="numbers-depends">
      <div className={styles.bar}>
        <h3 id="numbers-depends">{t($ => $.numbers.depends)}</h3>
        {names.length > 1 && (
          <Segmented
            look="chips"
            label={t($ => $.numbers.ofColumn)}
            value={keyOf(column)}
            options={names}
            onChange={setChosen}
          />
        )}
      </div>
      <Bars canvasId={canvasId} segmentId={column.segmentId} likely={column.profit.likely} />
    </section>
  )
}

interface BarsProps {
  readonly canvasId: string
  /** Whose profit; null is that of all. */
  readonly segmentId: string | null
  readonly likely: number
}

function Bars({ canvasId, segmentId, likely }: BarsProps) {
  const t = useText()
  const session = useSession()
  const ownerName = useOwnerName()
  const money = useMoney()
  const compute = useCallback(
    (document: DocumentView) => {
      const kind = segmentId === null ? 'all' : 'segment'
      return tornado(document, canvasId, { kind, segmentId }).slice(0, MOST)
    },
    [canvasId, segmentId],
  )
  const bars = useLater(compute)
  if (!bars) return null
  if (bars.length === 0) return <p className={styles.quiet}>{t($ => $.numbers.steady)}</p>
  const ends = bars.flatMap(({ low, high }) => [low, high])
  const [from, to] = [Math.min(likely, ...ends), Math.max(likely, ...ends)]
  const scale = money.scaleOf([...ends, likely])
  const at = (value: number) => (to > from ? ((value - from) / (to - from)) * 100 : 50)
  const percent = (value: number) => `${value}%`
  return (
    <ol className={styles.bars}>
      <li aria-hidden>
        <span className={styles.unit}>{t($ => $.numbers.swing, { unit: scale.unit })}</span>
        <div className={styles.tornado}>
          <b style={{ left: percent(at(likely)) }}>{money.scaled(likely, scale)}</b>
        </div>
      </li>
      {bars.map(({ quantityId, ownerId, name, low, high }) => {
        const [least, most] = [Math.min(low, high), Math.max(low, high)]
        const label = `${quantityWord(t, name)} · ${ownerName(ownerId)}`
        const values = { low: money.scaled(least, scale), high: money.scaled(most, scale) }
        const [atLow, atHigh] = [t($ => $.numbers.atLow), t($ => $.numbers.atHigh)]
        const [left, middle, right] = [at(least), at(likely), at(most)]
        return (
          <li key={quantityId}>
            <button type="button" onClick={() => showRecord(session, quantityId, canvasId)}>
              <span>{label}</span>
              <Given id={quantityId} />
            </button>
            <div
              className={styles.tornado}
              role="img"
              aria-label={t($ => $.numbers.bar, { name: label, ...values })}
            >
              <i data-side="less" style={{ left: percent(left), right: percent(100 - middle) }} />
              <i data-side="more" style={{ left: percent(middle), right: percent(100 - right) }} />
              <s style={{ left: percent(middle) }} />
              <span title={low <= high ? atLow : atHigh} style={{ right: percent(100 - left) }}>
                {values.low}
              </span>
              <span title={low <= high ? atHigh : atLow} style={{ left: percent(right) }}>
                {values.high}
              </span>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** What was entered for a number. */
function Given({ id }: { id: string }) {
  const t = useText()
  const quantity = useRecord('quantity', id)
  if (!quantity) return null
  const { low, likely, high, name, unit, per } = quantity
  return (
    <small>
      <LowLikelyHigh {...{ low, likely, high }} unit={isShare(name) ? 'share' : unit} full />{' '}
      {perWord(t, per)}
    </small>
  )
}
