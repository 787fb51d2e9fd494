import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { keepNumberHere, quantityCommands } from '../../../shared/commands'
import type { Fields } from '../../../shared/document'
import type { QuantityProblem, ResolvedQuantity } from '../../../shared/queries'
import { useText } from '../../ui/text'
import { ConflictSign } from '../ConflictSign'
import { useSession } from '../hooks'
import { LowLikelyHigh } from '../money'
import type { ShownQuantity } from './numbers'
import { problemText } from './problems'
import styles from './Quantities.module.css'
import { QuantityEditor } from './QuantityEditor'
import type { NumbersOf } from './QuantityRows'
import { RangeMark } from './RangeMark'
import { isShare, perWord, quantityWord } from './words'

interface Props extends NumbersOf, ShownQuantity {
  /** The same as long as it is the same row, also when a copy takes its place. */
  readonly rowKey: string
  /** What a formula comes to; undefined for a number of its own. */
  readonly resolved: ResolvedQuantity | undefined
  readonly problem: QuantityProblem | undefined
  readonly open: boolean
  readonly fresh: boolean
  readonly onOpen: (open: boolean) => void
  readonly onKept: (copyId: string) => void
}

/** How a number is changed: where only this canvas is to change, a copy for it is made first. */
export type WriteQuantity = (fields: Fields<'quantity'>, join?: string) => void

/** One number in two lines; it opens to be changed. */
export function QuantityRow(props: Props) {
  const { quantity, resolved, problem, open, onOpen, placementId = null, hereOnly = false } = props
  const t = useText()
  const session = useSession()
  const detailsId = useId()
  const { name, formula } = quantity
  const here = placementId !== null && quantity.ownerId === placementId
  const write: WriteQuantity = (fields, join) => {
    const step = join && `${props.rowKey}:${join}`
    if (!hereOnly || placementId === null || here)
      return void session.dispatch(quantityCommands.update, { id: quantity.id, ...fields }, step)
    const made = session.dispatch(keepNumberHere, { sourceId: quantity.id, placementId, ...fields }, step)
    if (made) props.onKept(made.id)
  }
  const range = formula ? resolved : quantity
  const unit = isShare(name) ? 'share' : (range?.unit ?? '')
  const empty = !range || (range.low === null && range.likely === null && range.high === null)
  return (
    <div className={styles.row} data-open={open}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-controls={detailsId}
        onClick={() => onOpen(!open)}
      >
        <span className={styles.name}>
          {quantityWord(t, name) || t($ => $.quantities.nameless)}
          <ChevronRight size={12} strokeWidth={1.75} aria-hidden />
        </span>
        {range && !empty && <RangeMark {...range} />}
        <span className={styles.value}>
          {problem ? (
            <span className={styles.wrong}>{problemText(t, problem)}</span>
          ) : range && !empty ? (
            <>
              <LowLikelyHigh {...range} unit={unit} full />
              <span> {perWord(t, range.per)}</span>
            </>
          ) : (
            t($ => $.quantities.empty)
          )}
        </span>
        <em>
          {!open && <ConflictSign id={quantity.id} />}
          {[here && t($ => $.quantities.hereOnly), t($ => $.quantities.basis[quantity.basis])]
            .filter(Boolean)
            .join(' · ')}
        </em>
      </button>
      {open && (
        <div id={detailsId} className={styles.editor}>
          <QuantityEditor {...props} here={here} write={write} />
        </div>
      )}
    </div>
  )
}
