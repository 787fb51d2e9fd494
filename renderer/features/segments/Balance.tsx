import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { T } from '../../../shared/i18n'
import { tellingBlocks, type Side, type SideGap } from '../../../shared/queries'
import { SegmentCode, useSegmentName } from '../../document/SegmentMark'
import { useText } from '../../ui/text'
import styles from './Market.module.css'
import { Scroller } from './Scroller'

interface Props {
  readonly sides: readonly Side[]
  /** Title of the canvas that is read; null without one. */
  readonly canvas: string | null
}

/** The sides beside each other: what each is offered, how it is reached and kept, what it pays, and what is missing. */
export function Balance({ sides, canvas }: Props) {
  const t = useText()
  return (
    <section className={styles.balance}>
      <h3>{t($ => $.segments.balance)}</h3>
      <p>
        {canvas === null
          ? t($ => $.segments.balanceNoCanvas)
          : t($ => $.segments.balanceText, { title: canvas || t($ => $.canvas.untitled) })}
      </p>
      <Scroller label={t($ => $.segments.balance)}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t($ => $.segments.field)}</span>
              </th>
              {sides.map(({ segment }) => (
                <th key={segment.id} scope="col">
                  <SegmentCode id={segment.id} /> {segment.title || t($ => $.segments.unnamed)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {canvas !== null &&
              tellingBlocks.map(block => (
                <tr key={block}>
                  <th scope="row">{t($ => $.terms.bmc[block])}</th>
                  {sides.map(({ segment, notes }) => (
                    <td key={segment.id}>
                      {notes[block].length === 0 ? (
                        <span className={styles.none}>{t($ => $.segments.nothingThere)}</span>
                      ) : (
                        notes[block].map(({ id, title }) => <span key={id}>{title}</span>)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            <tr>
              <th scope="row">{t($ => $.segments.whoPays)}</th>
              {sides.map(side => (
                <td key={side.segment.id}>
                  <Subsidies side={side} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t($ => $.segments.gaps)}</th>
              {sides.map(({ segment, gaps }) => (
                <td key={segment.id} data-gaps={gaps.length}>
                  {gaps.length === 0 ? (
                    <span className={styles.fine}>
                      <CircleCheck size={13} strokeWidth={1.75} aria-hidden />
                      {t($ => $.segments.noGap)}
                    </span>
                  ) : (
                    gaps.map(gap => (
                      <span key={gap.kind + ('block' in gap ? gap.block : '')} className={styles.gap}>
                        <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
                        {gapWords(t, gap)}
                      </span>
                    ))
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}

function Subsidies({ side: { notes, subsidisedBy, subsidises } }: { side: Side }) {
  const t = useText()
  const pays = notes.revenueStreams.length > 0
  return (
    <>
      {pays && <span>{t($ => $.segments.paysItself)}</span>}
      {subsidisedBy.map(id => (
        <Subsidy key={id} id={id} way="subsidisedBy" />
      ))}
      {subsidises.map(id => (
        <Subsidy key={id} id={id} way="subsidises" />
      ))}
      {!pays && subsidisedBy.length === 0 && subsidises.length === 0 && (
        <span className={styles.none}>{t($ => $.segments.nothingThere)}</span>
      )}
    </>
  )
}

function Subsidy({ id, way }: { id: string; way: 'subsidisedBy' | 'subsidises' }) {
  const t = useText()
  const name = useSegmentName(id)
  return <span>{t($ => $.segments.subsidy[way], { name })}</span>
}

function gapWords(t: T, gap: SideGap): string {
  if (gap.kind !== 'missing') return t($ => $.segments.gap[gap.kind])
  return t($ => $.segments.gapIn[gap.block])
}
