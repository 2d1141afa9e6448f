import { asciiDigits, readNumber, trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { isCounted, unitNamed, unitWord } from '#shared/trade/unit.ts'
import type { LineProblem } from './line-problem.ts'
import { AmountTooLarge, lineTotal } from './line-total.ts'

/**
 * Lines of an offer as people type and paste them, one line each:
 *
 *     SKU or description; quantity unit; price
 *     SKU; description; quantity unit; price; 5%; cost 21.30
 *
 * Columns are parted by `;`, `|` or a tab (as a sheet copies them), a column that holds one of these stands in double quotes.
 * One word with a digit in it is a SKU. Units go by the names that people use (`shared/trade/unit.ts`), a price may name its
 * currency and its unit (`USD 12.50/pc`). After the price there may be a discount in percent and, in the firm's own currency,
 * what one costs.
 */
export interface LineText {
  readonly sku: string | null
  /** Null where there is no more than a SKU. */
  readonly description: string | null
  /** Thousandths. */
  readonly qty: number
  /** UN/ECE Recommendation 20. */
  readonly unit: string
  /** Millionths of the currency. */
  readonly unit_price: number
  /** Hundredths of a percent. */
  readonly discount: number | null
  /** Millionths of the firm's own currency. */
  readonly cost_price: number | null
}

/** The most lines of one offer: of two versions of it a deal keeps every line at hand. */
export const LINES_MAX = 50

/**
 * The lines that a text holds, in a currency (ISO 4217), and what is wrong with the others, by the number of the line. Costs
 * are for those who may know them.
 */
export function readLines(
  typed: string,
  currency: string,
  withCosts = true,
): { readonly lines: readonly LineText[]; readonly problems: readonly LineProblem[] } {
  const read = typed
    .split(/\r\n?|\n/)
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ at: index + 1, found: readLine(line, currency, withCosts) }],
    )
  const problems = read.flatMap(({ at, found }) => (typeof found === 'string' ? [{ line: at, code: found }] : []))
  const beyond = read[LINES_MAX]
  return {
    lines: read.flatMap(({ found }) => (typeof found === 'string' ? [] : [found])),
    problems: beyond ? [...problems, { line: beyond.at, code: 'too_many' }] : problems,
  }
}

type Code = LineProblem['code']

function readLine(line: string, currency: string, withCosts: boolean): LineText | Code {
  const { columns, discount, cost } = withoutExtras(joined(cellsOf(line)))
  if (columns.length < 2 || columns.length > 4) return 'columns'
  if (columns.length === 2) return QUANTITY.test(asciiDigits(columns[1] ?? '')) ? 'price' : 'columns'
  const [first = '', second = ''] = columns
  const [amount = '', price = ''] = columns.slice(-2)
  const named = columns.length === 4 ? { sku: first || null, description: second || null } : itemOf(first)
  if (named.sku === null && named.description === null) return 'item'
  if ((named.sku ?? '').length > SKU_MAX || (named.description ?? '').length > DESCRIPTION_MAX) return 'too_long'
  const counted = readQuantity(amount)
  if (typeof counted === 'string') return counted
  const unit_price = readPrice(price, counted.unit, currency)
  if (typeof unit_price === 'string') return unit_price
  if (discount === 'discount' || cost === 'cost') return discount === 'discount' ? 'discount' : 'cost'
  if (cost !== null && !withCosts) return 'cost_denied'
  const read = { ...named, ...counted, unit_price, discount, cost_price: cost }
  return isTooLarge(read, currency) ? 'amount' : read
}

const SKU_MAX = 60
const DESCRIPTION_MAX = 500

/** What stands between separators, of the kind that parts the line most; empty columns at its end say nothing. */
function cellsOf(line: string): string[] {
  let most: string[] = []
  for (const cell of CELLS) {
    const cells = [...line.matchAll(cell)].map(([, quoted, bare = '']) =>
      (quoted?.replaceAll('""', '"') ?? bare).replace(/\s+/g, ' ').trim(),
    )
    while (cells.at(-1) === '') cells.pop()
    if (cells.length > most.length) most = cells
  }
  return most
}

/** A cell with its separator or the end behind it: in double quotes, of which two stand for one, or bare. */
const CELLS = ['\\t', ';；', '|｜'].map(
  (marks) =>
    new RegExp(`(?<=^|[${marks}]) *(?:"((?:[^"]|"")*)" *(?=[${marks}]|$)|([^${marks}]*))(?:[${marks}]|$)`, 'g'),
)

/** A sheet has the quantity and its unit in two columns. */
function joined(cells: readonly string[]): string[] {
  const at = cells.findIndex(
    (cell, index) => index > 0 && /^[\d.,\s]+$/.test(asciiDigits(cell)) && isWord(cells[index + 1]),
  )
  return at < 0 ? [...cells] : [...cells.slice(0, at), `${cells[at]} ${cells[at + 1]}`, ...cells.slice(at + 2)]
}

