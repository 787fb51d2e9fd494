import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import type { DocumentView } from '../../../shared/document'
import { curvePath } from '../../../shared/layout/emotionCurve'
import { gapFigures, journeyParts, meanEmotion, pyramidOf, ratingsOf } from '../../../shared/queries'
import { levelWords } from '../../../shared/words'
import { percent, signed } from '../../ui/number'
import { useLanguage, useText } from '../../ui/text'
import styles from './BoardPane.module.css'
import { cardsOf, feelingsIn, type BoardPart } from './outcome'

interface Props {
  readonly mine: DocumentView
  readonly after: DocumentView
  readonly boardId: string
  readonly parts: readonly BoardPart[]
  readonly part: BoardPart
}

const width = 344
const height = 84
const y = (emotion: number) => height / 2 - emotion * 17

/** What a merge does to a journey as a whole: its emotion curve and its figures, before and after. */
export function JourneyChange({ mine, after, boardId, parts, part }: Props) {
  return (
    <>
      <EmotionChange {...{ mine, after, parts, part }} />
      <FigureChange {...{ mine, after, boardId }} />
    </>
  )
}

function EmotionChange({ mine, after, parts, part }: Omit<Props, 'boardId'>) {
  const t = useText()
  const title = useId()
  const ids = parts.flatMap(cardsOf)
  const step = width / Math.max(1, ids.length)
  const x = (at: number) => (at + 0.5) * step
  const pointsOf = (document: DocumentView) => {
    const feelings = feelingsIn(document, ids)
    return ids.flatMap((id, at) => {
      const emotion = document.get(id) ? (feelings.get(id)?.emotion ?? null) : null
      return emotion === null ? [] : [{ id, emotion, x: x(at), y: y(emotion) }]
    })
  }
  const [before, then] = [pointsOf(mine), pointsOf(after)]
  if (before.length + then.length === 0) return null
  const was = new Map(before.map(({ id, emotion }) => [id, emotion]))
  const inPart = new Set(cardsOf(part))
  const first = ids.findIndex(id => inPart.has(id))
  return (
    <section className={styles.emotion}>
      <h4>
        <b>{t($ => $.terms.emotion.emotion)}</b>
        <span className={styles.legend}>
          <i data-line="before" />
          {t($ => $.merge.pane.beforeLine)}
          <i data-line="after" />
          {t($ => $.merge.pane.afterLine)}
        </span>
      </h4>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={title}>
        <title id={title}>{t($ => $.merge.pane.curve)}</title>
        {inPart.size > 0 && (
          <rect className={styles.here} x={first * step} width={inPart.size * step} height={height} rx={3} />
        )}
        <path className={styles.zero} d={`M0 ${height / 2}H${width}`} />
        <path className={styles.beforeLine} d={curvePath(before)} />
        <path className={styles.afterLine} d={curvePath(then)} />
        {then
          .filter(({ id, emotion }) => was.get(id) !== emotion)
          .map(point => (
            <circle key={point.id} className={styles.dot} cx={point.x} cy={point.y} r={3.5} />
          ))}
      </svg>
    </section>
  )
}

function FigureChange({ mine, after, boardId }: Pick<Props, 'mine' | 'after' | 'boardId'>) {
  const t = useText()
  const language = useLanguage()
  const [before, then] = [figuresIn(mine, boardId), figuresIn(after, boardId)]
  const two = (value: number) => signed(value, language, 2)
  const share = (value: number) => percent(value, language)
  const rows = [
    { label: t($ => $.inspector.meanEmotion), say: two, was: before.emotion, is: then.emotion },
    { label: t($ => $.inspector.meanGap), say: two, was: before.gap, is: then.gap },
    ...then.levels.map((level, at) => ({
      label: t($ => $.merge.pane.fulfilled, { level: levelWords(t, level, at).name }),
      say: share,
      was: before.levels.find(({ id }) => id === level.id)?.fulfilledPct ?? null,
      is: level.fulfilledPct,
    })),
  ].filter(({ was, is }) => was !== null || is !== null)
  if (rows.length === 0) return null
  const none = t($ => $.compare.nothing)
  return (
    <section className={styles.figures}>
      <h4>
        <b>{t($ => $.merge.pane.figures)}</b>
      </h4>
      <dl>
        {rows.map(({ label, say, was, is }) => {
          const [from, to] = [was === null ? none : say(was), is === null ? none : say(is)]
          return (
            <div key={label} data-same={from === to}>
              <dt>{label}</dt>
              <dd>
                <span>{from}</span>
                <ArrowRight
                  size={12}
                  strokeWidth={1.75}
                  role="img"
                  aria-label={t($ => $.merge.pane.afterLine)}
                />
                <b>{to}</b>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function figuresIn(document: DocumentView, journeyId: string) {
  const { touchpoints } = journeyParts(document, journeyId)
  const ratings = ratingsOf(document, touchpoints)
  const all = [...ratings.values()]
  return {
    emotion: meanEmotion(all),
    gap: gapFigures(all).mean,
    levels: pyramidOf(document, touchpoints, ratings),
  }
}
