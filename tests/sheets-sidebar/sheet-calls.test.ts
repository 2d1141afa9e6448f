import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { RowResult } from '#shared/sheet/api.ts'
import {
  changes,
  glance,
  keepUnanswered,
  settle,
  show,
  unanswered,
  writePull,
  writeResults,
} from '../../sheets-sidebar/server/script.ts'
import {
  cellAt,
  changeCell,
  deleteRows,
  lastRow,
  moveColumn,
  shownAt,
  sortRows,
  type Tab,
  valueAt,
  type Workbook,
  write,
} from '../../workbench/src/sheets/workbook.ts'
import { anOrder, aPull, COLUMNS, columnOf, find, openBook, type } from './a-sheet.ts'

let book: Workbook

beforeEach(() => {
  book = openBook()
  writePull(aPull([anOrder(1), anOrder(2), anOrder(3)]))
})

const tab = (): Tab => book.active
const shown = (order: string, header: string) => shownAt(tab(), ...find(tab(), order, header))
const cell = (order: string, header: string) => cellAt(tab(), ...find(tab(), order, header))
const sent = () => changes()[0]?.rows ?? []

function deleteColumn(header: string): void {
  const column = columnOf(tab(), header)
  tab().columns.splice(column, 1)
  for (const line of tab().rows) line?.splice(column, 1)
}

/** Whether the work was cut off before its nth write to the book. */
function cutOff(nth: number, work: () => void): boolean {
  let left = nth
  const { changes } = book
  Object.defineProperty(book, 'changes', {
    configurable: true,
    get: () => changes,
    set: () => {
      if (--left === 0) throw new Error('Exceeded maximum execution time')
    },
  })
  try {
    work()
    return false
  } catch (error) {
    if ((error as Error).message !== 'Exceeded maximum execution time') throw error
    return true
  } finally {
    Object.defineProperty(book, 'changes', { configurable: true, writable: true, value: changes })
  }
}

const saved = (key: string, field: string, part: Partial<RowResult> = {}): RowResult => ({
  key,
  id: key,
  outcome: 'saved',
  version: 2,
  cells: { [field]: { outcome: 'saved' } },
  ...part,
})

describe('a first pull', () => {
  test('makes a sheet of its own, with a header, the rows, and the hidden columns behind the name', () => {
    expect(tab().name).toBe('Orders')
    expect(
      tab()
        .rows[1]?.slice(1, 6)
        .map((one) => one?.value),
    ).toEqual(['Order no.', '_id', '_version', '_base', 'Promised date'])
    expect([1, 2, 3, 4, 5].map((column) => tab().columns[column]?.hidden)).toEqual([false, true, true, true, false])
    expect(shown('SO-2', 'Promised date')).toBe('2026-11-20')
    expect(shown('SO-2', 'Total')).toBe('18,400.50')
    expect([tab().frozenRows, sent()]).toEqual([1, []])
  })

  test('is in the language of the person', () => {
    const chinese = openBook({ locale: 'zh_CN' })
    writePull(aPull([anOrder(1)]))
    expect(chinese.active.name).toBe('订单')
  })

  test('makes no formula of a text, and no number of leading zeros', () => {
    writePull(
      aPull([
        anOrder(1, { remark: '=HYPERLINK("https://evil.example")' }),
        anOrder(2, { remark: '+86 755' }),
        anOrder(3, { remark: '0012' }),
      ]),
    )
    for (const [order, text] of [
      ['SO-1', '=HYPERLINK("https://evil.example")'],
      ['SO-2', '+86 755'],
      ['SO-3', '0012'],
    ] as const) {
      expect([cell(order, 'Remark').formula, cell(order, 'Remark').value]).toEqual([undefined, text])
    }
  })

  test('leaves a sheet alone that has its name already', () => {
    const other = openBook()
    other.active.name = 'Orders'
    write(other.active, 1, 1, 'mine')
    writePull(aPull([anOrder(1)]))
    expect(other.sheets.map(({ name }) => name)).toEqual(['Orders', 'Orders (2)'])
    expect(valueAt(other.sheets[0] as Tab, 1, 1)).toBe('mine')
  })

  test('warns before the header and the hidden columns are changed, and forbids nothing', () => {
    expect(tab().protections.length).toBe(4)
    expect(tab().protections.every(({ isWarning }) => isWarning)).toBe(true)
  })
})

