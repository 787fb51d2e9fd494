/** Why a formula has no result, in words. */
import type { T } from '../../../shared/i18n'
import type { FormulaErrorCode, QuantityProblem } from '../../../shared/queries'
import { quantityWord } from './words'

export function problemText(t: T, { code, params }: QuantityProblem): string {
  const said = (param: string) => String(params[param] ?? '')
  switch (code) {
    case 'syntax': {
      const reason = said('reason') as FormulaErrorCode
      return t($ => $.quantities.error[reason], { text: '', place: Number(params['position']) + 1 })
    }
    case 'cycle': {
      const names = said('names')
        .split(' → ')
        .map(name => quantityWord(t, name))
      return t($ => $.quantities.problem.cycle, { names: names.join(' → ') })
    }
    case 'unit':
    case 'period':
    case 'currency':
      return t($ => $.quantities.problem[code], { left: said('left'), right: said('right') })
    case 'unknownName':
    case 'divideByZero':
    case 'noNumber':
      return t($ => $.quantities.problem[code])
  }
}
