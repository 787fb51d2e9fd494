import {
  checkDocument,
  findingText,
  severityText,
  skipText,
  type CheckResult,
  type Finding,
} from '../../shared/checks'
import type { DocumentView } from '../../shared/document'
import { asJson, type CliCommand, type CliContext } from './context'
import { documentIn } from './documentFile'

/**
 * Checks canvases and segments. Errors and warnings make it exit with 1; hints alone do not, nor what was set aside.
 */
export const checkCommand: CliCommand = {
  name: 'check',
  args: ['FILE'],
  async run(context, [file = '']) {
    const document = await documentIn(context, file)
    // the day where the person is, as they would date a note
    const today = new Date()
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    const result = checkDocument(document, {
      today: day.map(part => String(part).padStart(2, '0')).join('-'),
    })
    if (context.json)
      context.print(asJson(result.findings.map(finding => asData(context, document, finding))))
    else print(context, document, result)
    return result.findings.some(({ severity }) => severity !== 'hint') ? 1 : 0
  },
}

const asData = ({ t }: CliContext, document: DocumentView, finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  records: finding.records,
  message: findingText(t, document, finding),
})

function print(
  { t, print: say }: CliContext,
  document: DocumentView,
  { findings, waived, skipped }: CheckResult,
) {
  const line = (finding: Finding) =>
    `${finding.rule} ${severityText(t, finding.severity)}: ${findingText(t, document, finding)}`
  const severalCanvases = document.all('canvas').length > 1
  let canvasId: string | null | undefined
  for (const finding of findings) {
    if (severalCanvases && finding.canvasId !== canvasId) {
      ;({ canvasId } = finding)
      say(document.find('canvas', canvasId)?.title ?? t($ => $.cli.check.elsewhere))
    }
    say(severalCanvases ? `  ${line(finding)}` : line(finding))
  }
  if (findings.length === 0) say(t($ => $.cli.check.nothing))
  if (waived.length > 0) say(t($ => $.cli.check.waived))
  for (const { finding, waiver } of waived) {
    say(`  ${line(finding)}${waiver.reason === '' ? '' : ` (${waiver.reason.replaceAll(/\s+/g, ' ')})`}`)
  }
  const whys = new Map(skipped.map(({ rule, why }) => [`${rule} ${why}`, `${rule}: ${skipText(t, why)}`]))
  if (whys.size > 0) say(t($ => $.cli.check.skipped))
  for (const why of whys.values()) say(`  ${why}`)
}
