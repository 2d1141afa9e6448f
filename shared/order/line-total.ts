import Big from 'big.js'
import { decimalsOf } from '#shared/money/currency.ts'

/**
 * The amount of a line: quantity × price × (1 − discount), rounded once, half away from zero, to the
 * currency's minor unit (domain 3.2). Quantity in thousandths, price in millionths, discount in
 * hundredths of a percent; minor units out. Throws {@link AmountTooLarge} for one that ten thousand of could
 * not be added up exactly.
 */
export function lineTotal(line: {
  readonly qty: number
  readonly unit_price: number
  readonly discount?: number | null
  readonly currency: string
}): number {
  const amount = Big(line.qty)
    .div(1_000)
    .times(Big(line.unit_price).div(1_000_000))
    .times(Big(10_000 - (line.discount ?? 0)).div(10_000))
    .times(Big(10).pow(decimalsOf(line.currency)))
    .round(0, Big.roundHalfUp)
    .toNumber()
  if (amount > AMOUNT_MAX) throw new AmountTooLarge()
  return amount
}

/** Nine billion of a currency with two decimals. */
const AMOUNT_MAX = 900_000_000_000

export class AmountTooLarge extends RangeError {
  readonly maximum = AMOUNT_MAX
  /** What of a line makes its amount. */
  readonly fields: readonly string[] = ['qty', 'unit_price', 'discount']
}
