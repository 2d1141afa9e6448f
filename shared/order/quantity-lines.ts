import { readNumber, trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import type { OrderLine } from '#shared/trade/index.ts'

/** Lines of an order as a person writes them into one field, a line for each: `BW-C600; 600`. */
export interface ReadRow {
  readonly line: OrderLine
  /** What follows the name, each as an integer of its column's places. */
  readonly numbers: readonly number[]
}

/** What is wrong with which row; rows count from 1. */
export interface RowProblem {
  readonly row: number
  readonly code: 'no_line' | 'twice' | 'number'
}

/** A row: the line's name and its numbers, each with as many decimals as its column keeps. */
export const writtenRow = (line: OrderLine, lines: readonly OrderLine[], columns: readonly Column[]): string =>
  [nameOf(line, lines), ...columns.map(({ value, decimals }) => trimmed(typedNumber(value, decimals)))].join('; ')

interface Column {
  readonly value: number
  readonly decimals: number
}

/** Reads such rows; empty ones are nothing. A Chinese semicolon parts as well. `decimals` has one entry for each column. */
export function readRows(
  typed: string,
  lines: readonly OrderLine[],
  decimals: readonly number[],
): { readonly rows: readonly ReadRow[]; readonly problems: readonly RowProblem[] } {
  const rows: ReadRow[] = []
  const problems: RowProblem[] = []
  for (const [index, written] of typed.split(/\r?\n/).entries()) {
    if (written.trim() === '') continue
    const cells = written.split(/[;；\t]/).map((cell) => cell.trim())
    const name = cells.slice(0, -decimals.length).join(';')
    const numbers = cells.slice(-decimals.length).map((cell, at) => readNumber(cell, decimals[at] ?? 0))
    const line = lines.find((one) => nameOf(one, lines) === name)
    const problem = (code: RowProblem['code']) => problems.push({ row: index + 1, code })
    if (cells.length <= decimals.length || numbers.some((number) => number === null || number < 0)) problem('number')
    else if (!line) problem('no_line')
    else if (rows.some((row) => row.line.id === line.id)) problem('twice')
    else rows.push({ line, numbers: numbers as number[] })
  }
  return { rows, problems }
}

/** What a line is called there: its SKU, or `#2` where that is missing or not its own. */
export function nameOf({ sku, seq }: OrderLine, lines: readonly OrderLine[]): string {
  const own = sku?.trim()
  return own && lines.filter((line) => line.sku?.trim() === own).length === 1 ? own : `#${seq}`
}
