import { documentFigures, type Figures } from '../../shared/queries'
import { asJson, type CliCommand, type CliContext } from './context'
import { documentIn } from './documentFile'

/** Counts everything a document has figures for. */
export const figuresCommand: CliCommand = {
  name: 'figures',
  args: ['FILE'],
  async run(context, [file = '']) {
    const figures = documentFigures(await documentIn(context, file))
    if (context.json) context.print(asJson(figures))
    else {
      for (const { title, figures: journey, metricReadings } of figures.journeys) {
        context.print(title)
        printFigures(context, journey)
        for (const reading of metricReadings) {
          const scope = reading.scope === 'journey' ? [] : Object.values(reading.scope)
          context.print(
            `  ${[reading.metric.toUpperCase(), reading.scale, ...scope, reading.period].join(' · ')}`,
          )
          if ('refused' in reading)
            context.print(`    ${context.words({ code: reading.refused, params: {} })}`)
          else printFigures(context, reading.figures, '    ')
        }
      }
      for (const { title, figures: canvas } of figures.canvases) {
        context.print(title)
        printFigures(context, canvas)
      }
    }
    return 0
  },
}

function printFigures({ t, language, print }: CliContext, figures: Figures | object, indent = '  ') {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const shown = (value: unknown): string => {
    if (typeof value === 'number') return number.format(value)
    if (typeof value === 'string') return value
    if (value === null) return '–'
    if (Array.isArray(value)) return value.map(shown).join(', ') || '–'
    const entries = Object.entries(value as object).map(([name, item]) => `${name} ${shown(item)}`)
    return entries.join('; ') || '–'
  }
  for (const [name, value] of Object.entries(figures)) {
    const label = t($ => $.cli.figures[name as 'stages'])
    print(`${indent}${label}: ${shown(value)}`)
  }
}
