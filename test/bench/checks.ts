/** How long a full run of the checks takes beside a plain pass over the same records. */
import { checkCanvas } from '../../shared/checks'
import type { Doc } from '../../shared/document'
import { bigCanvas } from '../helpers/bigCanvas'

export interface ChecksFigures {
  readonly notes: number
  readonly links: number
  readonly findings: number
  /** Milliseconds, the best of the rounds (whatever else the machine does only adds); on a document just opened. */
  readonly run: number
  readonly opened: number
  readonly plain: number
}

/** Measures in this process, after the code has been run warm. */
export function measureChecks(notes: number, links: number, rounds = 40): ChecksFigures {
  const { document, canvasId } = bigCanvas(notes, links)
  const check = (one: Doc) => checkCanvas(one, canvasId, { today: '2026-01-15' }).findings.length
  const timed = (times: number, prepare: () => Doc, work: (one: Doc) => unknown) =>
    Math.min(
      ...Array.from({ length: times }, () => {
        const one = prepare()
        const begin = performance.now()
        work(one)
        return performance.now() - begin
      }),
    )
  for (let n = 0; n < rounds; n++) check(document)
  return {
    notes,
    links,
    findings: check(document),
    run: timed(rounds, () => document, check),
    opened: timed(rounds, () => document.clone(), check),
    plain: timed(rounds, () => document, readAll),
  }
}

/** Looks once at every field of every record. */
function readAll(document: Doc): number {
  let read = 0
  for (const record of document.records())
    for (const value of Object.values(record)) if (value !== null) read++
  return read
}
