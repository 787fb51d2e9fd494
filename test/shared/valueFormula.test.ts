import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_FORMULA, parseFormula, toShown, toStored, type FormulaScope } from '../../shared/queries'
import { compile, hasResult } from '../../shared/queries/value/compile'
import { Program } from '../../shared/queries/value/program'
import { dimensionOf } from '../../shared/queries/value/units'

const runs = process.env['JOURNEYBOARD_NIGHTLY'] === '1' ? 20_000 : 300

/** What a stored formula comes to with plain numbers for its references. */
function worth(stored: string, values: Readonly<Record<string, number>> = {}) {
  const parsed = parseFormula(stored)
  if (!parsed.ok) return parsed.error
  const program = new Program()
  const dimension = dimensionOf({ name: '', unit: '', per: 'none' })
  const found = compile(program, parsed.formula, id => {
    const value = values[id]
    return value === undefined ? undefined : { node: program.constant(value), dimension }
  })
  return hasResult(found) ? program.range(found.node).likely : found
}

describe('what a formula comes to', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['8 - 3 - 2', 3],
    ['12 / 3 / 2', 2],
    ['5 %', 0.05],
    ['200 * (1 + 10%)', 220],
    ['--3', 3],
    ['+3', 3],
    ['.5 + 1.', 1.5],
    ['2 × 3 ÷ 4 − 1', 0.5],
    ['min(3; 1; 2)', 1],
    ['max(3; 1; 2)', 3],
    ['sum(1; 2; 3; 4)', 10],
    ['round(2.345; 2)', 2.35],
    ['round(-2.5)', -3],
    ['MIN(1; max(2; 3))', 1],
    ['{quantity:a} * {quantity:b-1_}', 42],
  ])('%s', (formula, expected) => {
    expect(worth(formula, { 'quantity:a': 6, 'quantity:b-1_': 7 })).toBeCloseTo(expected, 12)
  })

  test.each([
    ['', 'empty', 0],
    ['1 +', 'unfinished', 3],
    ['(1', 'unfinished', 2],
    ['1)', 'unexpected', 1],
    ['1 2', 'unexpected', 2],
    ['1,5', 'unexpected', 1],
    ['2 # 3', 'unexpected', 2],
    ['sqrt(4)', 'unknownFunction', 0],
    ['1 + min()', 'arguments', 4],
    ['round(1; 2; 3)', 'arguments', 0],
    ['9'.repeat(400), 'number', 0],
    [' '.repeat(MAX_FORMULA + 1), 'tooLong', MAX_FORMULA],
    ['('.repeat(900) + '1' + ')'.repeat(900), 'tooDeep', 50],
    ['-'.repeat(1999) + '1', 'tooDeep', 100],
    [`${'2^'.repeat(999)}2`, 'tooDeep', 200],
  ])('refused %#: %.20s is %s', (formula, code, position) => {
    expect(worth(formula)).toMatchObject({ code, position })
  })

  test('a thousand terms are no trouble', () => {
    expect(worth(`1${'+1'.repeat(999)}`)).toBe(1000)
    expect(worth(`1${'%'.repeat(100)}`)).toBeCloseTo(1e-200, 210)
  })

  test('no result is told with its place', () => {
    expect(worth('1 / (2 - 2)')).toEqual({ code: 'divideByZero', params: { position: 2 } })
    expect(worth('(0 - 8) ^ 0.5')).toEqual({ code: 'noNumber', params: { position: 8 } })
    expect(worth('10 ^ 400')).toMatchObject({ code: 'noNumber' })
    expect(worth('2 * {quantity:gone}')).toEqual({
      code: 'unknownName',
      params: { name: 'quantity:gone', position: 4 },
    })
    expect(worth('2 * [Gone]')).toEqual({ code: 'unknownName', params: { name: 'Gone', position: 4 } })
  })
})

const scope: FormulaScope = {
  names: [
    { id: 'quantity:own', name: 'Cena', owner: 'Predplatné', own: true },
    { id: 'quantity:other', name: 'Cena', owner: 'Reklama' },
    { id: 'quantity:count', name: 'Platiaci zákazníci', owner: 'Rodiny' },
    { id: 'quantity:odd', name: 'a]b [c', owner: 'x: y' },
    { id: 'quantity:twin1', name: 'Twin', owner: 'Same' },
    { id: 'quantity:twin2', name: 'Twin', owner: 'Same' },
    { id: 'quantity:bare', name: 'Bare', owner: '' },
    { id: 'quantity:nameless', name: '', owner: '' },
  ],
}
const stored = (shown: string, extra: Partial<FormulaScope> = {}) => toStored(shown, { ...scope, ...extra })