describe('what was changed', () => {
  test('is found by value: the same amount or day written otherwise is no change', () => {
    type(tab(), 'SO-1', 'Commission', '100.00')
    type(tab(), 'SO-2', 'Promised date', '2026/11/20')
    changeCell(tab(), ...find(tab(), 'SO-3', 'Commission'), { format: '@', value: '100.00' })
    expect(sent()).toEqual([])
  })

  test('comes with what stood there and what stands there, days as days', () => {
    type(tab(), 'SO-2', 'Promised date', '2026-12-01')
    type(tab(), 'SO-2', 'Remark', '')
    expect(sent()).toEqual([
      {
        key: 'order-2',
        id: 'order-2',
        version: 1,
        changes: { promised_date: { from: '2026-11-20', to: '2026-12-01' }, remark: { from: 'Remark 2', to: null } },
      },
    ])
  })

  test('in a column of texts is a text as the sheet shows it, and is so once it is saved', () => {
    for (const [order, value] of [
      ['SO-1', 0.1 + 0.2],
      ['SO-2', true],
    ] as const) {
      changeCell(tab(), ...find(tab(), order, 'Remark'), { value })
    }
    const rows = sent()
    expect(rows.map(({ changes }) => changes.remark?.to)).toEqual(['0.3', 'TRUE'])
    const kept = (key: string, value: string) =>
      saved(key, 'remark', { cells: { remark: { outcome: 'saved', value } } })
    writeResults(tab().id, rows, [kept('order-1', '0.3'), kept('order-2', 'TRUE')])
    expect([sent(), shown('SO-1', 'Remark'), shown('SO-2', 'Remark')]).toEqual([[], '0.3', 'TRUE'])
  })

  test('is found after sorting, moved and renamed columns, and deleted rows', () => {
    type(tab(), 'SO-1', 'Commission', '250')
    sortRows(tab(), columnOf(tab(), 'Order no.'), { ascending: false })
    moveColumn(tab(), columnOf(tab(), 'Commission'), 2)
    write(tab(), 1, columnOf(tab(), 'Commission'), 'Our share')
    deleteRows(tab(), find(tab(), 'SO-2', 'Our share')[0], 1)
    expect(sent()).toEqual([
      { key: 'order-1', id: 'order-1', version: 1, changes: { commission: { from: 100, to: 250 } } },
    ])
  })

  test('is found by the header where a column has lost what it carried', () => {
    for (const column of tab().columns) column?.entries.splice(0)
    type(tab(), 'SO-1', 'Commission', '250')
    expect(sent().map(({ changes }) => Object.keys(changes))).toEqual([['commission']])
  })

  test('is never a formula or an error: they are told as what they are', () => {
    type(tab(), 'SO-1', 'Commission', '=100+50')
    type(tab(), 'SO-2', 'Commission', '=1/0')
    changeCell(tab(), ...find(tab(), 'SO-3', 'Commission'), { value: '#N/A' })
    expect(sent().map(({ changes }) => changes.commission?.to)).toEqual([
      { formula: '=100+50' },
      { formula: '=1/0' },
      { error: '#N/A' },
    ])
  })

  test('is never an image: it is told as an error of its cell, and the others are read', () => {
    type(tab(), 'SO-1', 'Commission', '250')
    changeCell(tab(), ...find(tab(), 'SO-2', 'Remark'), { value: { toString: () => 'CellImage' } as never })
    expect(sent().map(({ changes }) => changes)).toEqual([
      { commission: { from: 100, to: 250 } },
      { remark: { from: 'Remark 2', to: { error: '#VALUE!' } } },
    ])
  })

  test('comes for every copy of a row that was copied, each under a key of its own', () => {
    const [row] = find(tab(), 'SO-1', 'Commission')
    tab().rows[lastRow(tab()) + 1] = [...(tab().rows[row] ?? [])]
    expect(sent()).toEqual([])
    type(tab(), 'SO-1', 'Commission', '250')
    expect(sent().map(({ key, id, changes }) => [key, id, Object.keys(changes)])).toEqual([
      ['order-1', 'order-1', ['commission']],
      ['order-1#2', 'order-1', []],
    ])
  })

  test('of a row whose hidden columns were damaged is still there: compared with nothing', () => {
    const [row] = find(tab(), 'SO-1', 'Commission')
    for (const damaged of ['oops', '[1]', '{"commission":{"amount":100}}']) {
      write(tab(), row, columnOf(tab(), '_base'), damaged)
      expect(sent()[0]?.changes.commission).toEqual({ from: null, to: 100 })
    }
  })

  test('is not made of rows that somebody wrote below; they are counted', () => {
    write(tab(), 6, 1, 'Total')
    expect([sent(), changes()[0]?.strangers]).toEqual([[], 1])
  })
})

