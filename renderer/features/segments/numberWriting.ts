/** Writing a number of a segment or programme by name: changed where it is entered, made where it is not. */
import { quantityCommands } from '../../../shared/commands'
import type { Quantity } from '../../../shared/model'
import type { EnteredNumber } from '../../../shared/queries'
import { useSession } from '../../document/hooks'

type Change = Partial<Pick<Quantity, 'likely' | 'unit' | 'per'>>

/** @returns a function that writes `change`; `typing` makes what follows it one undo step */
export function useNumberWriting(ownerId: string, name: string, fresh: Pick<Quantity, 'unit' | 'per'>) {
  const session = useSession()
  return (known: EnteredNumber | undefined, change: Change, typing = '') => {
    const join = typing && `${ownerId}:${name}:${typing}`
    if (!known) {
      session.dispatch(quantityCommands.add, { ownerId, name, ...fresh, ...change }, join)
      return
    }
    const { id } = known
    const likely = change.likely
    // the ends of a range give way to a likely value beyond them
    const { low = null, high = null } = session.doc.find('quantity', id) ?? {}
    const ends =
      likely === null || likely === undefined
        ? {}
        : {
            ...(low !== null && { low: Math.min(low, likely) }),
            ...(high !== null && { high: Math.max(high, likely) }),
          }
    session.dispatch(quantityCommands.update, { id, ...change, ...ends }, join)
  }
}