describe('names', () => {
  test.each([
    ['[Cena] * 2', '{quantity:own} * 2'],
    ['[predplatne:  CENA]', '{quantity:own}'],
    ['[Reklama: Cena]', '{quantity:other}'],
    ['platiaci zakaznici + cena', '{quantity:count} + {quantity:own}'],
    ['[a]]b [c]', '{quantity:odd}'],
    ['1,5 + 1 000,25', '1.5 + 1000.25'],
    ['2×[Bare]', '2*{quantity:bare}'],
    ['min([Bare]; 1.5)', 'min({quantity:bare}; 1.5)'],
    ['{quantity:other}', '{quantity:other}'],
  ])('%s is stored as %s', (shown, expected) => {
    expect(stored(shown)).toEqual({ ok: true, stored: expected })
  })

  test.each([
    ['[Nobody] + 1', 'unknownName', 0, 'Nobody'],
    ['1 + [Twin]', 'ambiguousName', 4, 'Twin'],
    ['min(1,5; 2)', 'ambiguousComma', 5, ','],
    ['max((1,5); 2)', 'ambiguousComma', 6, ','],
    ['1,500 * 2', 'ambiguousComma', 0, '1,500'],
    ['[Cena', 'unexpected', 0, '['],
  ])('%s is refused: %s', (shown, code, position, text) => {
    expect(stored(shown)).toEqual({ ok: false, error: { code, position, text } })
  })

  test('a comma is read as the reader writes it', () => {
    expect(stored('1,500 * 2', { decimal: ',' })).toEqual({ ok: true, stored: '1.500 * 2' })
    expect(toShown('1.5 + min(1.5; 2) + 2.25', { ...scope, decimal: ',' })).toBe('1,5 + min(1.5; 2) + 2,25')
  })

  test('what cannot be told apart by name keeps its reference; what is gone too', () => {
    expect(toShown('{quantity:own}+{quantity:other}', scope)).toBe('[Cena]+[Reklama: Cena]')
    expect(toShown('{quantity:twin1} {quantity:gone}', scope)).toBe('{quantity:twin1} {quantity:gone}')
    expect(toShown('{quantity:nameless}', scope)).toBe('{quantity:nameless}')
    expect(toShown('{quantity:odd}', scope)).toBe('[a]]b [c]')
  })

  test('a rename needs no rewriting', () => {
    const renamed = scope.names.map(name => (name.id === 'quantity:own' ? { ...name, name: 'Price' } : name))
    expect(toShown('{quantity:own} * 2', { names: renamed })).toBe('[Price] * 2')
  })
})

interface Term {
  readonly text: string
  readonly value: number
}

const ids = ['quantity:a', 'quantity:b', 'quantity:c']
const values: Readonly<Record<string, number>> = { 'quantity:a': 3, 'quantity:b': 0.25, 'quantity:c': -7.5 }

/** Expressions with their value, worked out while they are made and every part in brackets: no precedence is needed. */
const { term } = fc.letrec<{ term: Term; leaf: Term }>(tie => ({
  leaf: fc.oneof(
    fc.integer({ min: 0, max: 999 }).map(n => ({ text: `${n / 8}`, value: n / 8 })),
    fc.constantFrom(...ids).map(id => ({ text: `{${id}}`, value: values[id]! })),
  ),
  term: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('leaf'),
    fc.tuple(fc.constantFrom('+', '-', '*', '/'), tie('term'), tie('term')).map(([sign, a, b]) => ({
      text: `(${a.text}) ${sign} (${b.text})`,
      value:
        sign === '+'
          ? a.value + b.value
          : sign === '-'
            ? a.value - b.value
            : sign === '*'
              ? a.value * b.value
              : a.value / b.value,
    })),
    tie('term').map(a => ({ text: `-(${a.text})`, value: -a.value })),
    tie('term').map(a => ({ text: `(${a.text})%`, value: a.value * 0.01 })),
    fc.tuple(tie('term'), fc.integer({ min: 0, max: 3 })).map(([a, n]) => ({
      text: `(${a.text})^${n}`,
      value: a.value ** n,
    })),
    fc
      .tuple(fc.constantFrom('min', 'max', 'sum'), fc.array(tie('term'), { minLength: 1, maxLength: 3 }))
      .map(([name, args]) => {
        const list = args.map(({ value }) => value)
        const text = `${name}(${args.map(one => one.text).join(';')})`
        if (name === 'sum') return { text, value: list.reduce((sum, one) => sum + one) }
        return { text, value: name === 'min' ? Math.min(...list) : Math.max(...list) }
      }),
  ),
}))