describe('a refresh', () => {
  test('brings what is new, and keeps what was typed and not sent, still compared with what it was', () => {
    type(tab(), 'SO-1', 'Commission', '250')
    const written = writePull(
      aPull([anOrder(1, { commission: 120, incoterm: 'CIF' }), anOrder(2, { remark: 'New' }), anOrder(3)]),
    )
    expect([shown('SO-1', 'Commission'), shown('SO-1', 'Incoterm'), shown('SO-2', 'Remark')]).toEqual([
      '250.00',
      'CIF',
      'New',
    ])
    expect(written).toEqual({ rows: 3, unsent: 1 })
    expect(sent().map(({ changes }) => changes)).toEqual([{ commission: { from: 100, to: 250 } }])
  })

  test('keeps formulas, own columns and own rows', () => {
    const own = tab().rows[1]?.length ?? 0
    write(tab(), 1, own, 'My own')
    write(tab(), find(tab(), 'SO-2', 'Remark')[0], own, 'call them')
    type(tab(), 'SO-3', 'Commission', '=50*2')
    write(tab(), 6, 1, 'Total')
    writePull(aPull([anOrder(1), anOrder(2), anOrder(3, { commission: 100 })]))
    expect([shown('SO-2', 'My own'), cell('SO-3', 'Commission').formula, valueAt(tab(), 6, 1)]).toEqual([
      'call them',
      '=50*2',
      'Total',
    ])
  })

  test('adds rows that are new, and takes away untouched ones that are gone', () => {
    writePull(aPull([anOrder(1), anOrder(4)]))
    expect(
      tab()
        .rows.slice(2)
        .map((line) => line?.[1]?.value)
        .filter(Boolean),
    ).toEqual(['SO-1', 'SO-4'])
  })

  test('leaves a row that is gone where somebody has written into it, and says so', () => {
    type(tab(), 'SO-2', 'Remark', 'Important')
    writePull(aPull([anOrder(1), anOrder(3)]))
    expect(shown('SO-2', 'Remark')).toBe('Important')
    expect(cell('SO-2', 'Order no.').note).toContain('Quayside: Not among your open records any more')
  })

  test('leaves a row that is gone where somebody has left a note; our own is none', () => {
    changeCell(tab(), ...find(tab(), 'SO-2', 'Remark'), { note: 'ask Bob' })
    changeCell(tab(), ...find(tab(), 'SO-3', 'Remark'), { note: 'Quayside: No.' })
    writePull(aPull([anOrder(1)]))
    expect([cell('SO-2', 'Remark').note, lastRow(tab())]).toEqual(['ask Bob', 3])
  })

  test('takes no row away when there were more rows than are pulled', () => {
    writePull(aPull([anOrder(1)], { isWhole: false }))
    expect(lastRow(tab())).toBe(4)
  })

  test('adds a new column behind all others, and lets go of one that may not be seen any more', () => {
    const columns = [
      ...COLUMNS.filter(({ key }) => key !== 'commission'),
      { key: 'custom.size', label: 'Size', kind: 'text' as const, editable: true },
    ]
    writePull(aPull([anOrder(1, { 'custom.size': 'XL' })], { columns }))
    type(tab(), 'SO-1', 'Commission', '1')
    expect([shown('SO-1', 'Size'), sent()]).toEqual(['XL', []])
  })

  test('fills a column that somebody had deleted, and takes it for nobody’s change', () => {
    deleteColumn('Remark')
    writePull(aPull([anOrder(1), anOrder(2), anOrder(3)]))
    expect([shown('SO-1', 'Remark'), sent()]).toEqual(['Remark 1', []])
  })

  test('fills a sheet that somebody had cleared, each column under its header', () => {
    moveColumn(tab(), columnOf(tab(), 'Remark'), columnOf(tab(), 'Promised date'))
    for (const [row, line] of tab().rows.entries()) {
      for (const column of line?.keys() ?? []) if (row > 0 && column > 0) changeCell(tab(), row, column, { value: '' })
    }
    writePull(aPull([anOrder(1), anOrder(2)]))
    expect(COLUMNS.map(({ label }) => shown('SO-1', label))).toEqual([
      'SO-1',
      '2026-11-20',
      '18,400.50',
      '100.00',
      'FOB',
      '',
      'Remark 1',
    ])
    expect(sent()).toEqual([])
  })

  test('by somebody who sees less and then by somebody who sees more has each column once, with what was typed there', () => {
    type(tab(), 'SO-1', 'Commission', '250')
    const { commission: _, ...less } = anOrder(1).cells
    for (let round = 0; round < 2; round++) {
      writePull(
        aPull([{ ...anOrder(1), cells: less }], {
          columns: COLUMNS.filter(({ key }) => key !== 'commission'),
          isWhole: false,
        }),
      )
      expect(sent()).toEqual([])
      writePull(aPull([anOrder(1), anOrder(2, { commission: 120 }), anOrder(3)]))
    }
    expect(tab().rows[1]?.filter((one) => one?.value === 'Commission')).toHaveLength(1)
    expect([shown('SO-2', 'Commission'), sent().map(({ changes }) => changes)]).toEqual([
      '120.00',
      [{ commission: { from: 100, to: 250 } }],
    ])
  })

  test('that is cut off anywhere makes no change of what others did', () => {
    const fresh = [1, 2, 3, 4].map((nth) =>
      anOrder(nth, { promised_date: '2026-12-24', commission: 120, incoterm: 'CIF', remark: `New ${nth}` }),
    )
    let steps = 0
    for (let cut = 1, isCut = true; isCut; cut++) {
      book = openBook()
      writePull(aPull([anOrder(1), anOrder(2), anOrder(3)]))
      deleteColumn('Remark')
      isCut = cutOff(cut, () => writePull(aPull(fresh)))
      for (const { id, changes } of sent()) {
        const { cells } = fresh.find((row) => row.id === id) ?? {}
        for (const [field, { to }] of Object.entries(changes))
          expect([cut, field, to]).toEqual([cut, field, cells?.[field]])
      }
      steps = cut
    }
    expect(steps).toBeGreaterThan(20)
  })

  test('asks Google as often for many scattered changes as for one', () => {
    const asked = vi.spyOn(SpreadsheetApp.getActiveSpreadsheet(), 'getSpreadsheetTimeZone')
    const questions = (changed: number) => {
      const all = Array.from({ length: 40 }, (_, nth) => anOrder(nth + 1))
      writePull(aPull(all))
      asked.mockClear()
      writePull(aPull(all.map((row, at) => (at % 2 === 0 && at < changed ? anOrder(at + 1, { remark: 'New' }) : row))))
      return asked.mock.calls.length
    }
    expect(questions(40)).toBe(questions(1))
  })

  test('twice in a row changes nothing', () => {
    type(tab(), 'SO-1', 'Commission', '250')
    writePull(aPull([anOrder(1), anOrder(2), anOrder(3)]))
    const before = JSON.stringify(tab().rows)
    writePull(aPull([anOrder(1), anOrder(2), anOrder(3)]))
    expect(JSON.stringify(tab().rows)).toBe(before)
  })
})

