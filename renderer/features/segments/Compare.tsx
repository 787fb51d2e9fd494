import { Equal, EqualNot } from 'lucide-react'
import { compareSegments, likenesses, type CompareGroup, type Likeness } from '../../../shared/queries'
import { useView } from '../../app/useView'
import { useCanvas } from '../../document/canvas'
import { useDocument } from '../../document/hooks'
import { Nothing } from '../../document/Page'
import { SegmentCode, useSegmentName } from '../../document/SegmentMark'
import { useLanguage, useText } from '../../ui/text'
import { Hint } from './Hint'
import styles from './Compare.module.css'
import { cellWords, fieldName } from './compareWords'
import { Scroller } from './Scroller'
import { show, useSegments } from './segmentsState'

const groups: readonly CompareGroup[] = ['who', 'criteria', 'worth', 'quality', 'canvas']
const MOST = 4

/** Two to four segments side by side; what differs is marked, what is alike stands back. */
export function Compare() {
  const t = useText()
  const language = useLanguage()
  const model = useCanvas(useView('canvasId').canvasId)
  const all = useDocument(document => document.all('segment').map(({ id }) => id))
  const compared = useSegments(state => state.compared)
  const chosen = all.filter(id => (compared ?? all.slice(0, MOST)).includes(id))
  const rows = useDocument(document => compareSegments(document, model, chosen))
  if (all.length < 2)
    return <Nothing title={t($ => $.segments.compareNone)} text={t($ => $.segments.compareNoneText)} />

  const toggle = (id: string) =>
    show({ compared: chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id] })
  return (
    <>
      <div className={styles.choose} role="group" aria-label={t($ => $.segments.compareWhich)}>
        {all.map(id => (
          <ChooseButton
            key={id}
            id={id}
            chosen={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= MOST}
            onToggle={() => toggle(id)}
          />
        ))}
      </div>
      {chosen.length < 2 ? (
        <p className={styles.few}>{t($ => $.segments.compareMore)}</p>
      ) : (
        <>
          <SplitHints list={likenesses(model, chosen)} />
          <Scroller label={t($ => $.segments.panes.compare)}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="visually-hidden">{t($ => $.segments.field)}</span>
                  </th>
                  {chosen.map(id => (
                    <SegmentHead key={id} id={id} />
                  ))}
                </tr>
              </thead>
              {groups.map(group => {
                const own = rows.filter(row => row.group === group && !row.empty)
                if (own.length === 0) return null
                return (
                  <tbody key={group}>
                    <tr className={styles.group}>
                      <th scope="rowgroup" colSpan={chosen.length + 1}>
                        {group === 'canvas'
                          ? t($ => $.segments.onCanvas, { title: model?.canvas.title ?? '' })
                          : t($ => $.segments.compareGroup[group])}
                      </th>
                    </tr>
                    {own.map(({ field, cells, differs }) => (
                      <tr key={field} data-differs={differs}>
                        <th scope="row">
                          <span>{fieldName(t, field)}</span>
                          <span className={styles.mark}>
                            {differs ? (
                              <EqualNot size={12} strokeWidth={2} aria-hidden />
                            ) : (
                              <Equal size={12} strokeWidth={2} aria-hidden />
                            )}
                            {differs ? t($ => $.segments.differs) : t($ => $.segments.same)}
                          </span>
                        </th>
                        {cells.map(({ values, own: ownValues }, at) => (
                          <td key={chosen[at]}>
                            {cellWords(t, language, field, values).map(({ text, value }, n) => (
                              <span key={n} data-own={differs && ownValues.includes(value)}>
                                {text}
                              </span>
                            ))}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                )
              })}
            </table>
          </Scroller>
        </>
      )}
    </>
  )
}

interface ChooseProps {
  readonly id: string
  readonly chosen: boolean
  readonly disabled: boolean
  readonly onToggle: () => void
}

function ChooseButton({ id, chosen, disabled, onToggle }: ChooseProps) {
  const name = useSegmentName(id)
  return (
    <button type="button" aria-pressed={chosen} disabled={disabled} onClick={onToggle}>
      <SegmentCode id={id} dim={!chosen} />
      {name}
    </button>
  )
}

function SegmentHead({ id }: { id: string }) {
  const name = useSegmentName(id)
  return (
    <th scope="col">
      <SegmentCode id={id} /> {name}
    </th>
  )
}

/** "Split a segment only if…": what a canvas says about every two of them. */
function SplitHints({ list }: { list: readonly Likeness[] }) {
  const t = useText()
  const alike = list.filter(({ differsIn }) => differsIn.length === 0)
  return (
    <div className={styles.hints}>
      <p>{t($ => $.segments.splitRule)}</p>
      {alike.map(({ ids, unlinked }) => (
        <Hint key={ids.join()}>
          <AlikeWords ids={ids} unlinked={unlinked} />
        </Hint>
      ))}
    </div>
  )
}

function AlikeWords({ ids: [one, other], unlinked }: Pick<Likeness, 'ids' | 'unlinked'>) {
  const t = useText()
  const names = { one: useSegmentName(one), other: useSegmentName(other) }
  return unlinked ? t($ => $.segments.alikeUnlinked, names) : t($ => $.segments.alike, names)
}
