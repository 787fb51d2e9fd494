import { useMemo } from 'react'
import { useFindings } from '../../app/findings/useFindings'

/** How many errors the checks find for each segment of a canvas; ids of other records may be among the keys. */
export function useErrorsBySegment(canvasId: string): ReadonlyMap<string, number> {
  const { findings } = useFindings(canvasId)
  return useMemo(() => {
    const errors = new Map<string, number>()
    for (const { severity, records } of findings) {
      if (severity !== 'error') continue
      for (const id of records) errors.set(id, (errors.get(id) ?? 0) + 1)
    }
    return errors
  }, [findings])
}
