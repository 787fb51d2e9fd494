/** Fields that two people wrote without knowing of each other and that nobody has decided yet. */
import { useMemo, useSyncExternalStore } from 'react'
import type { OpenConflict } from '../../shared/document'
import { useSession } from './hooks'

/** The open conflicts of the document on screen. */
export function useConflicts(): readonly OpenConflict[] {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, () => session.conflicts)
}

/** Record → how many of its fields are in conflict. The same conflicts are the same function. */
export function useConflictsOf(): (id: string) => number {
  const conflicts = useConflicts()
  const session = useSession()
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const { id } of conflicts) {
      const record = session.doc.get(id)
      // what is no thing of its own on the board counts with what it belongs to
      const pain = session.doc.find('painPoint', id)
      const owner = record?.['touchpointId'] ?? record?.['noteId'] ?? pain?.touchpointIds[0]
      const quantity = session.doc.find('quantity', id)
      const place = session.doc.find('placement', quantity?.ownerId)
      const shown = [place?.noteId, quantity?.ownerId, owner, id].find(
        one => typeof one === 'string',
      ) as string
      counts.set(shown, (counts.get(shown) ?? 0) + 1)
    }
    return (id: string) => counts.get(id) ?? 0
  }, [conflicts, session])
}
