import { CircleCheck, CircleDashed } from 'lucide-react'
import { addLink } from '../../../shared/commands'
import { fitOf, painCoverage, type CanvasModel, type PainRow } from '../../../shared/queries'
import { look } from '../../app/store'
import { useSession } from '../../document/hooks'
import { SegmentCode, SegmentName, useSegmentName } from '../../document/SegmentMark'
import { levelWords } from '../../document/words'
import { Button } from '../../ui/Button'
import { percent } from '../../ui/number'
import { PyramidGlyph } from '../../ui/PyramidGlyph'
import { Segmented } from '../../ui/Segmented'
import { useLanguage, useText } from '../../ui/text'
import frame from '../../ui/View.module.css'
import all from './AllPains.module.css'
import { setFit, useFit } from './fitState'

/** The pains of all segments of a canvas and what answers them; those without an answer on top. */
export function AllPains({ model }: { model: CanvasModel }) {
  const t = useText()
  const language = useLanguage()
  const { doc, handle } = useSession()
  const { severe } = useFit(handle)
  const rows = painCoverage(doc, model, severe ? 4 : 1)
  const open = rows.filter(({ best }) => best === 0).length
  return (
    <>
      <div className={frame.bar}>
        <Segmented
          label={t($ => $.fit.all.severity)}
          look="chips"
          value={severe ? 'severe' : 'every'}
          options={[
            { value: 'severe', label: t($ => $.fit.all.severe) },
            { value: 'every', label: t($ => $.fit.all.every) },
          ]}
          onChange={next => setFit(handle, { severe: next === 'severe' })}
        />
        <span role="status" className={`${frame.count} ${all.count}`} data-bad={open > 0}>
          {t($ => $.fit.all.open, { count: open })}
        </span>
      </div>
      <div className={frame.scroll} data-part="fit" tabIndex={-1}>
        <table className={`${frame.table} ${all.table}`}>
          <caption className="visually-hidden">{t($ => $.fit.views.coverage)}</caption>
          <thead>
            <tr>
              <th scope="col">{t($ => $.terms.journey.painPoint)}</th>
              <th scope="col">{t($ => $.fit.all.level)}</th>
              <th scope="col">{t($ => $.fit.all.answeredBy)}</th>
            </tr>
          </thead>
          {model.segments.map(({ id }) => {
            const own = rows.filter(({ segmentId }) => segmentId === id)
            const { share } = fitOf(doc, model, id).coverage
            return (
              <tbody key={id}>
                <tr className={all.segment}>
                  <th scope="rowgroup" colSpan={2}>
                    <span>
                      <SegmentCode id={id} />
                      <SegmentName id={id} />
                    </span>
                  </th>
                  <td>
                    {share !== null && (
                      <>
                        <b>{percent(share, language)}</b> {t($ => $.fit.coverage)}
                      </>
                    )}
                  </td>
                </tr>
                {own.length === 0 && (
                  <tr>
                    <td colSpan={3} className={all.none}>
                      {t($ => $.fit.all.none)}
                    </td>
                  </tr>
                )}
                {own.map(row => (
                  <Row key={row.pain.id} model={model} row={row} />
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
    </>
  )
}

function Row({
  model,
  row: { segmentId, pain, level: levelId, best, answers, notOffered },
}: {
  model: CanvasModel
  row: PainRow
}) {
  const t = useText()
  const session = useSession()
  const segment = useSegmentName(segmentId)
  const levels = session.doc.project().pyramid
  const at = levels.findIndex(({ id }) => id === levelId)
  const level = levels[at]
  const show = () => {
    setFit(session.handle, { view: 'segment', segmentId })
    look({ selection: [pain.id] })
  }
  const offer = (fromId: string) =>
    session.dispatch(addLink, { canvasId: model.canvas.id, kind: 'offers', fromId, toId: segmentId })
  const titleOf = (id: string) => model.note(id)?.title || t($ => $.links.unnamed)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={all.pain} onClick={show}>
          <b>
            {pain.severity}×{pain.frequency}
          </b>
          {pain.title || t($ => $.fit.untitledPain)}
        </button>
      </th>
      <td>
        <span className={all.level}>
          <PyramidGlyph at={at} of={levels.length} />
          {level ? levelWords(t, level, at).name : t($ => $.fit.noLevel)}
        </span>
      </td>
      <td>
        {answers.map(({ noteId, weight }) => (
          <span key={noteId} className={all.answer} data-bad={!weight}>
            {weight ? (
              <CircleCheck size={13} strokeWidth={2} aria-hidden />
            ) : (
              <CircleDashed size={13} strokeWidth={2} aria-hidden />
            )}
            {titleOf(noteId)} ·{' '}
            <em>
              {weight === null ? t($ => $.fit.howFar) : t($ => $.fit.weight[`w${weight as 0 | 1 | 2 | 3}`])}
            </em>
          </span>
        ))}
        {best === 0 && answers.length === 0 && (
          <span className={all.answer} data-bad>
            <CircleDashed size={13} strokeWidth={2} aria-hidden />
            {t($ => $.fit.unanswered)}
          </span>
        )}
        {notOffered.map(({ id }) => (
          <span key={id} className={all.answer}>
            {t($ => $.fit.all.notOffered, { title: titleOf(id) })}
            {session.readOnly === null && (
              <Button
                tone="link"
                aria-label={t($ => $.fit.all.offerOf, {
                  title: titleOf(id),
                  segment,
                })}
                onClick={() => offer(id)}
              >
                {t($ => $.fit.all.offerIt)}
              </Button>
            )}
          </span>
        ))}
      </td>
    </tr>
  )
}
