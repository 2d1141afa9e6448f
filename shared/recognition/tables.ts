import { type Column, columnsOf } from './columns.ts'
import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import type { InquiryLine } from './line.ts'
import { NUMBER_PLAIN, readCount, readDecimal, type styleOf } from './numbers.ts'
import { currenciesIn, pricesIn } from './prices.ts'
import { skusIn } from './sku.ts'
import { UNIT } from './units.ts'
import { anyOf } from './words.ts'

export interface Tables {
  readonly lines: readonly InquiryLine[]
  /** Indexes of the lines of text that are rows. */
  readonly used: ReadonlySet<number>
  /** The line of text that each line of goods is. */
  readonly rows: readonly number[]
}

/** The cells of a row, where it has any: parted by a tab, a stroke, or at least two spaces. */
export function cellsOf(line: string): string[] {
  const plain = line.trim()
  // The first cell may be empty, as that of a picture is.
  if (plain.includes('\t'))
    return line
      .trimEnd()
      .split('\t')
      .map((cell) => cell.trim())
  if (plain.split(/[|｜]/).length > 2)
    return plain
      .replace(/^[|｜]|[|｜]$/g, '')
      .split(/[|｜]/)
      .map((cell) => cell.trim())
  if (plain.split(' / ').length > 2 && !/ {3}/.test(plain)) return plain.split(' / ').map((cell) => cell.trim())
  if (plain.split(/ ?; /).length > 2) return plain.split(/ ?; /).map((cell) => cell.trim())
  return plain.split(/(?: {2,}|\u3000{1,}\s*)/).map((cell) => cell.trim())
}

/** Lines of goods from every table of the letter that has headings one knows. */
export function tablesIn(lines: readonly string[], style: ReturnType<typeof styleOf>): Tables {
  const read: InquiryLine[] = []
  const used = new Set<number>()
  const rows: number[] = []
  for (let at = 0; at < lines.length; at++) {
    const head = lines[at] ?? ''
    let columns = columnsOf(cellsOf(folded(head)))
    if (!columns) continue
    let currency = currencyOf(cellsOf(head))
    let unit = unitOf(cellsOf(head), columns)
    let row = at + 1
    // Of a head of two rows the second one says what its merged cells are parted into.
    const lower = columnsOf(cellsOf(folded(lines[row] ?? '')))
    if (lower && lower.length >= columns.length && knownIn(lower) > knownIn(columns)) {
      columns = lower
      currency ??= currencyOf(cellsOf(lines[row] ?? ''))
      unit ||= unitOf(cellsOf(lines[row] ?? ''), columns)
      row++
    }
    for (let missed = 0; row < lines.length && missed < 2; row++) {
      const line = lines[row] ?? ''
      const cells = cellsOf(line)
      if (/^[\s|:+=_-]*$/.test(line)) {
        if (line.trim() === '') missed++
        continue
      }
      const one =
        cells.length >= 2 && cells.length <= columns.length + 1
          ? lineOf(cells, columns, { currency, unit }, style)
          : null
      if (!one) {
        if (cells.length < 2) break
        missed++
        continue
      }
      missed = 0
      read.push(one)
      rows.push(row)
      used.add(row)
    }
    if (used.size > 0) used.add(at)
    at = row - 1
  }
  return { lines: read, used, rows }
}

/** A unit that the heading of the quantities names holds for the column: `Cantidad (m2)`. */
function unitOf(heading: readonly string[], columns: readonly (Column | null)[]): string {
  const cell = heading[columns.indexOf('qty')] ?? ''
  const [, unit = ''] = HEADED.exec(folded(cell)) ?? []
  return unit === '' ? '' : cell.slice(folded(cell).lastIndexOf(unit)).slice(0, unit.length)
}

const HEADED = new RegExp(`[([/,] ?(${UNIT}) ?[)\\]]?$`, 'u')

const knownIn = (columns: readonly (Column | null)[]): number => columns.filter((column) => column !== null).length

/** A currency that a heading names holds for the column. */
function currencyOf(heading: readonly string[]): Found<string> | null {
  for (const cell of heading) {
    const [currency] = currenciesIn(cell)
    if (currency) return found(currency.code, cell, currency.certain)
  }
  return null
}

