import type { DocumentView } from '../../../shared/document'
import type { Experience } from '../../../shared/model'
import { openTalks } from '../../../shared/queries'
import { useConflictsOf } from '../../document/conflicts'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'

/** Above this many touchpoints the table view, which draws only what is in sight, is the one to read. */
const LIMIT = 400

/** The board as a table, for those who hear it: stages and steps with what happens there, also the empty ones. */
export function ReaderTable({ journeyId }: { journeyId: string }) {
  const t = useText()
  const rows = useDocument(document => rowsOf(document, journeyId))
  const conflicts = useConflictsOf()
  if (rows.length > LIMIT) return <p className="visually-hidden">{t($ => $.board.readAsTable)}</p>
  return (
    <table className="visually-hidden">
      <caption>{t($ => $.board.name)}</caption>
      <thead>
        <tr>
          <th>{t($ => $.terms.journey.stage)}</th>
          <th>{t($ => $.terms.journey.step)}</th>
          <th>{t($ => $.terms.journey.touchpoint)}</th>
          <th>{t($ => $.terms.channel.channel)}</th>
          <th>{t($ => $.terms.emotion.emotion)}</th>
          <th>{t($ => $.terms.gap.expectation)}</th>
          <th>{t($ => $.terms.gap.experience)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells, talks = 0 }) => (
          <tr key={id}>
            {cells.map((cell, at) => (
              <td key={at}>
                {[
                  cell,
                  at === touchpointAt && talks > 0 && t($ => $.comments.openCount, { count: talks }),
                  at === touchpointAt &&
                    conflicts(id) > 0 &&
                    t($ => $.merge.conflicts, { count: conflicts(id) }),
                ]
                  .filter(part => part !== false)
                  .join(', ')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Row {
  readonly id: string
  readonly cells: readonly string[]
  /** How many comments on the touchpoint are open. */
  readonly talks?: number
}

/** The column of touchpoints. */
const touchpointAt = 2

const empty = ['', '', '', '', '']

const rowsOf = (document: DocumentView, journeyId: string): Row[] =>
  document.pointing('stage', 'journeyId', journeyId).flatMap(stage => {
    const steps = document.pointing('step', 'stageId', stage.id)
    if (steps.length === 0) return { id: stage.id, cells: [stage.title, '', ...empty] }
    return steps.flatMap((step): Row[] => {
      const touchpoints = document.pointing('touchpoint', 'stepId', step.id)
      if (touchpoints.length === 0) return [{ id: step.id, cells: [stage.title, step.title, ...empty] }]
      return touchpoints.map(({ id, title, channelId }) => {
        const said = document.pointing('experience', 'touchpointId', id)
        const each = (field: 'emotion' | 'expectation' | 'experience') => saidBy(document, said, field)
        const channel = document.find('channel', channelId)?.title ?? ''
        const ratings = [each('emotion'), each('expectation'), each('experience')]
        const cells = [stage.title, step.title, title, channel, ...ratings]
        return { id, cells, talks: openTalks(document, id) }
      })
    })
  })

/** '2', or 'Martina: 2, Peter: -1' where personas differ. */
function saidBy(
  document: DocumentView,
  said: readonly Experience[],
  field: 'emotion' | 'expectation' | 'experience',
): string {
  const known = said.flatMap(one => {
    const value = one[field]
    return value === null ? [] : { value, name: document.find('persona', one.personaId)?.title }
  })
  if (known.length < 2) return String(known[0]?.value ?? '')
  return known.map(({ name, value }) => (name ? `${name}: ${value}` : String(value))).join(', ')
}