const isWord = (cell: string | undefined): boolean =>
  cell !== undefined && /^(?!cost|成本)\p{L}[\p{L}.² ³-]*$/iu.test(cell)

/** What may follow the price. */
function withoutExtras(cells: readonly string[]) {
  const columns = [...cells]
  let discount: number | null | 'discount' = null
  let cost: number | null | 'cost' = null
  for (;;) {
    const last = columns.at(-1) ?? ''
    const [, percent] = /^[-−–]?\s*(\S+)\s*[%％](?:\s*off)?$/i.exec(last) ?? []
    const [, costs] = /^(?:cost|成本)\s*[:：]?\s*(.*)$/i.exec(last) ?? []
    if (columns.length <= 3 || (percent === undefined && costs === undefined)) return { columns, discount, cost }
    if (percent !== undefined) discount = within(readNumber(percent, 2), 0, 10_000) ?? 'discount'
    if (costs !== undefined) cost = within(readNumber(costs, 6), 0, NUMBER_MAX) ?? 'cost'
    columns.pop()
  }
}

const NUMBER_MAX = 1e13

const within = (value: number | null, least: number, most: number): number | null =>
  value !== null && value >= least && value <= most ? value : null

/** One word with a digit in it, and no more than letters, digits and what parts them. */
const isSku = (item: string): boolean =>
  item.length <= SKU_MAX && /^(?=\D*\d)[A-Za-z0-9][\w./-]*$/.test(item) && unitNamed(item) === null

const itemOf = (item: string) =>
  isSku(item) ? { sku: item, description: null } : { sku: null, description: item || null }

const QUANTITY = /^([-+]?[\d.,][\d., \u00a0\u202f]*)\s*(.*)$/

/** `1,200 pcs`. A point before three digits is taken for no decimals of what is counted: some write a thousand so. */
function readQuantity(cell: string): { readonly qty: number; readonly unit: string } | Code {
  const [, number = '', word = ''] = QUANTITY.exec(asciiDigits(cell)) ?? []
  if (number === '') return 'quantity'
  const unit = unitNamed(word.trim())
  if (unit === null) return 'unit'
  const plain = number.trim()
  if (isCounted(unit) && /^[1-9]\d{0,2}\.\d{3}$/.test(plain)) return 'quantity'
  const qty = within(
    readNumber(/^[1-9]\d{0,2}(,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain, 3),
    1,
    NUMBER_MAX,
  )
  return qty === null ? 'quantity' : { qty, unit }
}

const PRICE =
  /^([\p{Sc}A-Za-z]*)\s*([-+]?[\d.,][\d., \u00a0\u202f]*)\s*([\p{Sc}A-Za-z]*)\s*(?:[/／]\s*(?:1\s*)?(\S.*))?$/u

function readPrice(cell: string, unit: string, currency: string): number | Code {
  const [, before = '', number = '', behind = '', per] = PRICE.exec(asciiDigits(cell)) ?? []
  const price = within(readNumber(number, 6), 0, NUMBER_MAX)
  if (price === null) return 'price'
  const named = [before, behind].filter(Boolean)
  if (named.some((sign) => !means(sign, currency))) return 'currency'
  return per !== undefined && unitNamed(per.trim()) !== unit ? 'per_unit' : price
}

const means = (sign: string, currency: string): boolean =>
  sign.toUpperCase() === currency || (SIGNS[sign.toUpperCase()] ?? []).includes(currency)

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD', 'MXN'],
  US$: ['USD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['CNY', 'JPY'],
  '￥': ['CNY', 'JPY'],
  RMB: ['CNY'],
}

function isTooLarge(line: Pick<LineText, 'qty' | 'unit_price' | 'discount'>, currency: string): boolean {
  try {
    lineTotal({ ...line, currency })
    return false
  } catch (error) {
    if (error instanceof AmountTooLarge) return true
    throw error
  }
}

/** Lines as somebody would type them: read again, they are the same. */
export const writeLines = (lines: readonly LineText[]): string => lines.map(written).join('\n')

function written({ sku, description, qty, unit, unit_price, discount, cost_price }: LineText): string {
  const item =
    sku === null && description !== null && !isSku(description) ? [description] : [sku ?? '', description ?? '']
  return [
    ...(item.length === 2 && item[1] === '' && isSku(sku ?? '') ? [sku ?? ''] : item).map(quoted),
    `${trimmed(typedNumber(qty, 3))} ${unitWord(unit)}`,
    trimmed(typedNumber(unit_price, 6)),
    ...(discount === null ? [] : [`${trimmed(typedNumber(discount, 2))}%`]),
    ...(cost_price === null ? [] : [`cost ${trimmed(typedNumber(cost_price, 6))}`]),
  ].join('; ')
}

function quoted(cell: string): string {
  const plain = cell.replace(/\s+/g, ' ').trim()
  return /^"|[;；|｜]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
