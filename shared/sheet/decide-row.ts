import { formatMoney } from '#shared/money/amount.ts'
import { AmountTooLarge } from '#shared/order/line-total.ts'
import type { Values } from '#shared/record/change.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { problem } from '#shared/record/problems.ts'
import { withComputed } from '#shared/trade/computed.ts'
import type { Cell, CellContent, CellResult, RowResult, SheetType } from './api.ts'
import { cellAt, cellOf, isSame, oneBreak, type Reading, type SheetRecord } from './cell.ts'
import { isKept } from './columns.ts'
import { readCell } from './read-cell.ts'

/** A cell that somebody changed: as it was pulled, and as it stands there now. */
export interface CellChange {
  readonly from: Cell
  readonly to: CellContent
}

/** What is to be stored of a row, and what comes of each of its cells if it is. */
export interface RowDecision {
  readonly values: Values
  readonly cells: Readonly<Record<string, CellResult>>
}

interface Deciding {
  readonly type: SheetType
  /** The columns of the sheet. */
  readonly fields: Fields
  /** Of the fields named in `changes` those that the person may not change on this record. */
  readonly denied: readonly string[]
  /** Of those the ones that are left to amending the order, for it is divided into installments. */
  readonly left: readonly string[]
  readonly reading: Reading
}

/**
 * Three ways for each cell, by value: what was pulled, what stands in the sheet, what is stored. Who changed one cell
 * and who changed another of the same row are both right. One bad cell spoils no other.
 */
export function decideRow(
  row: SheetRecord,
  changes: Readonly<Record<string, CellChange>>,
  { type, fields, denied, left, reading }: Deciding,
): RowDecision {
  const refusals = (key: string): CellRefusal | null =>
    denied.includes(key) ? 'not_allowed' : left.includes(key) ? 'divided' : null
  const decided = Object.entries(changes).map(([key, change]): [string, Decided] => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) return [key, { cell: refusedAs('invalid', key, 'unknown', reading) }]
    return [key, decideCell(key, field, row, change, refusals(key), reading)]
  })
  const values = Object.fromEntries(decided.flatMap(([key, { save }]) => (save ? [[key, save.value]] : [])))
  const cells = Object.fromEntries(decided.map(([key, { cell }]) => [key, cell]))
  return withinAmount(type, row, { values, cells }, fields, reading)
}

/** Why nobody, or not this person, changes a cell of a row. */
type CellRefusal = 'not_allowed' | 'divided'

interface Decided {
  readonly cell: CellResult
  /** Wrapped, for nothing is a value as well. */
  readonly save?: { readonly value: unknown }
}

function decideCell(
  key: string,
  field: Field,
  row: SheetRecord,
  { from, to }: CellChange,
  refused: CellRefusal | null,
  reading: Reading,
): Decided {
  const stored = cellAt(key, field, row, reading)
  const same: Decided = { cell: { outcome: 'same', value: stored } }
  if (!isContent(to) && isSame(plain(to), stored)) return same
  if (isKept(field)) return { cell: { ...refusedAs('forbidden', key, 'fixed', reading), value: stored } }
  if (refused) return { cell: { ...refusedAs('forbidden', key, refused, reading), value: stored } }

  const read = readCell(key, field, to, row.record, reading)
  if ('problem' in read) {
    const { code, message } = read.problem
    return { cell: { outcome: 'invalid', code, message, value: stored } }
  }
  const value = cellOf(field, read.value, row.record, reading)
  if (isSame(value, stored)) return same
  if (isSame(asRead(key, field, row, from, reading), stored)) return { cell: { outcome: 'saved', value }, save: read }
  return { cell: { outcome: 'conflict', value: stored, theirs: stored } }
}

const isContent = (content: CellContent): content is Exclude<CellContent, Cell> =>
  content !== null && typeof content === 'object'

const plain = (cell: Cell): Cell => (typeof cell === 'string' ? oneBreak(cell) : cell)

/** A cell as it would be pulled if it were stored: `1.10` and 1.1 are one number. What cannot be read is itself. */
function asRead(key: string, field: Field, { record }: SheetRecord, cell: Cell, reading: Reading): Cell {
  const read = readCell(key, field, cell, record, reading)
  return 'problem' in read ? plain(cell) : cellOf(field, read.value, record, reading)
}

function refusedAs(
  outcome: 'invalid' | 'forbidden',
  key: string,
  code: 'unknown' | 'fixed' | CellRefusal,
  { language }: Reading,
): CellResult {
  return { outcome, code, message: problem(key, code, language).message }
}

/** Quantity and price, each right by itself, may make an amount that could not be added up: then those are refused. */
function withinAmount(
  type: SheetType,
  row: SheetRecord,
  decision: RowDecision,
  fields: Fields,
  reading: Reading,
): RowDecision {
  try {
    withComputed(type, decision.values, row.record)
    return decision
  } catch (error) {
    if (!(error instanceof AmountTooLarge)) throw error
    const maximum = formatMoney(error.maximum, String(row.record.currency))
    const isOfIt = ([key]: readonly [string, unknown]) => error.fields.includes(key)
    const refused = Object.entries(decision.values)
      .filter(isOfIt)
      .map(([key]): [string, CellResult] => {
        const { code, message } = problem(key, 'amount', reading.language, { maximum })
        return [key, { outcome: 'invalid', code, message, value: cellAt(key, fields[key] as Field, row, reading) }]
      })
    return {
      values: Object.fromEntries(Object.entries(decision.values).filter((entry) => !isOfIt(entry))),
      cells: { ...decision.cells, ...Object.fromEntries(refused) },
    }
  }
}

/** What came of a row, of what came of its cells. */
export function rowOutcome(cells: RowResult['cells']): RowResult['outcome'] {
  const outcomes = Object.values(cells).map(({ outcome }) => outcome)
  const asSent = outcomes.filter((outcome) => outcome === 'saved' || outcome === 'same').length
  if (asSent === outcomes.length) return 'saved'
  if (asSent > 0) return 'partly'
  return outcomes.includes('conflict') ? 'conflict' : 'rejected'
}
