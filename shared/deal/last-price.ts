import { type Access, may } from '#shared/access/access.ts'
import { INVOLVED } from '#shared/access/standing.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Customer } from '#shared/trade/index.ts'

/** What a buyer paid for something when they ordered it last: kept for each customer, of their last orders. */
export interface LastPrice {
  readonly sku: string | null
  readonly buyer_sku: string | null
  readonly description: string
  /** Thousandths. */
  readonly qty: number
  readonly unit: string
  /** Millionths. */
  readonly unit_price: number
  readonly currency: string
  /** Of the order. */
  readonly date: CivilDate
  readonly order_no: string
}

/** Prices are for sales, and those of all orders for whoever sees every order of the customer. */
export function seesLastPrices(access: Access, customer: Customer | null): boolean {
  const standing = (customer?.standing ?? 0) & ~INVOLVED
  return customer !== null && access.sees.has('sales') && may(access, 'order', 'view', standing)
}
