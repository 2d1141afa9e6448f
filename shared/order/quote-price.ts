import type Big from 'big.js'
import { Exact } from '#shared/money/exact.ts'

/** What a price is made of, per piece; all are decimal strings. Shares such as `0.15` are of one. */
export interface PriceBasis {
  /** What the goods cost with VAT, in the firm's currency. */
  readonly buyInclVat: string
  readonly vat: string
  readonly rebate: string
  /** Transport to the port and the like, in the firm's currency. */
  readonly domestic: string
  /** Units of the firm's currency for one of the buyer's. */
  readonly rate: string
  /** Of the selling price. */
  readonly margin: string
  /** Of the invoice, and within the price. */
  readonly commission: string
  readonly insuranceMarkup: string
  readonly insuranceRate: string
  /** In the buyer's currency. */
  readonly freight: string
}

export interface QuotePrices {
  /** In the buyer's currency, four decimals. */
  readonly cost: string
  readonly fob: string
  readonly cfr: string
  readonly cif: string
}

/**
 * FOB, CFR and CIF from cost (domain 3.2c), rounded once to `decimals`. Throws for a margin, or a commission with
 * insurance, that leaves nothing of the price.
 */
export function quotePrices(basis: PriceBasis, decimals = 2): QuotePrices {
  const { buyInclVat, vat, rebate, domestic, rate, margin, commission, insuranceMarkup, insuranceRate } = basis
  const exVat = new Exact(buyInclVat).div(new Exact(1).plus(vat))
  const cost = new Exact(buyInclVat).minus(exVat.times(rebate)).plus(domestic).div(rate)
  const net = cost.div(share('margin', new Exact(1).minus(margin)))
  const freighted = net.plus(basis.freight)
  const kept = share('commission', new Exact(1).minus(commission))
  const insured = share('insurance', kept.minus(new Exact(1).plus(insuranceMarkup).times(insuranceRate)))
  return {
    cost: cost.toFixed(4),
    fob: net.div(kept).toFixed(decimals),
    cfr: freighted.div(kept).toFixed(decimals),
    cif: freighted.div(insured).toFixed(decimals),
  }
}

/** What is left of a price of one. */
function share(of: string, left: Big): Big {
  if (left.lte(0)) throw new RangeError(`${of} leaves nothing of the price`)
  return left
}