describe('an answer', () => {
  test('makes saved cells pulled ones, spelled as they are kept', () => {
    type(tab(), 'SO-1', 'Remark', '  spaced ')
    const rows = sent()
    writeResults(tab().id, rows, [
      saved('order-1', 'remark', { cells: { remark: { outcome: 'saved', value: 'spaced' } } }),
    ])
    expect([shown('SO-1', 'Remark'), sent()]).toEqual(['spaced', []])
  })

  test('does not touch what somebody typed on meanwhile: that is still to be sent', () => {
    type(tab(), 'SO-1', 'Remark', 'one')
    const rows = sent()
    type(tab(), 'SO-1', 'Remark', 'one and two')
    writeResults(tab().id, rows, [saved('order-1', 'remark')])
    expect(sent().map(({ version, changes }) => [version, changes])).toEqual([
      [2, { remark: { from: 'one', to: 'one and two' } }],
    ])
  })

  test('finds its row after it was sorted meanwhile', () => {
    type(tab(), 'SO-1', 'Remark', 'one')
    const rows = sent()
    sortRows(tab(), 1, { ascending: false })
    writeResults(tab().id, rows, [saved('order-1', 'remark')])
    expect([sent(), shown('SO-1', 'Remark')]).toEqual([[], 'one'])
  })

  test('marks what was not kept, beside the other cells of the row that were, and loses no letter', () => {
    type(tab(), 'SO-1', 'Remark', 'one')
    type(tab(), 'SO-1', 'Commission', '12,5')
    type(tab(), 'SO-1', 'Incoterm', 'CIF')
    changeCell(tab(), ...find(tab(), 'SO-1', 'Incoterm'), { note: 'ask Bob' })
    writeResults(tab().id, sent(), [
      saved('order-1', 'remark', {
        outcome: 'partly',
        cells: {
          remark: { outcome: 'saved' },
          commission: { outcome: 'invalid', code: 'number', message: 'A number such as 1,234.50.' },
          incoterm: { outcome: 'conflict', theirs: 'DAP', by: 'Ana Li', at: Date.UTC(2026, 9, 20, 1) },
        },
      }),
    ])
    expect([shown('SO-1', 'Commission'), cell('SO-1', 'Commission').note]).toEqual([
      '12,5',
      'Quayside: A number such as 1,234.50.',
    ])
    expect(cell('SO-1', 'Incoterm').note).toBe(
      'ask Bob\n\nQuayside: Ana Li put “DAP” here (2026-10-20 09:00). Yours is not sent.',
    )
    expect([
      cell('SO-1', 'Commission').background,
      cell('SO-1', 'Incoterm').background,
      cell('SO-1', 'Remark').background,
    ]).toEqual(['#fce0de', '#fef0c7', null])
    expect(Object.keys(sent()[0]?.changes ?? {})).toEqual(['commission', 'incoterm'])
  })

  test('takes marks away once all is well, and leaves notes and colours that are not ours', () => {
    type(tab(), 'SO-1', 'Commission', '12,5')
    changeCell(tab(), ...find(tab(), 'SO-1', 'Commission'), { note: 'ask Bob' })
    changeCell(tab(), ...find(tab(), 'SO-2', 'Commission'), { background: '#00ff00' })
    writeResults(tab().id, sent(), [
      saved('order-1', '', { outcome: 'rejected', cells: { commission: { outcome: 'invalid', message: 'No.' } } }),
    ])
    type(tab(), 'SO-1', 'Commission', '12.5')
    writeResults(tab().id, sent(), [saved('order-1', 'commission')])
    expect([cell('SO-1', 'Commission').note, cell('SO-1', 'Commission').background]).toEqual(['ask Bob', null])
    expect(cell('SO-2', 'Commission').background).toBe('#00ff00')
  })

  test('of a whole row stands at its name', () => {
    type(tab(), 'SO-1', 'Remark', 'one')
    writeResults(tab().id, sent(), [{ key: 'order-1', id: null, outcome: 'gone', version: null, cells: {} }])
    expect([cell('SO-1', 'Order no.').note.startsWith('Quayside: '), shown('SO-1', 'Remark')]).toEqual([true, 'one'])
  })
})

