import { useMemo } from 'react'
import type { DocumentView } from '../../../shared/document'
import { useDocument } from '../../document/hooks'

/** Names that many rows show: the pyramid's levels, and the journeys where the table shows several. */
export interface Names {
  readonly levels: readonly { readonly id: string; readonly name: string; readonly meaning: string }[]
  /** Empty where all rows are of one journey. */
  readonly journeys: ReadonlyMap<string, string>
}

const levelsOf = (document: DocumentView) => document.project().pyramid
const journeysOf = (document: DocumentView) =>
  document.all('journey').map(({ id, title }) => [id, title] as const)

export function useNames(scope: 'journey' | 'document'): Names {
  const levels = useDocument(levelsOf)
  const journeys = useDocument(journeysOf)
  return useMemo(
    () => ({ levels, journeys: new Map(scope === 'document' ? journeys : []) }),
    [levels, journeys, scope],
  )
}
