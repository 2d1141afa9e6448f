import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINES_MAX, type LineText, readLines, writeLines } from '#shared/order/line-text.ts'

const read = (typed: string, currency = 'USD', withCosts = true) => readLines(typed, currency, withCosts)
const one = (typed: string, currency = 'USD') => read(typed, currency).lines[0]
const problem = (typed: string, currency = 'USD') => read(typed, currency).problems

const CHAIR = {
  sku: 'BW-C100',
  description: null,
  qty: 1_200_000,
  unit: 'H87',
  unit_price: 12_500_000,
  discount: null,
  cost_price: null,
}

describe('a line is read', () => {
  test.each([
    'BW-C100; 1,200 pcs; 12.50',
    'BW-C100; 1200pcs; 12.5',
    'BW-C100；1 200 PCS；12.50',
    'BW-C100 | 1200 | pcs | 12.50',
    'BW-C100\t1200\tpcs\t12.50',
    'BW-C100; 1,200 pieces; USD 12.50',
    'BW-C100; 1200 pcs; US$12.50/pc',
    'BW-C100; 1200 H87; 12.50 USD / 1 pc.',
    'BW-C100; １２００ 个; $12.50;',
    ' "BW-C100" ; 1200 只; 12.50 ',
  ])('%s', (typed) => {
    expect(read(typed)).toEqual({ lines: [CHAIR], problems: [] })
  })

  test('with a name instead of a SKU, or with both', () => {
    expect(one('Camp chair, black; 5 sets; 3')).toMatchObject({
      sku: null,
      description: 'Camp chair, black',
      unit: 'SET',
    })
    expect(one('BW-1; LED lamp 12" x 10"; 1.5 kg; 4.4')).toMatchObject({
      sku: 'BW-1',
      description: 'LED lamp 12" x 10"',
      qty: 1_500,
    })
    expect(one('; A4; 5 pcs; 3')).toMatchObject({ sku: null, description: 'A4' })
    expect(one('"Lamp; 8 W" | 5 pcs | 3')).toMatchObject({ description: 'Lamp; 8 W' })
    expect(one('"the ""big"" one"; 5 pcs; 3')).toMatchObject({ description: 'the "big" one' })
  })

  test('with a discount and a cost behind the price', () => {
    expect(one('BW-1; 5 pcs; 3; -2.5%; cost 1.85')).toMatchObject({ discount: 250, cost_price: 1_850_000 })
    expect(one('BW-1; 5 pcs; 3; 成本 1.85')).toMatchObject({ discount: null, cost_price: 1_850_000 })
    expect(one('BW-1; 5 pcs; 0')).toMatchObject({ unit_price: 0 })
  })

  test('in the currency of the offer', () => {
    expect(one('A1; 5 pcs; ¥12.50', 'CNY')).toMatchObject({ unit_price: 12_500_000 })
    expect(one('A1; 5 pcs; RMB 12.50', 'CNY')).toMatchObject({ unit_price: 12_500_000 })
    expect(problem('A1; 5 pcs; € 12.50')).toEqual([{ line: 1, code: 'currency' }])
  })
})

test.each([
  ['BW-1', 'columns'],
  ['BW-1; Chair; black; 5 pcs; 3', 'columns'],
  ['BW-1; chairs', 'columns'],
  ['; 5 pcs; 3', 'item'],
  [`${'x'.repeat(501)}; 5 pcs; 3`, 'too_long'],
  ['BW-1; pcs; 3', 'quantity'],
  ['BW-1; 0 pcs; 3', 'quantity'],
  ['BW-1; -5 pcs; 3', 'quantity'],
  ['BW-1; 1.200 pcs; 3', 'quantity'],
  ['BW-1; 1.2345 kg; 3', 'quantity'],
  ['BW-1; 5; 3', 'unit'],
  ['BW-1; 5 foo; 3', 'unit'],
  ['BW-1; 5 pcs', 'price'],
  ['BW-1; 5 pcs; on request', 'price'],
  ['BW-1; 5 pcs; -3', 'price'],
  ['BW-1; 5 pcs; 12,50', 'price'],
  ['BW-1; 5 pcs; 1,234', 'price'],
  ['BW-1; 5 pcs; 3/kg', 'per_unit'],
  ['BW-1; 5 pcs; 3; 101%', 'discount'],
  ['BW-1; 5 pcs; 3; cost much', 'cost'],
  ['BW-1; 10000000000 pcs; 9000000', 'amount'],
])('%s is refused: %s', (typed, code) => {
  expect(problem(`\nBW-9; 1 pc; 1\n${typed}`)).toEqual([{ line: 3, code }])
})

test('a cost is refused from those who may not know it', () => {
  expect(read('BW-1; 5 pcs; 3; cost 2', 'USD', false).problems).toEqual([{ line: 1, code: 'cost_denied' }])
})

test('more lines than an offer can have are refused at the first of them', () => {
  const line = 'BW-1; 5 pcs; 3'
  expect(problem(Array(LINES_MAX).fill(line).join('\n'))).toEqual([])
  expect(
    problem(
      Array(LINES_MAX + 2)
        .fill(line)
        .join('\n'),
    ),
  ).toEqual([{ line: LINES_MAX + 1, code: 'too_many' }])
})

const named = (max: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: max })
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name.isWellFormed() && !name.includes('\0') && name.length <= max)

const aLine: fc.Arbitrary<LineText> = fc
  .record({
    sku: fc.option(named(30), { nil: null }),
    description: fc.option(named(60), { nil: null }),
    qty: fc.integer({ min: 1, max: 5_000_000 }).map((pieces) => pieces * 1_000),
    unit: fc.constantFrom('H87', 'SET', 'KGM', 'MTR', 'DPR', 'C62'),
    unit_price: fc.integer({ min: 0, max: 1_000_000_000 }),
    discount: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null }),
    cost_price: fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: null }),
  })
  .map((line) => ({ ...line, sku: line.sku || null, description: line.description || null }))
  .filter(({ sku, description }) => sku !== null || description !== null)

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(fc.array(aLine, { minLength: 1, maxLength: 5 }), (lines) => {
      expect(read(writeLines(lines))).toEqual({ lines, problems: [] })
    }),
    { numRuns: 500 },
  )
})

test('whatever is typed, each line is read or named', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({
          unit: fc.constantFrom('1', '2', '.', ',', ';', '|', '\t', '"', ' ', 'a', 'p', 'c', 's', '/', '%'),
        }),
        { maxLength: 8 },
      ),
      (lines) => {
        const { lines: found, problems } = read(lines.join('\n'))
        expect(found.length + problems.length).toBe(lines.filter((line) => line.trim() !== '').length)
      },
    ),
  )
})
