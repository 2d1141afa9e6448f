import { Exact, toMinor } from '#shared/money/exact.ts'
import { sumOf } from '#shared/money/sum.ts'

/** What a customer may owe, and what they do; minor units of the firm's own currency, each item converted and rounded. */
export interface CreditPosition {
  readonly limit: number
  readonly receivables: readonly number[]
  readonly shippedNotInvoiced: readonly number[]
  /** Shares in percent, as decimal strings, that are paid before or covered by a letter of credit. */
  readonly openOrders: readonly { readonly amount: string; readonly prepaidPct: string; readonly lcPct: string }[]
  readonly unapplied: readonly number[]
  /** Of what is owed the longest. */
  readonly maxOverdueDays: number
}

export interface CreditExposure {
  readonly receivables: number
  readonly shippedNotInvoiced: number
  readonly openOrdersAtRisk: number
  readonly unapplied: number
  readonly exposure: number
  readonly available: number
  /** Percent of the limit, one decimal; null without one. */
  readonly usagePct: string | null
  readonly decision: 'allow' | 'warn' | 'block'
}

const WARNED_FROM_PCT = 80
const OVERDUE_DAYS_MAX = 30

/** Whether a customer may have more on credit (domain 3.11). */
export function creditExposure(position: CreditPosition): CreditExposure {
  const receivables = sumOf(position.receivables)
  const shippedNotInvoiced = sumOf(position.shippedNotInvoiced)
  const unapplied = sumOf(position.unapplied)
  const openOrdersAtRisk = sumOf(
    position.openOrders.map(({ amount, prepaidPct, lcPct }) =>
      toMinor(new Exact(amount).times(uncovered(prepaidPct)).times(uncovered(lcPct))),
    ),
  )
  const exposure = receivables + shippedNotInvoiced + openOrdersAtRisk - unapplied
  const usagePct = position.limit === 0 ? null : new Exact(exposure).times(100).div(position.limit).toFixed(1)
  const isOver = exposure > position.limit || position.maxOverdueDays > OVERDUE_DAYS_MAX
  const isNear = Number(usagePct ?? 0) >= WARNED_FROM_PCT || position.maxOverdueDays > 0
  return {
    receivables,
    shippedNotInvoiced,
    openOrdersAtRisk,
    unapplied,
    exposure,
    available: position.limit - exposure,
    usagePct,
    decision: isOver ? 'block' : isNear ? 'warn' : 'allow',
  }
}

const uncovered = (pct: string) => new Exact(100).minus(pct).div(100)
