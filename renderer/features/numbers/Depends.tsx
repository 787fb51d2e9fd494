import { useCallback, useState } from 'react'
import type { DocumentView } from '../../../shared/document'
import { tornado, type ValueColumn } from '../../../shared/queries'
import { showRecord } from '../../app/findings/showRecord'
import { useSession } from '../../document/hooks'
import { useLater } from '../../document/later'
import { useMoney } from '../../document/money'
import { useOwnerName } from '../../document/ownerName'
import { quantityWord } from '../../document/quantities/words'
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
  return (
    <ol className={styles.bars}>
      {bars.map(({ quantityId, ownerId, name, low, high }) => {
        const [least, most] = [Math.min(low, high), Math.max(low, high)]
        const label = `${quantityWord(t, name)} · ${ownerName(ownerId)}`
        const values = { low: money.scaled(least, scale), high: money.scaled(most, scale) }
        return (
          <li key={quantityId}>
            <button type="button" title={label} onClick={() => showRecord(session, quantityId, canvasId)}>
              {label}
            </button>
            <svg
              className={styles.tornado}
              viewBox="0 0 100 16"
              preserveAspectRatio="none"
              role="img"
              aria-label={t($ => $.numbers.bar, { name: label, ...values })}
            >
              <rect
                data-side="less"
                x={at(least)}
                y={3}
                width={Math.max(0, at(likely) - at(least))}
                height={10}
              />
              <rect
                data-side="more"
                x={at(likely)}
                y={3}
                width={Math.max(0, at(most) - at(likely))}
                height={10}
              />
              <line x1={at(likely)} x2={at(likely)} y1={0} y2={16} vectorEffect="non-scaling-stroke" />
            </svg>
            <span title={low <= high ? t($ => $.numbers.atLow) : t($ => $.numbers.atHigh)}>{values.low}</span>
            <span title={low <= high ? t($ => $.numbers.atHigh) : t($ => $.numbers.atLow)}>
              {values.high}
            </span>
          </li>
        )
      })}
      <li aria-hidden className={styles.unit}>
        {scale.unit}
      </li>
    </ol>
  )
}
