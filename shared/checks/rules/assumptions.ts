/** L37, L38: what is believed, and what it rests on. */
import type { DocumentView } from '../../document'
import type { Assumption, Evidence } from '../../model'
import type { Found } from '../finding'
import { canvasRule, documentRule, found, type Rule } from '../rule'

export const assumptions: readonly Rule[] = [
  documentRule('L37', ({ document, setting, today }) => {
    const limit = monthsBefore(today, setting('L37.months'))
    const critical = document
      .all('assumption')
      .filter(({ criticality, status }) => criticality >= setting('L37.criticality') && !settled(status))
    return critical.flatMap(({ id, certainty, status }): Found[] => {
      const evidence = document.pointing('evidence', 'targetIds', id)
      // evidence without a date is planned, which is enough
      if (status === 'untested' && certainty <= setting('L37.certainty') && evidence.length === 0)
        return [found('warning', 'untested', id)]
      const dates = evidence.flatMap(({ tone, date }) => (tone > 0 && date ? date : []))
      const newest = dates.toSorted().at(-1)
      return newest !== undefined && newest < limit
        ? [found('warning', 'old', id, { date: newest, months: setting('L37.months') })]
        : []
    })
  }),
  documentRule('L38', ({ document }) =>
    document
      .all('assumption')
      .filter(({ status }) => status === 'supported')
      .flatMap(({ id }) => doubtful(id, document.pointing('evidence', 'targetIds', id))),
  ),
  canvasRule('L38', ({ document, model }) =>
    model.notes
      .filter(({ note }) => note.status === 'supported')
      .flatMap(({ id, note }) => {
        const things = [id, note.segmentId, note.channelId].filter(one => one !== null)
        return doubtful(id, evidenceOn(document, things))
      }),
  ),
]

/** Nothing hangs on it any more. */
const settled = (status: Assumption['status']) => status === 'refuted' || status === 'parked'

function doubtful(id: string, evidence: readonly Evidence[]): Found[] {
  if (evidence.length === 0) return [found('warning', 'noEvidence', id)]
  const net = evidence.reduce((sum, { tone, weight }) => sum + tone * weight, 0)
  return net < 0 ? [found('warning', 'against', id)] : []
}

/** Evidence attached to any of these, or to an assumption about one of them; each once. */
function evidenceOn(document: DocumentView, ids: readonly string[]): Evidence[] {
  const believed = ids.flatMap(id => document.pointing('assumption', 'targetIds', id).map(one => one.id))
  return [...new Set([...ids, ...believed].flatMap(id => document.pointing('evidence', 'targetIds', id)))]
}

/** The day so many months before another, `YYYY-MM-DD`; the last of its month where there is no such day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}