const TOTAL = new RegExp(
  `^${anyOf('total|totals|subtotal|sum|summe|gesamt|totale|totaal|razem|suma|итого|toplam|合计|合計|总计|합계|المجموع|الإجمالي')}`,
  'u',
)
const AMOUNT = new RegExp(`^(${NUMBER_PLAIN}) ?(${UNIT})?$`, 'u')

function lineOf(
  cells: readonly string[],
  columns: readonly (Column | null)[],
  headed: { readonly currency: Found<string> | null; readonly unit: string },
  style: ReturnType<typeof styleOf>,
): InquiryLine | null {
  const of = (column: Column): string => {
    const at = columns.indexOf(column)
    return at >= 0 ? (cells[at] ?? '') : ''
  }
  const quantity = countIn(of('qty'))
  const annual = countIn(of('annual'))
  const price = priceIn(of('price'), style)
  // `BW-C600 folding chair` under `Model` is a code and what it is the code of.
  const [coded] = of('desc') === '' ? skusIn(of('our_sku') || of('sku')) : []
  const whole = coded ? of('our_sku') || of('sku') : ''
  const named = coded ? withoutSku(whole, coded.code) : ''
  const desc = of('desc') || (named === whole ? '' : named)
  const ours = coded && desc ? coded.code : of('our_sku')
  const code = of('buyer_sku') || ours || of('sku')
  if (TOTAL.test(folded(desc || (cells[0] ?? '')))) return null
  if ((!quantity && !annual && !price) || (desc === '' && code === '') || !/[\p{L}]/u.test(desc + code)) return null
  const [plain] = desc ? skusIn(desc) : []
  const unit = of('unit') || quantity?.unit || annual?.unit || headed.unit
  const own = of('currency')
  const money = price?.currency ?? (own ? currencyOf([own]) : null) ?? headed.currency
  return {
    ...(desc && { desc: found(plain ? withoutSku(desc, plain.code) : desc, desc) }),
    ...(of('buyer_sku') && { buyer_sku: found(of('buyer_sku'), of('buyer_sku')) }),
    ...(ours && { our_sku: found(ours, ours) }),
    ...(!ours && plain && { our_sku: found(plain.code, plain.code) }),
    // A column `SKU` in a buyer's table is theirs, most likely.
    ...(of('sku') && !of('buyer_sku') && !coded && { buyer_sku: found(of('sku'), of('sku'), false) }),
    ...(quantity && { qty: found(quantity.count, of('qty')) }),
    ...(annual && { annual_qty: found(annual.count, of('annual')) }),
    ...(unit && { unit: found(unit, unit) }),
    ...(price && { target_price: found(price.value, of('price'), price.certain) }),
    ...(price && money && { currency: money }),
  }
}

const withoutSku = (desc: string, code: string): string =>
  desc
    .replace(code, '')
    .replace(/[([（]\s*[)\]）]/, '')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '') || desc

function countIn(cell: string): { count: number; unit: string } | null {
  const small = folded(cell)
  const [, number = '', unit = ''] = AMOUNT.exec(small) ?? []
  if (number) {
    const count = readCount(number)
    return count === null ? null : { count, unit: unit ? cell.slice(cell.length - unit.length) : '' }
  }
  const [, plain = '', multiple = '', rest = ''] = /^([\d.,]{1,9}) ?([万萬만k])\s?(.{0,6})$/u.exec(small) ?? []
  const count = Number(plain) * (multiple === 'k' ? 1_000 : 10_000)
  return plain && Number.isSafeInteger(count) ? { count, unit: rest && cell.endsWith(rest) ? rest : '' } : null
}

function priceIn(cell: string, style: ReturnType<typeof styleOf>) {
  const small = folded(cell)
  const [price] = pricesIn(small, style)
  if (price) return { value: price.value, certain: price.certain, currency: found(price.currency, cell, price.certain) }
  const [number = ''] = new RegExp(`^${NUMBER_PLAIN}`, 'u').exec(small) ?? []
  const read = number && number.length >= small.length - 2 ? readDecimal(number, style) : null
  return read ? { ...read, currency: null } : null
}
