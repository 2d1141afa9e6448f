import type { Block, Rows } from './rows.ts'

/**
 * References in A1 style (ECMA-376 part 1, 18.17.2.2), moved to where the rows of a template went. In a row of a block, what
 * refers to the same block stays within the same copy; from outside, it covers all copies, so that `SUM(G12)` adds up every line.
 */

interface From {
  readonly block?: Block | undefined
  readonly copy?: number
}

/** A range of cells or rows, `B2`, `B2:C9` or `2:9`; several with spaces between. */
export const movedRanges = (ranges: string, rows: Rows, from: From = {}): string =>
  ranges
    .split(' ')
    .map((range) => movedRange(range, rows, from))
    .join(' ')

/** A formula of a sheet. `rowsOf` tells the rows of a sheet by its name, null for the formula's own. */
export function movedFormula(
  formula: string,
  rowsOf: (sheet: string | null) => Rows | undefined,
  from: From = {},
): string {
  return formula.replace(REFERENCE, (whole, prefix: string | undefined, range: string | undefined) => {
    if (range === undefined) return whole
    const sheet = prefix === undefined ? null : prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
    const rows = rowsOf(sheet)
    return rows ? `${prefix ?? ''}${movedRange(range, rows, sheet === null ? from : {})}` : whole
  })
}

/** A formula as it reads when it is filled down and to the right: what is not held by `$` goes along. */
export function filledFormula(formula: string, down: number, right: number): string {
  return formula.replace(REFERENCE, (whole, prefix: string | undefined, range: string | undefined) => {
    if (range === undefined) return whole
    const filled = range.replace(CELL, (_, column: string, row: string) => {
      const moved = column.startsWith('$') || column === '' ? column : columnName(columnNumber(column) + right)
      return `${moved}${row.startsWith('$') ? row : Number(row) + down}`
    })
    return `${prefix ?? ''}${filled}`
  })
}

/** `AB` is 28. */
export const columnNumber = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

export const columnName = (number: number): string =>
  number <= 0 ? '' : columnName(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26))

/** Column and row of a cell, `B7`. */
export function cellPlace(reference: string): { readonly column: string; readonly row: number } {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? []
  return { column, row: Number(row) }
}

function movedRange(range: string, rows: Rows, { block, copy }: From): string {
  const [start = '', end] = range.split(':')
  const [first, last] = [rowOf(start), rowOf(end ?? start)]
  if (first === null || last === null) return range
  const isWithin = block !== undefined && rows.blockOf(first) === block && rows.blockOf(last) === block
  const [to, until] = isWithin ? [rows.at(first, copy), rows.at(last, copy)] : [rows.at(first), rows.last(last)]
  const isOne = end === undefined && to === until
  return isOne ? withRow(start, to) : `${withRow(start, to)}:${withRow(end ?? start, until)}`
}

function rowOf(cell: string): number | null {
  const [digits] = /\d+$/.exec(cell) ?? []
  return digits === undefined ? null : Number(digits)
}

const withRow = (cell: string, row: number): string => cell.replace(/\d+$/, String(row))

const CELL = /(\$?[A-Z]{1,3}|)(\$?\d{1,7})/gi

/** What may stand in a formula and look like a reference, and references themselves: texts, other books, parts of tables, names, functions. */
const REFERENCE =
  /"(?:[^"]|"")*"|\[\d+\][^\s,;()+*/&<>=^-]*|\[[^\]]*\]|((?:'(?:[^']|'')*'|[\p{L}_\\][\p{L}\d_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\d_.(!:])|[\p{L}_\\][\p{L}\d_.]*/giu
