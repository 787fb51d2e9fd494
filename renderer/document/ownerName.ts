import { noteTitle } from '../../shared/queries'
import { useText } from '../ui/text'
import { useSession } from './hooks'

/** The name of whatever holds a number: a note, a placement's note, a segment, a programme. */
export function useOwnerName(): (ownerId: string) => string {
  const t = useText()
  const { doc } = useSession()
  return ownerId => {
    const note = doc.find('note', doc.find('placement', ownerId)?.noteId ?? ownerId)
    const name = note ? noteTitle(doc, note) : doc.get(ownerId)?.['title']
    return typeof name === 'string' && name !== '' ? name : t($ => $.board.unnamed.any)
  }
}
