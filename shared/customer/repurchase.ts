import { addDays, type CivilDate, daysBetween } from '#shared/time/civil-date.ts'

/** How a customer stands to buying again (domain 3.5). Nobody has bought anything yet as a prospect. */
export type ChurnStatus = 'prospect' | 'active' | 'due' | 'at_risk' | 'lost' | 'engaged'

/** When a customer is expected to buy again, and how late that is. */
export interface Repurchase {
  readonly status: Exclude<ChurnStatus, 'prospect'>
  /** Days on which something was ordered. */
  readonly orderDays: number
  /** Days from each of the last {@link DAYS_MAX} to the next. */
  readonly gaps: readonly number[]
  /** Tenths of a day, like the following two. */
  readonly interval: number
  readonly spread: number
  readonly riskAfter: number
  readonly lostAfter: number
  readonly daysSinceLast: number
  readonly nextExpected: CivilDate
}

export interface RepurchaseInput {
  readonly today: CivilDate
  /** Dates of confirmed orders in any order, also several of one day. */
  readonly orders: readonly CivilDate[]
  /** An order is not shipped yet, or a quotation was sent in the last 30 days: somebody is at it. */
  readonly engaged?: boolean
  /** Of whom only one order is known: days, by the line of products. */
  readonly usual?: { readonly interval: number; readonly spread: number }
}

/** How many days of orders, the latest, tell how somebody buys. */
const DAYS_MAX = 6
const USUAL = { interval: 180, spread: 60 }
/** No earlier than after half a year is anybody lost. */
const LOST_DAYS = 180

/**
 * The interval is the median of the gaps, the spread their median deviation as a standard one (1.4826), at least 15 % of the
 * interval and a week; of two orders half the interval and a fortnight at least. Due by the interval, at risk after one and a half
 * spreads more, lost after the latest of three intervals, four spreads more, and half a year. Null for who has never ordered.
 */
export function repurchaseOf(input: RepurchaseInput): Repurchase | null {
  const days = [...new Set(input.orders)].sort()
  const last = days.at(-1)
  if (last === undefined) return null
  const gaps = days.slice(-DAYS_MAX).flatMap((day, at, all) => (at === 0 ? [] : [daysBetween(all[at - 1] ?? day, day)]))
  const { interval, spread } = rhythm(gaps, input.usual ?? USUAL)
  const riskAfter = interval + 1.5 * spread
  const lostAfter = Math.max(3 * interval, interval + 4 * spread, LOST_DAYS * 10)
  const daysSinceLast = daysBetween(last, input.today)
  const late = daysSinceLast * 10
  const status = late <= interval ? 'active' : late <= riskAfter ? 'due' : late <= lostAfter ? 'at_risk' : 'lost'
  return {
    status: status !== 'active' && input.engaged ? 'engaged' : status,
    orderDays: days.length,
    gaps,
    interval,
    spread,
    riskAfter: Math.round(riskAfter),
    lostAfter,
    daysSinceLast,
    nextExpected: addDays(last, Math.round(interval / 10)),
  }
}

/** Interval and spread in tenths of a day. */
function rhythm(gaps: readonly number[], usual: { readonly interval: number; readonly spread: number }) {
  if (gaps.length === 0) return { interval: usual.interval * 10, spread: usual.spread * 10 }
  const twice = twiceMedian(gaps)
  const interval = twice * 5
  if (gaps.length === 1) return { interval, spread: Math.max(Math.round(interval / 2), 140) }
  // In quarters of a day, so that nothing is rounded before the end.
  const deviation = twiceMedian(gaps.map((gap) => Math.abs(2 * gap - twice)))
  const spread = Math.max(14_826 * deviation, 600 * interval, 280_000)
  return { interval, spread: Math.round(spread / 4_000) }
}

/** Twice the median of whole numbers, which is whole. */
function twiceMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? 0
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? 2 * at(middle) : at(middle - 1) + at(middle)
}
