import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessOf } from '#shared/access/access.ts'
import type { Values } from '#shared/record/change.ts'
import { byColumn } from '#shared/record/custom.ts'
import { firmFields } from '#shared/record/firm-fields.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Cell, CellContent, SheetType } from '#shared/sheet/api.ts'
import { cellsOf, type Reading, type SheetRecord } from '#shared/sheet/cell.ts'
import { isKept, sheetFields } from '#shared/sheet/columns.ts'
import { type CellChange, decideRow, rowOutcome } from '#shared/sheet/decide-row.ts'
import { anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { aDefinition } from '../../fixtures/own-fields.ts'

const firm = firmFields([
  aDefinition({ entity: 'order', key: 'logo', kind: 'choice', options: ['none', '1 side', '2 sides'] }),
  aDefinition({ entity: 'order', key: 'weight', kind: 'number' }),
  aDefinition({ entity: 'order', key: 'fragile', kind: 'boolean' }),
])
const reading: Reading = { words: 'en', language: 'en', timezone: 'Asia/Shanghai', currency: 'CNY' }
const fieldsFor = (type: SheetType) => sheetFields(type, { access: accessOf(['gm']), fields: firm })

const decide = (type: SheetType, record: AnyRecord, changes: Record<string, CellChange>, denied: string[] = []) =>
  decideRow(row(record), changes, { type, fields: fieldsFor(type), denied, left: [], reading })

const row = (record: AnyRecord): SheetRecord => ({ record, titles: {} })
const cells = (type: SheetType, record: AnyRecord) => cellsOf(fieldsFor(type), row(record), reading)

const stored = (record: AnyRecord, values: Values): AnyRecord => ({
  ...record,
  ...(byColumn(values, record.custom) as AnyRecord),
  version: record.version + 1,
})

/** What people leave in the cells of an order: right, wrong, the same in other words. */
const CONTENTS: Readonly<Record<string, readonly CellContent[]>> = {
  remark: ['', 'Hers', 'His', ' His ', 'a\r\nb', { formula: '=A1' }, '#REF!'],
  bl_no: [null, 'OOLU1', 4711, 'x'.repeat(41)],
  promised_date: ['2026-11-20', '2026-12-01', '20/10/2026', null],
  incoterm: ['FOB', 'FOB Free On Board', 'CIF', 'nonsense', null],
  status: ['Confirmed', 'On hold', 'on_hold'],
  doc_no: ['SO-1', 'SO-2'],
  total: [30_850, 1],
  'custom.logo': ['none', '1 side', '3 sides', null],
  'custom.weight': [0.1 + 0.2, 0.3, '0.3', '0,3', 1e-9, null],
  'custom.fragile': [true, false, 'TRUE', 'yes', ''],
  'custom.nonsense': ['x'],
  cost_total: [1],
}

/** Somebody's changes of an order, all of them from what they once pulled. */
const edits = (pulled: Readonly<Record<string, Cell>>): fc.Arbitrary<Record<string, CellChange>> => {
  const change = ([key, list]: [string, readonly CellContent[]]) =>
    fc.constantFrom(...list).map((to) => ({ from: pulled[key] ?? null, to }))
  const all = Object.entries(CONTENTS).map((entry) => [entry[0], change(entry)] as const)
  return fc.record(Object.fromEntries(all), { requiredKeys: [] }) as fc.Arbitrary<Record<string, CellChange>>
}

const base = anOrder({ id: 'a', customer_id: 'b', doc_no: 'SO-1', custom: { logo: 'no longer offered' } })

describe('two people with one sheet each', () => {
  const pulled = cells('order', base)

  test('every edit is in the result, or its person is told why not; and nothing else is changed', () => {
    fc.assert(
      fc.property(edits(pulled), edits(pulled), (first, second) => {
        const one = decide('order', base, first)
        const between = stored(base, one.values)
        const two = decide('order', between, second)
        const after = stored(between, two.values)
        const shown = cells('order', after)
        const expected = Object.entries(pulled).map(([key, before]) => {
          const by = [two.cells[key], one.cells[key]].find((cell) => cell?.outcome === 'saved')
          return [key, by ? by.value : before]
        })
        expect(shown).toEqual(Object.fromEntries(expected))
        for (const [key, cell] of Object.entries(two.cells)) {
          expect(Object.hasOwn(two.values, key)).toBe(cell.outcome === 'saved')
          if (cell.outcome === 'saved' || cell.outcome === 'same') expect(cell.value).toEqual(shown[key])
          if (cell.outcome === 'conflict') expect([cell.theirs, one.cells[key]?.outcome]).toEqual([shown[key], 'saved'])
          if (cell.outcome === 'invalid' || cell.outcome === 'forbidden') expect(cell.message).not.toBe('')
        }
        expect(Object.keys(two.cells).sort()).toEqual(Object.keys(second).sort())
      }),
      { numRuns: 1_000 },
    )
  })

  test('pushing what was stored once more, from wherever it was pulled, changes nothing', () => {
    fc.assert(
      fc.property(edits(pulled), (changes) => {
        const one = decide('order', base, changes)
        const after = stored(base, one.values)
        const asStored = Object.entries(cells('order', after)).map(([key, to]) => [
          key,
          { from: pulled[key] ?? null, to },
        ])
        for (const again of [Object.fromEntries(asStored), changes]) {
          const two = decide('order', after, again)
          expect(two.values).toEqual({})
          for (const [key, { outcome }] of Object.entries(two.cells)) {
            const before = one.cells[key]?.outcome
            expect(outcome).toBe(again === changes && before !== 'saved' ? before : 'same')
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a cell', () => {
  test('that cannot be read spoils no other of its row', () => {
    const { values, cells: results } = decide('order', base, {
      remark: { from: null, to: 'Hello' },
      eta: { from: null, to: 'Nov 3' },
    })
    expect(values).toEqual({ remark: 'Hello' })
    expect([results.remark?.outcome, results.eta?.code]).toEqual(['saved', 'date'])
  })

  test('of a column that there is not, for this reader or at all, is unknown and tells nothing', () => {
    const rep = { access: accessOf(['sales_rep']), fields: firm }
    const changes = Object.fromEntries(
      ['cost_total', 'nonsense', 'constructor', '__proto__'].map((key) => [key, { from: null, to: 1 }]),
    )
    const { values, cells: results } = decideRow(row(base), changes, {
      type: 'order',
      fields: sheetFields('order', rep),
      denied: [],
      left: [],
      reading,
    })
    expect(values).toEqual({})
    for (const cell of Object.values(results)) {
      expect(cell).toEqual({ outcome: 'invalid', code: 'unknown', message: 'There is no such field.' })
    }
  })

  test('that its person may not change is forbidden, unless nothing changes', () => {
    const { cells: results } = decide(
      'order',
      base,
      { remark: { from: null, to: 'x' }, incoterm: { from: null, to: 'CIF Cost, Insurance and Freight' } },
      ['remark', 'incoterm'],
    )
    expect([results.remark?.code, results.incoterm?.outcome]).toEqual(['not_allowed', 'same'])
  })

  test('of a choice that is no longer offered stays as it is, and is not taken for another’s change', () => {
    const before = cells('order', base)['custom.logo'] ?? null
    expect(before).toBe('no longer offered')
    const { values } = decide('order', base, { 'custom.logo': { from: before, to: '1 side' } })
    expect(values).toEqual({ 'custom.logo': '1 side' })
    const same = decide('order', base, { 'custom.logo': { from: '1 side', to: before } })
    expect(same.cells['custom.logo']?.outcome).toBe('same')
  })
})

describe('the amount of an order line', () => {
  const line = anOrderLine({ id: 'a', order_id: 'b', qty: 1_000, unit_price: 5_000_000 })
  const change = (to: CellContent, from: Cell) => ({ from, to })

  test('that would be too large is told at the quantity and the price alone', () => {
    const { values, cells: results } = decide('order_line', line, {
      qty: change(1e10, 1),
      unit_price: change(1e7, 5),
      description: change('Still right', line.description),
    })
    expect(values).toEqual({ description: 'Still right' })
    expect(results.qty).toEqual({
      outcome: 'invalid',
      code: 'amount',
      message: 'The amount of the line can be USD 9,000,000,000.00 at most.',
      value: 1,
    })
    expect([results.unit_price?.code, results.description?.outcome]).toEqual(['amount', 'saved'])
  })
})

test('a row is saved when all of it is as sent, partly when some is, else in conflict or rejected', () => {
  const of = (...outcomes: ('saved' | 'same' | 'conflict' | 'invalid' | 'forbidden')[]) =>
    rowOutcome(Object.fromEntries(outcomes.map((outcome, index) => [String(index), { outcome }])))
  expect([of(), of('saved', 'same'), of('same', 'invalid')]).toEqual(['saved', 'saved', 'partly'])
  expect([of('conflict', 'invalid'), of('invalid', 'forbidden')]).toEqual(['conflict', 'rejected'])
})

test('the columns that people change are those that may be written, and none of whose a record is', () => {
  const open = Object.entries(fieldsFor('order')).flatMap(([key, field]) => (isKept(field) ? [] : [key]))
  expect(open).toContain('promised_date')
  expect(open).toContain('custom.logo')
  for (const key of ['doc_no', 'customer_id', 'owner_id', 'merchandiser_id', 'exec_status', 'pay_status', 'total']) {
    expect(Object.keys(fieldsFor('order'))).toContain(key)
    expect(open).not.toContain(key)
  }
})
