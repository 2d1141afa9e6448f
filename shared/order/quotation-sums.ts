import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { sumOf } from '#shared/money/sum.ts'
import { lineTotal } from './line-total.ts'
import { expectedProfit } from './profit.ts'

/** A line of an offer, as it is stored. */
export interface QuotedLine {
  /** Thousandths. */
  readonly qty: number
  /** Millionths. */
  readonly unit_price: number
  /** Hundredths of a percent. */
  readonly discount: number | null
  /** Millionths of the firm's own currency. */
  readonly cost_price: number | null
}

/** What an offer adds or takes off as a whole, in minor units of its currency. */
interface Charges {
  readonly currency: string
  readonly freight: number | null
  readonly insurance: number | null
  readonly discount: number | null
}

/** What an offer comes to: its lines, freight and insurance, less the discount. The store keeps the same by SQL. */
export function quotationSums(
  lines: readonly QuotedLine[],
  { currency, freight, insurance, discount }: Charges,
): { readonly lines_total: number; readonly total: number } {
  const lines_total = sumOf(lines.map((line) => lineTotal({ ...line, currency })))
  return { lines_total, total: sumOf([lines_total, freight ?? 0, insurance ?? 0, -(discount ?? 0)]) }
}

/**
 * What of the price of the goods is earned (domain 3.2), in hundredths of a percent: freight and insurance are passed on as
 * they are. Null where a line's cost is not known, or the rate, or there is no price. `rate` is that of the record, 10⁻⁸.
 */
export function expectedMargin(
  lines: readonly QuotedLine[],
  { currency, discount }: Pick<Charges, 'currency' | 'discount'>,
  { base, rate }: { readonly base: string; readonly rate: number | null },
): number | null {
  const bookingRate = currency === base ? '1' : rate === null ? null : trimmed(typedNumber(rate, 8))
  if (lines.length === 0 || bookingRate === null || lines.some(({ cost_price }) => cost_price === null)) return null
  const { margin } = expectedProfit({
    currency,
    base,
    bookingRate,
    lines: [
      ...lines.map((line) => ({
        qty: typedNumber(line.qty, 3),
        unitPrice: typedNumber(line.unit_price, 6),
        discount: typedNumber(line.discount ?? 0, 4),
      })),
      { qty: '1', unitPrice: typedNumber(-(discount ?? 0), decimalsOf(currency)) },
    ],
    freightFc: 0,
    otherCosts: [],
    goods: {
      enterprise: 'manufacturer',
      purchases: lines.map(({ qty, cost_price }) => ({
        qty: typedNumber(qty, 3),
        unitCostExVat: typedNumber(cost_price ?? 0, 6),
      })),
      vat: '0',
      rebate: '0',
    },
  })
  return margin === null ? null : Math.round(Number(margin) * 100)
}
