/** The words of the canvas for its layout, made once for each language. */
import type { T } from '../i18n'
import { numberFormat } from '../i18n/intl'
import { optionStates, type CanvasLabels } from '../layout/canvas'
import { channelPhases } from '../model/channel'
import { blocks, type Block } from '../model/note'
import { segmentColours } from '../queries/canvas/marks'
import { blockName } from '../words/blockName'

/** Numbers as a note writes them: groups, no needless decimals. */
const number = (value: number, language: string) =>
  numberFormat(language, { maximumFractionDigits: 1 }).format(value)

const record = <K extends string, V>(keys: readonly K[], of: (key: K, at: number) => V) =>
  Object.fromEntries(keys.map((key, at) => [key, of(key, at)])) as Record<K, V>

/** The guiding question of a block; the parking lot asks none. */
const questionOf = (t: T, block: Block): string =>
  block === 'parked' ? '' : t($ => $.canvas.questions[block])

export function canvasLabels(t: T, language: string, questions: boolean): CanvasLabels {
  const status = ['idea', 'assumed', 'testing', 'supported', 'refuted'] as const
  return {
    blocks: record(blocks, block => blockName(t, block)),
    questions: questions ? record(blocks, block => questionOf(t, block)) : null,
    untitled: t($ => $.canvas.unnamed),
    everyone: { code: t($ => $.canvas.everyone.code), title: t($ => $.canvas.everyone.title) },
    segment: ({ size, sizeUnit, growth, largeEnough, focusedEnough }) => {
      const lines: string[] = []
      const count = size.likely ?? size.high ?? size.low
      if (count !== null) lines.push(`${number(count, language)} ${sizeUnit}`.trim())
      if (largeEnough === false) lines.push(t($ => $.canvas.tooSmall))
      if (focusedEnough === false) lines.push(t($ => $.canvas.tooBroad))
      if (growth !== null && largeEnough !== false && focusedEnough !== false) {
        const percent = number(Math.abs(growth), language)
        lines.push(
          growth < 0 ? t($ => $.canvas.shrinking, { percent }) : t($ => $.canvas.growing, { percent }),
        )
      }
      return lines
    },
    phases: record(channelPhases, (phase, at) => ({
      code: String(at + 1),
      title: t($ => $.people.phase[phase]),
    })),
    status: record(status, one => ({
      code: t($ => $.canvas.status[one].code),
      title: t($ => $.canvas.status[one].title),
    })),
    confidence: record(['known', 'estimated', 'guessed'] as const, one => ({
      code: t($ => $.canvas.confidence[one].code),
      title: t($ => $.canvas.confidence[one].title),
    })),
    option: record(optionStates, one => ({
      code: t($ => $.canvas.option[one].code),
      title: t($ => $.canvas.option[one].title),
    })),
    colours: record(segmentColours, colour => t($ => $.canvas.colours[colour])),
  }
}
