import { openAging, overdueOf } from '#shared/order/open-aging.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import type { Customer } from '#shared/trade/index.ts'
import { type CreditExposure, creditExposure } from './credit.ts'
import type { OpenMoney } from './situation.ts'

export interface CreditLeft {
  readonly currency: string
  readonly limit: number
  /** Below zero where they owe more than they may. */
  readonly left: number
  readonly decision: CreditExposure['decision']
  /** The limit counts no more: nothing is left of it. */
  readonly ended: boolean
  /** What they owe in other currencies: there is no rate here to convert it at. */
  readonly uncounted: readonly OpenMoney[]
}

/**
 * What a customer may still owe (domain 3.11), in the currency of their limit. At risk are installments that no step waits for:
 * what has to be paid before production, loading or release is never delivered unpaid. Null without a limit.
 */
export function creditLeft(customer: Credit, money: readonly OpenMoney[], today: CivilDate): CreditLeft | null {
  if (!hasCredit(customer)) return null
  const { credit_limit, credit_currency, credit_until } = customer
  const own = money.filter(({ currency }) => currency === credit_currency)
  const ended = credit_until !== null && credit_until < today
  const { available, decision } = creditExposure({
    limit: ended ? 0 : credit_limit,
    receivables: own.map(({ at_risk }) => at_risk),
    shippedNotInvoiced: [],
    openOrders: [],
    unapplied: [],
    maxOverdueDays: oldestOverdueDays(money, today),
  })
  return {
    currency: credit_currency,
    limit: credit_limit,
    left: available,
    decision: ended ? 'block' : decision,
    ended,
    uncounted: money.filter(({ currency, at_risk }) => currency !== credit_currency && at_risk > 0),
  }
}

type Credit = Pick<Customer, 'credit_limit' | 'credit_currency' | 'credit_until'>

/** Whether somebody has set how much a customer may owe. */
export const hasCredit = (
  customer: Credit,
): customer is Credit & { readonly credit_limit: number; readonly credit_currency: string } =>
  typeof customer.credit_limit === 'number' && typeof customer.credit_currency === 'string'

/** For how many days the oldest of what is overdue has been; 0 where nothing is. */
export function oldestOverdueDays(money: readonly OpenMoney[], today: CivilDate): number {
  const late = money.flatMap(({ dues }) =>
    overdueOf(openAging(dues, today)) > 0 ? dues.flatMap(([due]) => due ?? []) : [],
  )
  const oldest = late.sort()[0]
  return oldest ? Math.max(0, daysBetween(oldest, today)) : 0
}
