import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotationDifference } from '#shared/order/quotation-difference.ts'
import type { Quotation, QuotationLine } from '#shared/trade/index.ts'

const quotation = (given: Partial<Quotation> = {}) =>
  ({ currency: 'USD', incoterm: 'FOB', named_place: 'Yantian', total: 100, remarks: 'x', ...given }) as Quotation
const line = (given: Partial<QuotationLine> = {}) =>
  ({
    sku: 'A1',
    description: 'Chair',
    qty: 1_000,
    unit: 'H87',
    currency: 'USD',
    unit_price: 5_000_000,
    ...given,
  }) as QuotationLine

describe('two versions of an offer', () => {
  test('differ in the terms and lines that the buyer reads, with old and new', () => {
    const found = quotationDifference(
      { quotation: quotation(), lines: [line(), line({ sku: 'B2' }), line({ sku: null, description: 'Mould' })] },
      {
        quotation: quotation({ incoterm: 'CIF', named_place: 'Santos', total: 120, remarks: 'y' }),
        lines: [line({ sku: 'C3' }), line({ qty: 2_000, seq: 9 }), line({ sku: null, description: 'Mould' })],
      },
    )
    expect(found.fields).toEqual([
      { key: 'incoterm', before: 'FOB', after: 'CIF' },
      { key: 'named_place', before: 'Yantian', after: 'Santos' },
      { key: 'total', before: 100, after: 120 },
    ])
    expect(found.lines).toMatchObject([
      { kind: 'added', after: { sku: 'C3' } },
      {
        kind: 'changed',
        before: { qty: 1_000 },
        after: { qty: 2_000 },
        fields: [{ key: 'qty', before: 1_000, after: 2_000 }],
      },
      { kind: 'removed', before: { sku: 'B2' } },
    ])
  })

  const someLines = fc.array(
    fc
      .record({
        sku: fc.option(fc.constantFrom('A1', 'B2', 'C3'), { nil: null }),
        description: fc.constantFrom('Chair', 'Table'),
        qty: fc.integer({ min: 1, max: 3 }),
        unit_price: fc.integer({ min: 0, max: 2 }),
      })
      .map(line),
    { maxLength: 6 },
  )

  test('that are the same differ in nothing, and what one lost the other gained', () => {
    fc.assert(
      fc.property(someLines, someLines, (one, other) => {
        const quoted = quotation()
        expect(quotationDifference({ quotation: quoted, lines: one }, { quotation: quoted, lines: one })).toEqual({
          fields: [],
          lines: [],
        })
        const there = quotationDifference({ quotation: quoted, lines: one }, { quotation: quoted, lines: other }).lines
        const back = quotationDifference({ quotation: quoted, lines: other }, { quotation: quoted, lines: one }).lines
        const count = (list: typeof there, kind: string) => list.filter((found) => found.kind === kind).length
        expect(count(there, 'added')).toBe(count(back, 'removed'))
        expect(count(there, 'removed')).toBe(count(back, 'added'))
        expect(one.length - count(there, 'removed') + count(there, 'added')).toBe(other.length)
      }),
    )
  })
})
