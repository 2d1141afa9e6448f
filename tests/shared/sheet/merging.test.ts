import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answered } from '#shared/sheet/answered.ts'
import type { Cell, CellResult, RowResult, SheetRow } from '#shared/sheet/api.ts'
import { changedRows } from '#shared/sheet/changed-rows.ts'
import { refreshed } from '#shared/sheet/refreshed.ts'
import { isRemarked, withRemark } from '#shared/sheet/remark.ts'
import { sameValue } from '#shared/sheet/same-value.ts'
import { type PushRow, rowKeys, type SheetTable, type SheetWrites, type TableColumn } from '#shared/sheet/table.ts'

const COLUMNS: readonly TableColumn[] = [
  { key: 'name', label: 'Name', kind: 'text', editable: false },
  { key: 'day', label: 'Day', kind: 'date', editable: true },
  { key: 'amount', label: 'Amount', kind: 'number', editable: true, decimals: 2 },
  { key: 'remark', label: 'Remark', kind: 'text', editable: true },
]
const FIELDS = COLUMNS.map(({ key }) => key)
const GONE = { tone: 'warning', text: 'gone' } as const

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom('', '=1+1', '+86', '2026-11-20', '2026/11/20', '18,400.00', ' x ', 'TRUE'),
  fc.integer({ min: -5, max: 5 }),
  fc.string({ maxLength: 6 }),
  fc.constant(null),
)
const cells = fc.record(Object.fromEntries(FIELDS.map((field) => [field, cell])))
/** Edits by row and field, of the people in the sheet or of those elsewhere. */
const edits = fc.array(fc.record({ row: fc.nat(4), field: fc.constantFrom(...FIELDS), value: cell }), { maxLength: 8 })
const stored = fc.array(cells, { minLength: 1, maxLength: 5 })

const rowsOf = (all: readonly Readonly<Record<string, Cell>>[], version = 1): SheetRow[] =>
  all.map((one, at) => ({ id: `id-${at}`, version, cells: one }))

const pullOf = (rows: readonly SheetRow[]) => ({
  pullId: 'pull',
  type: 'order' as const,
  columns: COLUMNS,
  rows,
  isWhole: true,
})

const tableOf = (rows: readonly SheetRow[]): SheetTable =>
  written({ columns: COLUMNS, rows: [] }, { cells: [], rows: [], marks: [], appended: rows, removed: [] })

/** A table after what is to be written is written. */
function written({ columns, rows }: SheetTable, writes: SheetWrites): SheetTable {
  const now = rows.map((row) => ({ ...row, cells: { ...row.cells }, notes: { ...row.notes } }))
  for (const { row, field, value } of writes.cells)
    now[row] = { ...must(now[row]), cells: { ...must(now[row]).cells, [field]: { value } } }
  for (const { row, version, base } of writes.rows) now[row] = { ...must(now[row]), version, base }
  for (const { row, field, remark } of writes.marks) {
    must(now[row]).notes[field] = withRemark(must(now[row]).notes[field] ?? '', remark?.text ?? null)
  }
  const added = writes.appended.map(({ id, version, cells }) => ({
    key: id,
    id,
    version,
    base: cells,
    cells: Object.fromEntries(Object.entries(cells).map(([field, value]) => [field, { value }])),
    notes: {},
    hasMore: false,
  }))
  return { columns, rows: [...now.filter((_, at) => !writes.removed.includes(at)), ...added] }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is none')
  return value
}

type Edits = readonly { readonly row: number; readonly field: string; readonly value: Cell }[]

const typed = ({ columns, rows }: SheetTable, all: Edits): SheetTable => ({
  columns,
  rows: rows.map((row, at) => ({
    ...row,
    cells: {
      ...row.cells,
      ...Object.fromEntries(all.filter((one) => one.row === at).map(({ field, value }) => [field, { value }])),
    },
  })),
})

