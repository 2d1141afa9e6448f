import type { LineText } from '#shared/order/line-text.ts'
import type { Change, Values } from '#shared/record/change.ts'
import { fieldChanges } from '#shared/record/change.ts'
import type { QuotationLine } from '#shared/trade/index.ts'
import { changed } from './effects/effect.ts'
import type { LastPrice } from './last-price.ts'

/** From where a line takes what was not typed. */
export interface Remembered {
  /** Lines of the version before, or of the draft as it was. */
  readonly before: readonly QuotationLine[]
  readonly lastPrices: readonly LastPrice[]
  /** Whoever sees costs has said what one costs, or that nobody knows; for others it stays as it is. */
  readonly seesCost: boolean
}

/** The values of the lines of an offer, in their order, as they are to be stored on a quotation. */
export const lineValues = (lines: readonly LineText[], currency: string, remembered: Remembered): LineValues[] =>
  lines.map((line, index) => {
    const before = remembered.before.find((other) => isSame(line, other))
    const paid = remembered.lastPrices.find((other) => isSame(line, other))
    return {
      seq: index + 1,
      product_id: before?.product_id ?? null,
      sku: line.sku,
      buyer_sku: before?.buyer_sku ?? paid?.buyer_sku ?? null,
      description: line.description ?? before?.description ?? paid?.description ?? line.sku ?? '',
      hs_code: before?.hs_code ?? null,
      qty: line.qty,
      unit: line.unit,
      moq: before?.moq ?? null,
      currency,
      unit_price: line.unit_price,
      discount: line.discount,
      cost_price: line.cost_price ?? (remembered.seesCost ? null : (before?.cost_price ?? null)),
    }
  })

export type LineValues = Pick<
  QuotationLine,
  | 'seq'
  | 'product_id'
  | 'sku'
  | 'buyer_sku'
  | 'description'
  | 'hs_code'
  | 'qty'
  | 'unit'
  | 'moq'
  | 'currency'
  | 'unit_price'
  | 'discount'
  | 'cost_price'
>

/** The same thing is offered: under the same SKU, or without one under the same name. */
const isSame = (line: LineText, { sku, description }: Pick<LastPrice, 'sku' | 'description'>): boolean =>
  line.sku === null ? sku === null && description === line.description : sku === line.sku

/** Lines as they stand, as somebody would type them. */
export const asLineText = ({
  sku,
  description,
  qty,
  unit,
  unit_price,
  discount,
  cost_price,
}: QuotationLine): LineText => ({ sku, description, qty, unit, unit_price, discount, cost_price })

/** The lines of a quotation in the order in which they are offered. */
export const linesOf = (lines: readonly QuotationLine[], quotationId: string | null): QuotationLine[] =>
  lines.filter(({ quotation_id }) => quotation_id === quotationId).sort((a, b) => a.seq - b.seq)

/** What is written so that a quotation has these lines: each place keeps its record, what is left over is taken out. */
export function linesWritten(
  quotation_id: string,
  lines: readonly LineValues[],
  before: readonly QuotationLine[],
  newId: () => string,
): Change[] {
  const left = before.filter(({ seq }) => seq > lines.length)
  return [
    ...lines.flatMap((values): Change[] => {
      const there = before.find(({ seq }) => seq === values.seq)
      if (!there) return [{ kind: 'create', type: 'quotation_line', id: newId(), values: { quotation_id, ...values } }]
      return fieldChanges(there, values as Values).length > 0 ? [changed('quotation_line', there, values)] : []
    }),
    ...left.map((line): Change => ({ kind: 'remove', type: 'quotation_line', before: line })),
  ]
}
