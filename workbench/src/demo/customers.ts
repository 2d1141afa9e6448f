import { normalisedName } from '#shared/customer/name.ts'
import { NOT_OVERRIDDEN, type Rank } from '#shared/customer/rank.ts'
import { type Buying, ranked } from '#shared/customer/ranking.ts'
import { sumOf } from '#shared/money/sum.ts'
import { isOpen } from '#shared/order/execution.ts'
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
export type CustomerGiven = Omit<Given<'customer'>, 'name_norm' | 'lifecycle' | keyof Rank>

export function customerRow(
  firm: Firm,
  making: Making,
  given: CustomerGiven,
  orders: readonly Order[],
  previous: Customer['tier'] = null,
): Customer {
  const placed = orders.filter((order) => order.status !== 'cancelled')
  const before = { ...NOT_RANKED, tier: previous, tier_computed: previous }
  const { values } = ranked(before, buyingOf(firm, placed), {
    today: dateOfDay(firm.day),
    now: firm.at(firm.day, NIGHT_MINUTES),
  })
  return record('customer', making, {
    ...given,
    name_norm: normalisedName(given.name),
    lifecycle: lifecycleOf(firm, placed),
    ...before,
    ...values,
  })
}

/** Ranks are worked out at ten past midnight. */
const NIGHT_MINUTES = 10

const NOT_RANKED = { ...NOT_OVERRIDDEN, tier_score: null, tier_at: null, tier_explain: null }

/** What their rank follows from (domain 3.1, 3.5). What is on its way has not been shipped yet. */
function buyingOf(firm: Firm, orders: readonly Order[]): Buying {
  const dates = orders.map((order) => order.order_date).sort()
  const lastYear = orders.filter((order) => firm.day - (dayNumber(order.order_date) ?? 0) <= YEAR)
  const shipped = orders.filter((order) => reached(order.exec_status, 'shipped'))
  return {
    shipped: sumOf(shipped.map((order) => inBase(order.total ?? 0, order.currency, order.fx_rate ?? 0))),
    firstOrder: dates[0] ?? null,
    lastOrder: dates.at(-1) ?? null,
    recent: lastYear.map((order) => ({ date: order.order_date, profit: order.profit_expected })),
    days: dates,
    isOpen: orders.some((order) => isOpen(order) && !reached(order.exec_status, 'shipped')),
    quotedOn: null,
  }
}

const YEAR = 365

/** A prospect has never ordered; who has not for a year is asleep (domain 2.2.2). */
function lifecycleOf(firm: Firm, orders: readonly Order[]): Customer['lifecycle'] {
  if (orders.length === 0) return 'prospect'
  const last = Math.max(...orders.map((order) => dayNumber(order.order_date) ?? 0))
  return firm.day - last > YEAR ? 'dormant' : 'active'
}
