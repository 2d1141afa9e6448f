import { normalisedName } from '#shared/customer/name.ts'
import { tierOf } from '#shared/customer/tier.ts'
import { sumOf } from '#shared/money/sum.ts'
import { dateOfDay, dayNumber } from '#shared/time/civil-date.ts'
import type { Contact, Customer, Installment, Interaction, Order, OrderLine } from '#shared/trade/index.ts'
import { reached } from './course.ts'
import type { Firm } from './firm.ts'
import { inBase } from './orders.ts'
import { type Given, type Making, record } from './record.ts'

/** Everything a firm has about one customer. */
export interface CustomerFile {
  readonly customer: Customer
  readonly contacts: readonly Contact[]
  readonly orders: readonly Order[]
  readonly lines: readonly OrderLine[]
  readonly installments: readonly Installment[]
  readonly interactions: readonly Interaction[]
}

/** What somebody decided about a customer; what follows from its orders is worked out here. */
export type CustomerGiven = Omit<Given<'customer'>, 'name_norm' | 'lifecycle' | 'tier' | 'tier_score' | 'tier_basis'>

export function customerRow(
  firm: Firm,
  making: Making,
  given: CustomerGiven,
  orders: readonly Order[],
  previous: Customer['tier'] = null,
): Customer {
  const placed = orders.filter((order) => order.status !== 'cancelled')
  const rank = tierOf({ ...buyingOf(firm, placed), previous })
  return record('customer', making, {
    ...given,
    name_norm: normalisedName(given.name),
    lifecycle: lifecycleOf(firm, placed),
    tier: rank.tier,
    tier_score: rank.score,
    tier_basis: rank.basis,
  })
}

/** The four dimensions of the tier and the years (domain 3.1). What is on its way has not been shipped yet. */
function buyingOf(firm: Firm, orders: readonly Order[]) {
  const dates = orders.map((order) => order.order_date).sort()
  const lastYear = orders.filter((order) => firm.day - (dayNumber(order.order_date) ?? 0) <= YEAR)
  const shipped = orders.filter((order) => reached(order.exec_status, 'shipped'))
  return {
    asOf: dateOfDay(firm.day),
    lifetimeAmount: sumOf(shipped.map((order) => inBase(order.total ?? 0, order.currency, order.fx_rate ?? 0))),
    grossProfit12m: sumOf(lastYear.map((order) => order.profit_expected ?? 0)),
    orders12m: lastYear.length,
    lastOrderDate: dates.at(-1) ?? null,
    firstOrderDate: dates[0] ?? null,
  }
}

const YEAR = 365

/** A prospect has never ordered; who has not for a year is asleep (domain 2.2.2). */
function lifecycleOf(firm: Firm, orders: readonly Order[]): Customer['lifecycle'] {
  if (orders.length === 0) return 'prospect'
  const last = Math.max(...orders.map((order) => dayNumber(order.order_date) ?? 0))
  return firm.day - last > YEAR ? 'dormant' : 'active'
}
