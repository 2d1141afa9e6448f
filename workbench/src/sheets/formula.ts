/** What a cell can hold. Days are numbers, as in every spreadsheet: days since 1899-12-30, told by the cell's format. */
export type Value = string | number | boolean

/**
 * The few formulas that this stage can calculate: numbers, texts, cells, `+ - * / &`, brackets and `SUM`. What goes wrong is an error
 * value, as in Sheets: `#REF!`, `#VALUE!`, `#DIV/0!`, `#NAME?`, `#ERROR!`.
 */
export function calculated(formula: string, valueAt: (row: number, column: number) => Value): Value {
  const tokens = formula.slice(1).match(TOKENS) ?? []
  let at = 0
  const fail = (error: string): never => {
    throw new FormulaError(error)
  }
  const take = (...wanted: string[]) => (wanted.includes(tokens[at] ?? '') ? tokens[at++] : undefined)
  const need = (wanted: string) => take(wanted) ?? fail('#ERROR!')
  const number = (value: Value): number => {
    if (typeof value === 'string' && ERROR.test(value)) fail(value)
    const read = value === '' ? 0 : Number(value)
    return Number.isNaN(read) ? fail('#VALUE!') : read
  }

  function joined(): Value {
    let value = sum()
    while (take('&')) value = `${value}${sum()}`
    return value
  }
  function sum(): Value {
    let value = product()
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) {
      const other = number(product())
      value = sign === '+' ? number(value) + other : number(value) - other
    }
    return value
  }
  function product(): Value {
    let value = single()
    for (let sign = take('*', '/'); sign; sign = take('*', '/')) {
      const other = number(single())
      if (sign === '/' && other === 0) fail('#DIV/0!')
      value = sign === '*' ? number(value) * other : number(value) / other
    }
    return value
  }
  function single(): Value {
    const token = tokens[at++] ?? fail('#ERROR!')
    if (token === '-') return -number(single())
    if (token === '(') {
      const value = joined()
      need(')')
      return value
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"')
    if (/^[\d.]/.test(token)) return Number(token)
    if (token.toUpperCase() === 'SUM') return total()
    if (/^#/.test(token)) return fail('#REF!')
    const cell = CELL.exec(token) ?? fail('#NAME?')
    return valueAt(rowOf(cell), columnOf(cell))
  }
  function total(): number {
    need('(')
    const first = CELL.exec(tokens[at++] ?? '') ?? fail('#ERROR!')
    const last = take(':') ? (CELL.exec(tokens[at++] ?? '') ?? fail('#ERROR!')) : first
    need(')')
    let all = 0
    for (let row = rowOf(first); row <= rowOf(last); row++) {
      for (let column = columnOf(first); column <= columnOf(last); column++) {
        const value = valueAt(row, column)
        if (typeof value === 'number') all += value
      }
    }
    return all
  }

  try {
    const value = joined()
    return at === tokens.length ? value : '#ERROR!'
  } catch (error) {
    if (error instanceof FormulaError || error instanceof RangeError)
      return error instanceof FormulaError ? error.message : '#REF!'
    throw error
  }
}

class FormulaError extends Error {}

const ERROR = /^#[A-Z/0]+[!?]$/
const TOKENS = /"(?:[^"]|"")*"|\$?[A-Za-z]+\$?\d+|#REF!|[A-Za-z]+|\d*\.?\d+|[^\s]/g
const CELL = /^\$?([A-Za-z]{1,3})\$?(\d+)$/

const rowOf = (cell: RegExpExecArray): number => Number(cell[2])
const columnOf = (cell: RegExpExecArray): number => columnNumber(cell[1] ?? '')

/** 1 for A. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

export function columnLetters(column: number): string {
  const [rest, last] = [Math.floor((column - 1) / 26), (column - 1) % 26]
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + last)
}
