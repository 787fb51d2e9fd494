import { documentFigures, type Figures, type Range3, type valueFiguresOf } from '../../shared/queries'
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
      for (const { title, figures: canvas, values } of figures.canvases) {
        context.print(title)
        printFigures(context, canvas)
        printValues(context, values)
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

type Values = ReturnType<typeof valueFiguresOf>

/** Money by segment, where there is any: the likely value and, of an uncertain one, from where to where. */
function printValues({ t, language, print }: CliContext, values: Values) {
  const { segments, unassigned, all, problems, period } = values
  if (problems.length > 0) print(`  ${t($ => $.cli.values.problems)}: ${problems.length}`)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const shown = (range: Range3 | null) => {
    if (!range) return '–'
    const { low, likely, high } = range
    const reach = low === high ? '' : ` (${number.format(low)} – ${number.format(high)})`
    return number.format(likely) + reach
  }
  const rows = [
    ...segments.map(one => [one.title, one] as const),
    [t($ => $.cli.values.unassigned), unassigned] as const,
    [t($ => $.cli.values.all), all] as const,
  ]
  const told = rows.flatMap(([name, row]) =>
    row && row.nothing !== 'noNumbers' ? [[name, row] as const] : [],
  )
  const currency = { currency: values.currency }
  if (told.length > 0)
    print(
      `  ${period === 'month' ? t($ => $.cli.values.perMonth, currency) : t($ => $.cli.values.perYear, currency)}`,
    )
  for (const [name, { revenue, cost, profit, breakEvenPayers, lifetimeValue }] of told) {
    const money = [
      `${t($ => $.cli.values.revenue)} ${shown(revenue)}`,
      `${t($ => $.cli.values.cost)} ${shown(cost)}`,
      `${t($ => $.cli.values.profit)} ${shown(profit)}`,
      ...(breakEvenPayers ? [`${t($ => $.cli.values.breakEvenPayers)} ${shown(breakEvenPayers)}`] : []),
    ]
    print(`    ${name}: ${money.join('; ')}`)
    if (!lifetimeValue) continue
    const variant = t($ => $.cli.values.variants[lifetimeValue.variant as 'firstMarginNow'])
    print(`      ${t($ => $.cli.values.lifetimeValue)} ${shown(lifetimeValue)} (${variant})`)
  }
}