const changedElsewhere = (rows: readonly SheetRow[], all: Edits): SheetRow[] =>
  rows.map((row, at) => {
    const own = all.filter((one) => one.row === at)
    const cells = { ...row.cells, ...Object.fromEntries(own.map(({ field, value }) => [field, value])) }
    return own.length > 0 ? { ...row, version: row.version + 1, cells } : row
  })

const column = (key: string): TableColumn => must(COLUMNS.find((one) => one.key === key))

/** The Worker, in one sentence: a cell is kept where nobody else has touched it. */
function decided(rows: SheetRow[], pushed: readonly PushRow[]): RowResult[] {
  return pushed.map(({ key, id, changes }) => {
    const at = rows.findIndex((row) => row.id === id)
    const row = must(rows[at])
    const results: Record<string, CellResult> = {}
    for (const [field, { from, to }] of Object.entries(changes)) {
      const now = row.cells[field] ?? null
      if (sameValue(to as Cell, now, column(field))) results[field] = { outcome: 'same', value: now }
      else if (sameValue(from, now, column(field))) {
        results[field] = { outcome: 'saved' }
        rows[at] = {
          ...must(rows[at]),
          version: row.version + 1,
          cells: { ...must(rows[at]).cells, [field]: to as Cell },
        }
      } else results[field] = { outcome: 'conflict', theirs: now }
    }
    const conflicts = Object.values(results).filter(({ outcome }) => outcome === 'conflict').length
    const outcome = conflicts === 0 ? 'saved' : conflicts === Object.keys(results).length ? 'conflict' : 'partly'
    return { key, id: row.id, outcome, version: must(rows[at]).version, cells: results }
  })
}

const TOLD = { cell: () => 'not kept', row: () => 'not kept' }

describe('whatever people type, here and elsewhere', () => {
  test('a refresh leaves every typed cell as it is, and all others as they are stored', () => {
    fc.assert(
      fc.property(stored, edits, edits, (start, mine, theirs) => {
        const sheet = typed(tableOf(rowsOf(start)), mine)
        const now = changedElsewhere(rowsOf(start), theirs)
        const after = written(sheet, refreshed(sheet, pullOf(now), GONE))
        const changed = new Map(changedRows(sheet).map(({ key, changes }) => [key, changes]))
        for (const [at, row] of after.rows.entries()) {
          for (const { key } of COLUMNS) {
            const before = must(sheet.rows[at]).cells[key]?.value
            const fresh = must(now[at]).cells[key] ?? null
            const isMine = changed.get(row.key)?.[key] !== undefined && !sameValue(before ?? null, fresh, column(key))
            if (isMine) expect(row.cells[key]?.value).toBe(before)
            else expect(sameValue(row.cells[key]?.value ?? null, fresh, column(key))).toBe(true)
          }
        }
      }),
    )
  })

  test('a second refresh has nothing to write into any cell', () => {
    fc.assert(
      fc.property(stored, edits, edits, (start, mine, theirs) => {
        const pull = pullOf(changedElsewhere(rowsOf(start), theirs))
        const sheet = typed(tableOf(rowsOf(start)), mine)
        const once = written(sheet, refreshed(sheet, pull, GONE))
        const again = refreshed(once, pull, GONE)
        expect([again.cells, again.marks, again.appended, again.removed]).toEqual([[], [], [], []])
        expect(written(once, again)).toEqual(once)
      }),
    )
  })

  test('what is changed stays so over a refresh, against what it was changed from, unless others put the same there', () => {
    fc.assert(
      fc.property(stored, edits, edits, (start, mine, theirs) => {
        const sheet = typed(tableOf(rowsOf(start)), mine)
        const after = written(sheet, refreshed(sheet, pullOf(changedElsewhere(rowsOf(start), theirs)), GONE))
        const before = new Map(changedRows(sheet).map(({ key, changes }) => [key, changes]))
        for (const { key, changes } of changedRows(after)) {
          for (const [field, change] of Object.entries(changes)) expect(before.get(key)?.[field]).toEqual(change)
        }
      }),
    )
  })

  test('every edit is stored, or in conflict and still in the sheet: none is lost, in any order of rows', () => {
    fc.assert(
      fc.property(
        stored,
        edits,
        edits,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (start, mine, theirs, chance) => {
          const world = changedElsewhere(rowsOf(start), theirs)
          const shuffled = [...typed(tableOf(rowsOf(start)), mine).rows]
            .map((row) => ({ row, at: chance.next().value ?? 0 }))
            .sort((one, other) => one.at - other.at)
            .map(({ row }) => row)
          const sheet = { columns: COLUMNS, rows: shuffled }
          const sent = changedRows(sheet)
          const results = decided(world, sent)
          const after = written(sheet, answered(sheet, sent, results, TOLD))
          for (const { key, id, changes } of sent) {
            const row = must(after.rows.find((one) => one.key === key))
            for (const [field, { to }] of Object.entries(changes)) {
              const isOpen = must(results.find((one) => one.key === key)).cells[field]?.outcome === 'conflict'
              const kept = must(world.find((one) => one.id === id)).cells[field] ?? null
              expect(sameValue(row.cells[field]?.value ?? null, to as Cell, column(field))).toBe(true)
              if (isOpen) expect(isRemarked(row.notes[field])).toBe(true)
              else expect(sameValue(kept, to as Cell, column(field))).toBe(true)
            }
          }
          // Pushed again, nothing that was kept is sent a second time.
          const open = results.flatMap(({ key, cells }) =>
            Object.entries(cells).flatMap(([field, { outcome }]) =>
              outcome === 'conflict' ? [`${key} ${field}`] : [],
            ),
          )
          expect(
            changedRows(after)
              .flatMap(({ key, changes }) => Object.keys(changes).map((field) => `${key} ${field}`))
              .sort(),
          ).toEqual(open.sort())
        },
      ),
    )
  })
})

