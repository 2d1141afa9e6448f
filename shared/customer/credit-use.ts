import { convert } from '#shared/money/conversion.ts'
import { Exact } from '#shared/money/exact.ts'
import { guardOf, paymentSchedule, type TermLine } from '#shared/order/schedule.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Customer, PaymentTerm } from '#shared/trade/index.ts'
import { type CreditExposure, creditExposure } from './credit.ts'
import { hasCredit, oldestOverdueDays } from './credit-left.ts'
import type { OpenMoney } from './situation.ts'

/** What is about to be agreed on: minor units, and how it is to be paid. */
export interface AgreedOn {
  readonly currency: string
  readonly amount: number
  readonly term: Pick<PaymentTerm, 'lines' | 'deposit_before_production' | 'balance_before'> | null
}

/** A rate as a quotation was worked out at: units of the firm's own currency for one of another. */
export interface OfferRate {
  readonly currency: string
  /** The firm's own. */
  readonly base: string
  /** A decimal string. */
  readonly rate: string
  readonly date: CivilDate | null
}

export interface CreditUse {
  readonly currency: string
  /** Nothing is left of a limit that has ended. */
  readonly limit: number
  readonly exposure: number
  /** Percent of the limit, one decimal; null without one, or once it has ended. */
  readonly usagePct: string | null
  readonly decision: CreditExposure['decision']
  readonly ended: boolean
  /** The rate that something of it was converted at. */
  readonly rate: OfferRate | null
  /** Currencies that nobody has a rate for here: what is owed in them is not in it. */
  readonly uncounted: readonly string[]
}

/**
 * How much of a customer's credit is used once they have what is about to be agreed on (domain 3.11), in the currency of their
 * limit. Of a price counts what no step waits for: a deposit before production is never owed for goods that have left. Null without a limit.
 */
export function creditUse(
  customer: Pick<Customer, 'credit_limit' | 'credit_currency' | 'credit_until'>,
  money: readonly OpenMoney[],
  agreed: AgreedOn,
  rate: OfferRate | null,
  today: CivilDate,
): CreditUse | null {
  if (!hasCredit(customer)) return null
  const { credit_limit, credit_currency: currency, credit_until } = customer
  const owed = [
    ...money.map((one) => ({ currency: one.currency, amount: one.at_risk })),
    { currency: agreed.currency, amount: atRisk(agreed) },
  ].filter(({ amount }) => amount !== 0)
  const converted = owed.map((one) => ({ ...one, own: inCurrency(one, currency, rate) }))
  const ended = credit_until !== null && credit_until < today
  const { exposure, usagePct, decision } = creditExposure({
    limit: ended ? 0 : credit_limit,
    receivables: converted.flatMap(({ own }) => own ?? []),
    shippedNotInvoiced: [],
    openOrders: [],
    unapplied: [],
    maxOverdueDays: oldestOverdueDays(money, today),
  })
  return {
    currency,
    limit: credit_limit,
    exposure,
    usagePct,
    decision: ended ? 'block' : decision,
    ended,
    rate: converted.some((one) => one.own !== null && one.currency !== currency) ? rate : null,
    uncounted: [...new Set(converted.flatMap((one) => (one.own === null ? [one.currency] : [])))],
  }
}

/** What of a price is owed for goods that leave before it is paid: all of it, where nobody says how it is paid. */
function atRisk({ currency, amount, term }: AgreedOn): number {
  const terms = (term?.lines ?? []) as unknown as readonly TermLine[]
  if (!term || terms.length === 0) return amount
  const schedule = paymentSchedule({ currency, total: amount, terms, dates: {} })
  if ('error' in schedule) return amount
  const { rows } = schedule
  return rows.reduce((sum, row, index) => (guardOf(term, index, rows.length) === null ? sum + row.amount : sum), 0)
}

/** An amount in another currency; null where the one rate that is known says nothing of it. */
function inCurrency(
  { currency, amount }: { readonly currency: string; readonly amount: number },
  to: string,
  rate: OfferRate | null,
): number | null {
  if (currency === to) return amount
  if (rate && currency === rate.currency && to === rate.base) return convert(amount, currency, rate.rate, to)
  if (rate && currency === rate.base && to === rate.currency && Number(rate.rate) > 0) {
    return convert(amount, currency, new Exact(1).div(rate.rate).toFixed(), to)
  }
  return null
}