describe('a conflict', () => {
  beforeEach(() => {
    type(tab(), 'SO-1', 'Incoterm', 'CIF')
    const cells = { incoterm: { outcome: 'conflict', theirs: 'DAP' } } as const
    writeResults(tab().id, sent(), [{ key: 'order-1', id: 'order-1', outcome: 'conflict', version: 2, cells }])
  })

  test('is still to be sent, and still against what was pulled', () => {
    expect(sent()[0]?.changes).toEqual({ incoterm: { from: 'FOB', to: 'CIF' } })
  })

  test('with "mine" is sent against theirs', () => {
    settle({ sheet: tab().id, key: 'order-1', field: 'incoterm' }, { theirs: 'DAP', take: 'mine' })
    expect(sent()[0]?.changes).toEqual({ incoterm: { from: 'DAP', to: 'CIF' } })
    expect(cell('SO-1', 'Incoterm').note).toBe('')
  })

  test('with "theirs" is over', () => {
    settle({ sheet: tab().id, key: 'order-1', field: 'incoterm' }, { theirs: 'DAP', take: 'theirs' })
    expect([shown('SO-1', 'Incoterm'), sent(), cell('SO-1', 'Incoterm').note]).toEqual(['DAP', [], ''])
  })
})

test('a copy of the sheet is another sheet: what comes of one is not written into the other', () => {
  type(tab(), 'SO-1', 'Remark', 'one')
  const original = tab()
  const rows = sent()
  const copy = { ...structuredClone(original), id: 99, name: 'Copy of Orders' }
  book.sheets.push(copy)
  book.active = copy
  type(copy, 'SO-1', 'Remark', 'Remark 1')
  writeResults(original.id, rows, [saved('order-1', 'remark')])
  expect(sent()).toEqual([])
  book.active = original
  expect(sent()).toEqual([])
})

