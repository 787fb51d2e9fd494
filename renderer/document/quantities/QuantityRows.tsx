import { Plus } from 'lucide-react'
import { useState } from 'react'
import { quantityCommands } from '../../../shared/commands'
import type { DocumentView } from '../../../shared/document'
import { Button } from '../../ui/Button'
import { useFieldsReadOnly } from '../../ui/Field'
import { useText } from '../../ui/text'
import { useDocument, useSession } from '../hooks'
import { shownQuantities } from './numbers'
import styles from './Quantities.module.css'
import { QuantityRow } from './QuantityRow'
import { useQuantitiesOf } from './resolved'
import { quantityWord, usually } from './words'

export interface NumbersOf {
  /** The owners whose numbers are shown, the strongest first: placement, note, segment. */
  readonly layers: readonly string[]
  /** Where a number that counts everywhere goes: note, segment or programme. */
  readonly home: string
  /** The placement that holds what counts on one canvas only; null where there is no such thing. */
  readonly placementId?: string | null
  /** Whether what is added or changed is to count on this canvas only. */
  readonly hereOnly?: boolean
  /** The canvas formulas are worked out on. */
  readonly canvasId: string | null
}

interface Props extends NumbersOf {
  /** A number to begin with opened, e.g. the one that was looked for. */
  readonly openId?: string | null
  /** Well-known names that are offered as long as they are not there, e.g. price and payers of a revenue stream. */
  readonly wanted?: readonly string[]
}

/**
 * The numbers of a note, segment or programme: name, low, likely and high, unit, where they come from. A row opens to
 * be changed.
 */
export function QuantityRows({ openId = null, wanted = [], ...of }: Props) {
  const t = useText()
  const session = useSession()
  const readOnly = useFieldsReadOnly()
  const { layers, home, placementId = null, hereOnly = false } = of
  const shown = useDocument((document: DocumentView) => shownQuantities(document, layers))
  const resolved = useQuantitiesOf(shown.some(({ quantity }) => quantity.formula) ? of.canvasId : null)
  const [open, setOpen] = useState<string | null>(openId)
  const [fresh, setFresh] = useState<string | null>(null)
  // a number that is kept here from now on stays the row it was
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(new Map())
  const keyOf = (id: string) => kept.get(id) ?? id
  const add = (name: string) => {
    const ownerId = hereOnly && placementId ? placementId : home
    const made = session.dispatch(quantityCommands.add, {
      ownerId,
      name,
      ...usually(name, session.doc.project()),
    })
    if (!made) return
    setOpen(made.id)
    setFresh(made.id)
  }
  const missing = wanted.filter(name => !shown.some(({ quantity }) => quantity.name === name))
  return (
    <div className={styles.rows}>
      {shown.map(one => {
        const key = keyOf(one.quantity.id)
        return (
          <QuantityRow
            key={key}
            {...of}
            {...one}
            rowKey={key}
            resolved={resolved?.of(one.quantity.ownerId).find(({ id }) => id === one.quantity.id)}
            problem={resolved?.problems.find(({ quantityId }) => quantityId === one.quantity.id)}
            open={key === open}
            fresh={key === fresh}
            onOpen={wantedOpen => setOpen(wantedOpen ? key : null)}
            onKept={copyId => setKept(map => new Map([...map, [copyId, key]]))}
          />
        )
      })}
      {!readOnly && (
        <div className={styles.adders}>
          {missing.map(name => (
            <Button key={name} icon={Plus} tone="link" onClick={() => add(name)}>
              {quantityWord(t, name)}
            </Button>
          ))}
          <Button icon={Plus} tone="link" onClick={() => add('')}>
            {t($ => $.quantities.add)}
          </Button>
        </div>
      )}
    </div>
  )
}
