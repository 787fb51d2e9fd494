import { useCallback } from 'react'
import { checkCanvas } from '../../../shared/checks'
import type { DocumentView } from '../../../shared/document'
import { useLater } from '../../document/later'

const none: ReadonlyMap<string, number> = new Map()

/** How many errors the checks find for each segment of a canvas; kept from the last quiet moment. */
export function useErrorsBySegment(canvasId: string): ReadonlyMap<string, number> {
  const count = useCallback(
    (document: DocumentView) => {
      // the day where the reader is, YYYY-MM-DD
      const today = new Date().toLocaleDateString('sv')
      const errors = new Map<string, number>()
      for (const { severity, records } of checkCanvas(document, canvasId, { today }).findings) {
        if (severity !== 'error') continue
        for (const id of records) if (document.find('segment', id)) errors.set(id, (errors.get(id) ?? 0) + 1)
      }
      return errors
    },
    [canvasId],
  )
  return useLater(count) ?? none
}