describe('for any formula', () => {
  test('it is worth what an independent sum says', () => {
    let counted = 0
    fc.assert(
      fc.property(term, ({ text, value }) => {
        if (text.length > MAX_FORMULA) return
        const found = worth(text, values)
        if (!Number.isFinite(value)) expect(typeof found).toBe('object')
        else if (typeof found === 'number') {
          counted++
          expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)))
        } else expect(found).toMatchObject({ code: expect.stringMatching(/divideByZero|noNumber|tooDeep/) })
      }),
      { numRuns: runs },
    )
    expect(counted).toBeGreaterThan(runs / 2)
  })

  test('precedence: without brackets the weakest operator comes last', () => {
    type Flat = readonly (readonly [string, number])[]
    /** Splits at the last weakest operator, for powers at the first. */
    const reference = (first: number, rest: Flat): number => {
      const at =
        rest.findLastIndex(([sign]) => '+-'.includes(sign)) >= 0
          ? rest.findLastIndex(([sign]) => '+-'.includes(sign))
          : rest.findLastIndex(([sign]) => '*/'.includes(sign)) >= 0
            ? rest.findLastIndex(([sign]) => '*/'.includes(sign))
            : 0
      const split = rest[at]
      if (!split) return first
      const [left, right] = [reference(first, rest.slice(0, at)), reference(split[1], rest.slice(at + 1))]
      switch (split[0]) {
        case '+':
          return left + right
        case '-':
          return left - right
        case '*':
          return left * right
        case '/':
          return left / right
        default:
          return left ** right
      }
    }
    const flat = fc.array(
      fc.tuple(fc.constantFrom('+', '-', '*', '/', '^'), fc.integer({ min: 1, max: 9 })),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), flat, (first, rest) => {
        const value = reference(first, rest)
        const found = worth(first + rest.map(([sign, n]) => ` ${sign} ${n}`).join(''))
        if (typeof found === 'number')
          expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-12)
        else expect(found).toMatchObject({ code: 'noNumber' })
      }),
      { numRuns: runs },
    )
  })

  test('reading never throws, whatever stands there', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 3000, unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            '(',
            ')',
            '-',
            '^',
            '%',
            '[',
            ']',
            '{',
            '}',
            'min',
            '1',
            '.',
            ',',
            ';',
            ' ',
            '{quantity:a}',
            '[Cena]',
            '\\',
            'é',
          ),
          { maxLength: 2500 },
        )
        .map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(hostile, text => {
        expect(typeof parseFormula(text).ok).toBe('boolean')
        expect(typeof stored(text).ok).toBe('boolean')
        expect(typeof toShown(text, scope)).toBe('string')
      }),
      { numRuns: runs },
    )
  })

  test('shown and stored again it is the same text', () => {
    const names = fc.record({
      names: fc.array(
        fc.record({
          name: fc.oneof(
            fc.constantFrom('a', 'b', 'A', 'a: b', ']', ''),
            fc.string({ maxLength: 6, unit: 'grapheme' }),
          ),
          owner: fc.oneof(
            fc.constantFrom('a', 'b', '', 'a: b'),
            fc.string({ maxLength: 6, unit: 'grapheme' }),
          ),
          own: fc.boolean(),
        }),
        { minLength: 3, maxLength: 3 },
      ),
      decimal: fc.constantFrom('.' as const, ',' as const),
    })
    fc.assert(
      fc.property(term, names, ({ text }, { names: list, decimal }) => {
        if (!parseFormula(text).ok) return
        const known: FormulaScope = { decimal, names: list.map((name, at) => ({ ...name, id: ids[at]! })) }
        const shown = toShown(text, known)
        if (shown.length > MAX_FORMULA) return
        expect(toStored(shown, known)).toEqual({ ok: true, stored: text })
      }),
      { numRuns: runs },
    )
  })
})
