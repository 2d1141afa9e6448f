import type Big from 'big.js'
import { convert } from '#shared/money/conversion.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { Exact, toMinor } from '#shared/money/exact.ts'
import { sumOf } from '#shared/money/sum.ts'

/**
 * What an order earns (domain 3.2): expected from its papers, realised from the money that came in. Amounts are minor
 * units, of the order's currency where a name ends in `Fc`, else of the firm's own; rates, shares and quantities are
 * decimal strings. Each figure is rounded on its own, half away from zero.
 */
export interface OrderCosting {
  readonly currency: string
  /** What the firm keeps its books in. */
  readonly base: string
  /** Units of `base` for one of `currency`, on the day of booking. */
  readonly bookingRate: string
  readonly lines: readonly { readonly qty: string; readonly unitPrice: string; readonly discount?: string }[]
  readonly freightFc: number
  /** When the seller insures: on the invoice value and a markup (Incoterms CIF, CIP: 10 %). */
  readonly insurance?: { readonly markup: string; readonly rate: string }
  readonly commission?: { readonly basis: 'invoice' | 'fob'; readonly pct: string }
  /** In `base`, or at a rate of their own. */
  readonly otherCosts: readonly { readonly amount: number; readonly rate?: string }[]
  readonly goods: Goods
}

/** A trading firm gets VAT back on what it bought (Cai Shui [2012] 39); a manufacturer bears the part that is not refunded. */
export type Goods =
  | {
      readonly enterprise: 'trading'
      readonly purchases: readonly {
        readonly qty: string
        readonly unitCostInclVat: string
        readonly vat: string
        readonly rebate: string
      }[]
    }
  | {
      readonly enterprise: 'manufacturer'
      readonly purchases: readonly { readonly qty: string; readonly unitCostExVat: string }[]
      readonly vat: string
      readonly rebate: string
    }

export interface ExpectedProfit {
  readonly revenueFc: number
  readonly revenue: number
  readonly fobFc: number
  readonly freight: number
  readonly insuranceFc: number
  readonly insurance: number
  readonly commissionFc: number
  readonly commission: number
  readonly other: number
  readonly goods: GoodsCost
  /** What one unit of the currency costs to earn (换汇成本), four decimals: below the bank's buying rate the order pays. Null without an FOB value. */
  readonly exportCostPerFc: string | null
  readonly profit: number
  /** Percent of revenue, two decimals; null without revenue. */
  readonly margin: string | null
}

export type GoodsCost =
  | { readonly enterprise: 'trading'; readonly inclVat: number; readonly exVat: number; readonly rebate: number }
  | {
      readonly enterprise: 'manufacturer'
      readonly exVat: number
      readonly fob: number
      readonly nonDeductibleVat: number
    }

export function expectedProfit(order: OrderCosting): ExpectedProfit {
  const { currency, base, bookingRate } = order
  const booked = (minor: number) => convert(minor, currency, bookingRate, base)
  const revenueFc = sumOf(
    order.lines.map(({ qty, unitPrice, discount = '0' }) =>
      minorIn(currency, new Exact(qty).times(unitPrice).times(new Exact(1).minus(discount))),
    ),
  )
  const insuranceFc = order.insurance
    ? toMinor(new Exact(1).plus(order.insurance.markup).times(order.insurance.rate).times(revenueFc))
    : 0
  const fobFc = revenueFc - order.freightFc - insuranceFc
  const commissionFc = order.commission
    ? toMinor(new Exact(order.commission.basis === 'fob' ? fobFc : revenueFc).times(order.commission.pct))
    : 0
  const other = sumOf(order.otherCosts.map(({ amount, rate = '1' }) => toMinor(new Exact(amount).times(rate))))
  const [revenue, freight, insurance, commission] = [revenueFc, order.freightFc, insuranceFc, commissionFc].map(
    booked,
  ) as [number, number, number, number]
  const goods = goodsCost(order.goods, base, booked(fobFc))
  const borne = goods.enterprise === 'trading' ? goods.inclVat - goods.rebate : goods.exVat + goods.nonDeductibleVat
  const profit = revenue - borne - freight - insurance - commission - other
  return {
    revenueFc,
    revenue,
    fobFc,
    freight,
    insuranceFc,
    insurance,
    commissionFc,
    commission,
    other,
    goods,
    exportCostPerFc:
      fobFc === 0
        ? null
        : major(borne + other, base)
            .div(major(fobFc, currency))
            .toFixed(4),
    profit,
    margin: marginOf(profit, revenue),
  }
}

function goodsCost(goods: Goods, base: string, fob: number): GoodsCost {
  if (goods.enterprise === 'trading') {
    const lines = goods.purchases.map(({ qty, unitCostInclVat, vat, rebate }) => {
      const inclVat = minorIn(base, new Exact(qty).times(unitCostInclVat))
      const exVat = toMinor(new Exact(inclVat).div(new Exact(1).plus(vat)))
      return { inclVat, exVat, rebate: toMinor(new Exact(exVat).times(rebate)) }
    })
    return {
      enterprise: 'trading',
      inclVat: sumOf(lines.map((line) => line.inclVat)),
      exVat: sumOf(lines.map((line) => line.exVat)),
      rebate: sumOf(lines.map((line) => line.rebate)),
    }
  }
  return {
    enterprise: 'manufacturer',
    exVat: sumOf(goods.purchases.map(({ qty, unitCostExVat }) => minorIn(base, new Exact(qty).times(unitCostExVat)))),
    fob,
    nonDeductibleVat: toMinor(new Exact(goods.vat).minus(goods.rebate).times(fob)),
  }
}

/** Money that came in: what it settles, before the bank took its charge, at the rate of the bank. */
export interface Settlement {
  readonly amountFc: number
  readonly rate: string
  readonly chargeFc?: number
}

export interface RealisedProfit {
  readonly receivedFc: number
  readonly outstandingFc: number
  readonly fxGain: number
  readonly bankCharges: number
  readonly profit: number
  readonly margin: string | null
}

/** What is not yet received stays at the booking rate. */
export function realisedProfit(
  { currency, base, bookingRate }: Pick<OrderCosting, 'currency' | 'base' | 'bookingRate'>,
  expected: ExpectedProfit,
  settlements: readonly Settlement[],
): RealisedProfit {
  const receivedFc = sumOf(settlements.map(({ amountFc }) => amountFc))
  const settled = sumOf(settlements.map(({ amountFc, rate }) => convert(amountFc, currency, rate, base)))
  const bankCharges = sumOf(settlements.map(({ chargeFc = 0, rate }) => convert(chargeFc, currency, rate, base)))
  const fxGain = settled - convert(receivedFc, currency, bookingRate, base)
  const profit = expected.profit + fxGain - bankCharges
  return {
    receivedFc,
    outstandingFc: expected.revenueFc - receivedFc,
    fxGain,
    bankCharges,
    profit,
    margin: marginOf(profit, expected.revenue),
  }
}

const marginOf = (profit: number, revenue: number): string | null =>
  revenue === 0 ? null : new Exact(profit).times(100).div(revenue).toFixed(2)

const minorIn = (currency: string, amount: Big): number => toMinor(amount.times(`1e${decimalsOf(currency)}`))

const major = (minor: number, currency: string): Big => new Exact(minor).div(`1e${decimalsOf(currency)}`)
