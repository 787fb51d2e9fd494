import { useState } from 'react'
import type { DocumentView } from '../../../shared/document'
import { journeysIn, overlayOf, type Overlay as Laid } from '../../../shared/queries'
import { goTo } from '../../app/store'
import { useSession } from '../../document/hooks'
import { EmotionMark } from '../../document/EmotionMark'
import { SegmentCode } from '../../document/SegmentMark'
import { gapSign, gapWord } from '../../document/words'
import { signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import { Curves, LineSample } from './Curves'
import styles from './Fit.module.css'
import { setFit, useFit } from './fitState'
import over from './Overlay.module.css'

const MOST = 4
const MISSED_AT_FIRST = 12

/** The emotion curves of two to four journeys over one another, their stages side by side, and what fell short (R59). */
export function Overlay() {
  const t = useText()
  const { doc, handle } = useSession()
  const { journeyIds } = useFit(handle)
  const journeys = doc.all('journey')
  const [full, setFull] = useState(false)
  const chosen = (journeyIds ?? journeys.slice(0, 2).map(({ id }) => id)).filter(id =>
    doc.find('journey', id),
  )
  if (journeys.length === 0)
    return (
      <div className={frame.empty}>
        <h3>{t($ => $.fit.over.none)}</h3>
        <p>{t($ => $.fit.over.noneText)}</p>
      </div>
    )
  const segments = segmentsByJourney(doc)
  const overlay = overlayOf(doc, chosen)
  const toggle = (id: string) => {
    const on = chosen.includes(id)
    setFull(!on && chosen.length >= MOST)
    if (on) setFit(handle, { journeyIds: chosen.filter(one => one !== id) })
    else if (chosen.length < MOST) setFit(handle, { journeyIds: [...chosen, id] })
  }
  return (
    <div className={frame.scroll} data-part="fit" tabIndex={-1}>
      <div className={styles.segments} role="group" aria-label={t($ => $.fit.over.choose)}>
        {journeys.map(({ id, title }) => {
          const at = chosen.indexOf(id)
          return (
            <button
              key={id}
              type="button"
              aria-pressed={at >= 0}
              className={styles.segment}
              onClick={() => toggle(id)}
            >
              {at >= 0 && <LineSample at={at} />}
              <span>{title || t($ => $.journey.untitled)}</span>
              {(segments.get(id) ?? []).map(segmentId => (
                <SegmentCode key={segmentId} id={segmentId} />
              ))}
            </button>
          )
        })}
      </div>
      <p className={over.hint} role="status">
        {full
          ? t($ => $.fit.over.most)
          : chosen.length < 2
            ? t($ => $.fit.over.hint)
            : overlay.byLifecycle
              ? t($ => $.fit.over.byLifecycle)
              : t($ => $.fit.over.byPlace)}
      </p>
      {overlay.columns.length > 0 && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys */}
          <section className={over.wide} tabIndex={0} aria-label={t($ => $.fit.over.byStage)}>
            <Curves overlay={overlay} />
            <Stages overlay={overlay} />
          </section>
          <Missed overlay={overlay} />
        </>
      )}
    </div>
  )
}

function segmentsByJourney(document: DocumentView): ReadonlyMap<string, string[]> {
  const { ofSegment } = journeysIn(document)
  const found = new Map<string, string[]>()
  for (const { id } of document.all('segment')) {
    for (const journey of ofSegment(id)) found.set(journey.id, [...(found.get(journey.id) ?? []), id])
  }
  return found
}

/** Mean emotion and gap of every stage, journey by journey, and how far they lie apart. */
function Stages({ overlay: { journeys, columns, byLifecycle } }: { overlay: Laid }) {
  const t = useText()
  const language = useLanguage()
  const apart = columns.map(({ emotions }) => {
    const said = emotions.filter(value => value !== null)
    return said.length < 2 ? null : Math.max(...said) - Math.min(...said)
  })
  const widest = Math.max(0, ...apart.map(value => value ?? 0))
  return (
    <table className={over.table}>
      <caption className="visually-hidden">{t($ => $.fit.over.byStage)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t($ => $.terms.journey.journey)}</span>
          </th>
          {columns.map(({ lifecycle, stages }, at) => {
            const titles = [...new Set(stages.flat().map(({ title }) => title))].filter(Boolean)
            const name = byLifecycle && lifecycle ? t($ => $.terms.lifecycle[lifecycle]) : titles[0]
            return (
              // columns have no identity but their place
              // oxlint-disable-next-line react/no-array-index-key
              <th key={at} scope="col" title={titles.join(' / ')}>
                {name || t($ => $.board.unnamed.stage)}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {journeys.map(({ id, title }, n) => (
          <tr key={id}>
            <th scope="row">
              <span className={over.journey}>
                <LineSample at={n} />
                <span>{title || t($ => $.journey.untitled)}</span>
              </span>
            </th>
            {columns.map(({ emotions, gaps }, at) => {
              const [emotion = null, gap = null] = [emotions[n], gaps[n]]
              return (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={at}>
                  {emotion !== null && <EmotionMark value={emotion} digits={1} />}
                  {gap !== null && (
                    <span className={over.gap} data-missed={gap < 0}>
                      {t($ => $.fit.over.gap, { gap: signed(gap, language, 1) })}
                    </span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
        {journeys.length > 1 && (
          <tr className={over.apart}>
            <th scope="row">{t($ => $.fit.over.apart)}</th>
            {apart.map((value, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <td key={at} data-widest={value !== null && value > 0 && value === widest}>
                {value === null ? '–' : new Intl.NumberFormat(language, digits).format(value)}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  )
}

const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** Touchpoints of all of them that lie below what was expected, worst first. */
function Missed({ overlay: { journeys, missed } }: { overlay: Laid }) {
  const t = useText()
  const language = useLanguage()
  const [most, setMost] = useState(MISSED_AT_FIRST)
  const rest = missed.length - most
  return (
    <section className={over.missed} aria-label={t($ => $.fit.over.missed)}>
      <h3>{t($ => $.fit.over.missed)}</h3>
      {missed.length === 0 && <p>{t($ => $.fit.over.noneMissed)}</p>}
      <ul>
        {missed.slice(0, most).map(({ journey, touchpoint, stage, gap }) => (
          <li key={`${journey.id} ${touchpoint.id}`}>
            <button
              type="button"
              className={over.row}
              onClick={() =>
                goTo('board', { journeyId: journey.id, selection: [touchpoint.id], viewport: null })
              }
            >
              <LineSample at={journeys.indexOf(journey)} />
              <span className={over.title}>{touchpoint.title || t($ => $.board.unnamed.touchpoint)}</span>
              <span className={over.place}>
                {journey.title || t($ => $.journey.untitled)} › {stage.title || t($ => $.board.unnamed.stage)}
              </span>
              <span className={over.short}>
                <b>{gapSign(gap, language)}</b> {gapWord(t, gap)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={over.more} onClick={() => setMost(missed.length)}>
          {t($ => $.fit.over.more, { number: rest })}
        </button>
      )}
    </section>
  )
}