test('a cell is shown where it is now', () => {
  sortRows(tab(), 1, { ascending: false })
  show({ sheet: tab().id, key: 'order-1', field: 'incoterm' })
  expect([tab().at.row, tab().at.column]).toEqual(find(tab(), 'SO-1', 'Incoterm'))
})

test('what is selected is the record of its row, and nothing is read while it stays', () => {
  show({ sheet: tab().id, key: 'order-2', field: 'incoterm' })
  const now = glance('')
  expect(now.row).toEqual({ type: 'order', id: 'order-2', name: 'SO-2 · 2026-11-20' })
  expect(glance(now.at)).toEqual({ at: now.at })
  tab().at = { row: 1, column: 1 }
  expect(glance(now.at).row).toBeNull()
})

test('an unanswered push is kept until it is answered', () => {
  keepUnanswered({ key: 'a key', print: 'what it said' })
  expect(unanswered()).toEqual({ key: 'a key', print: 'what it said' })
  keepUnanswered(null)
  expect(unanswered()).toBeNull()
})

test('everything that the sidebar is told is plain data, as Google wants it', () => {
  type(tab(), 'SO-1', 'Promised date', '2026-12-24')
  const told = [changes(), glance('')]
  expect(structuredClone(told)).toEqual(JSON.parse(JSON.stringify(told)))
})

test('a sheet whose ids are lost is somebody’s own: the next pull makes another', () => {
  deleteColumn('_id')
  expect(changes()).toEqual([])
  writePull(aPull([anOrder(1)]))
  expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Orders', 'Orders (2)'])
})