describe('the same value', () => {
  test.each([
    ['number', 18400, '18,400.00'],
    ['number', 0.1 + 0.2, 0.3],
    ['number', 12.5, '１２.５'],
    ['date', '2026-11-20', '2026/11/20'],
    ['date', '2026-01-02', '2026年1月2日'],
    ['text', null, '  '],
    ['text', 'a\r\nb', 'a\nb'],
    ['text', '12', 12],
    ['text', '0.3', 0.1 + 0.2],
    ['text', 'TRUE', true],
    ['switch', true, 'true'],
  ] as const)('%s: %s is %s', (kind, one, other) => {
    expect(sameValue(one, other, { ...column('amount'), kind })).toBe(true)
  })

  test.each([
    ['number', 12.5, '12,5'],
    ['number', 1234, '1.234'],
    ['date', '2026-11-20', '20.11.2026'],
    ['date', '2026-02-01', '02/01/2026'],
    ['text', '0012', 12],
    ['text', 'a', 'A'],
    ['switch', false, null],
  ] as const)('%s: %s is not %s', (kind, one, other) => {
    expect(sameValue(one, other, { ...column('amount'), kind })).toBe(false)
  })

  test('is so both ways, and of everything with itself', () => {
    fc.assert(
      fc.property(cell, cell, fc.constantFrom(...COLUMNS), (one, other, of) => {
        expect(sameValue(one, one, of)).toBe(true)
        expect(sameValue(one, other, of)).toBe(sameValue(other, one, of))
      }),
    )
  })
})

test('our remark comes into a note and leaves it, whatever else is written there', () => {
  fc.assert(
    fc.property(
      fc.string().filter((note) => !note.includes('Quayside: ')),
      fc.string(),
      fc.string(),
      (note, first, second) => {
        const once = withRemark(note, first)
        expect(isRemarked(once)).toBe(true)
        expect(withRemark(once, second)).toBe(withRemark(note, second))
        expect(withRemark(once, null)).toBe(note)
      },
    ),
  )
})

test('no two rows have the same key, however often an id stands in the sheet', () => {
  const ids = fc.array(fc.constantFrom('', 'a', 'b', 'a#2', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(ids, (all) => {
      expect(new Set(rowKeys(all)).size).toBe(all.length)
    }),
  )
})
