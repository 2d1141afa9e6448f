import type { InquiryLine } from './line.ts'
import type { styleOf } from './numbers.ts'
import { tablesIn } from './tables.ts'

/** A sheet that came with a mail, as rows of cells. */
export interface AttachedList {
  /** The name of the file. */
  readonly file: string
  readonly rows: readonly SheetRow[]
  /** How its numbers are written, where the file itself tells. */
  readonly style: ReturnType<typeof styleOf>
}

/** A row with anything in it. */
export interface SheetRow {
  /** As the program that shows the sheet counts it, from 1. */
  readonly row: number
  /** Without tabs and line breaks; no empty ones at the end. */
  readonly cells: readonly string[]
}

/**
 * The lines of goods in what is attached, each with its file and row. A row without a quantity is none: lists of prices and
 * of customers are attached as well.
 */
export function attachedLines(lists: readonly AttachedList[]): InquiryLine[] {
  return lines(lists).filter(({ qty, annual_qty }) => qty ?? annual_qty)
}

const lines = (lists: readonly AttachedList[]): InquiryLine[] =>
  lists.flatMap(({ file, rows, style }) => {
    // What stands alone in its row is a heading of what is below, and parts no table.
    const full = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
    const tables = tablesIn(
      full.map(({ cells }) => cells.join('\t')),
      style,
    )
    return tables.lines.map((line, at) => ({ ...line, source: { file, row: full[tables.rows[at] ?? 0]?.row ?? 0 } }))
  })
