import type { DocumentView } from '../../../shared/document'
import { useDocument } from '../../document/hooks'
import { useText } from '../../ui/text'

/** Above this many touchpoints the table view, which draws only what is in sight, is the one to read. */
const LIMIT = 400

/** The board as a table, for those who hear it: stage, step, touchpoint, channel, emotion. */
export function ReaderTable({ journeyId }: { journeyId: string }) {
  const t = useText()
  const rows = useDocument(document => rowsOf(document, journeyId))
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
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const rowsOf = (document: DocumentView, journeyId: string) =>
  document.pointing('stage', 'journeyId', journeyId).flatMap(stage =>
    document.pointing('step', 'stageId', stage.id).flatMap(step =>
      document.pointing('touchpoint', 'stepId', step.id).map(touchpoint => ({
        id: touchpoint.id,
        cells: [
          stage.title,
          step.title,
          touchpoint.title,
          document.find('channel', touchpoint.channelId)?.title ?? '',
          document.pointing('experience', 'touchpointId', touchpoint.id)[0]?.emotion ?? '',
        ],
      })),
    ),
  )
