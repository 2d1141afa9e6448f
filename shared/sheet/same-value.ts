import { asciiDigits, readNumber } from '#shared/i18n/numbers.ts'
import type { Cell } from './api.ts'
import type { TableColumn } from './table.ts'

/**
 * Whether two cells mean the same: `18400` and `18,400.00`, `2026-11-20` and `2026/11/20`, nothing and an empty text. What
 * can be read in two ways is not the same as anything else: the Worker decides.
 */
export function sameValue(one: Cell, other: Cell, column: TableColumn): boolean {
  return meaning(one, column) === meaning(other, column)
}

/** A cell without anything in it is told in two ways. */
export const emptyAsNull = (cell: Cell): Cell => (cell === '' ? null : cell)

function meaning(cell: Cell, column: TableColumn): Cell {
  if (emptyAsNull(cell) === null) return null
  if (column.kind === 'number') return number(cell, column.decimals ?? MONEY_DECIMALS)
  if (column.kind === 'switch') return SWITCHES[String(cell).trim().toUpperCase()] ?? cell
  const text = textOf(cell).replace(/\r\n?/g, '\n').trim()
  return column.kind === 'date' ? day(text) : text || null
}

/** What a sheet shows of a cell in a column of texts: numbers without the noise of binary sums, `TRUE` for a switch. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'number') return String(number(cell, 0))
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell ?? '')
}

/** To the digits that a sheet keeps of a number; text as {@link readNumber} has it. */
function number(cell: Cell, decimals: number): Cell {
  if (typeof cell === 'number') return Number(cell.toPrecision(DIGITS))
  if (typeof cell !== 'string') return cell
  const scaled = readNumber(cell, decimals)
  return scaled === null ? cell : Number((scaled / 10 ** decimals).toPrecision(DIGITS))
}

/** Only dates that begin with their year are read: of the others nobody knows which number is the month. */
function day(text: string): string {
  const [, year, month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(asciiDigits(text)) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

/** What most amounts have, where a column does not say. */
const MONEY_DECIMALS = 2
const DIGITS = 15
const SWITCHES: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false }
