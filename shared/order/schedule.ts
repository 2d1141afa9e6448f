import Big from 'big.js'
import { proportion } from '#shared/money/proportion.ts'
import { sumOf } from '#shared/money/sum.ts'
import type { ValueOf } from '#shared/record/field.ts'
import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import type { PaymentTerm } from '#shared/trade/index.ts'
import type { installment } from '#shared/trade/installment.ts'

/**
 * The installments of an order's price (domain 3.3): every line rounded on its own, the last takes the
 * rest, so that they add up to the total. `total` and all amounts are minor units of `currency`. As long
 * as its anchor has no date, an installment has no due date. Throws for a term without lines, and for a
 * line before the last that names no amount.
 */
export function paymentSchedule(order: {
  readonly currency: string
  readonly total: number
  readonly terms: readonly TermLine[]
  readonly dates: Readonly<Partial<Record<Anchor, CivilDate | null>>>
}): { readonly rows: readonly ScheduleRow[] } | NegativeInstallment {
  const { total, terms, dates } = order
  if (terms.length === 0) throw new RangeError('a payment term without lines')
  const split = closeWithRest(
    total,
    terms.slice(0, -1).map((line) => amountOf(line, total)),
  )
  if ('error' in split) return split
  return { rows: split.amounts.map((amount, index) => scheduled(amount, terms[index] as TermLine, dates)) }
}

/**
 * Splits anew what is left of a changed total (domain 3.3b): installments already invoiced or paid stay
 * as they are (`locked`), the others share the rest by their percentages, the last takes what remains.
 * More collected than the new total is a credit to the customer. Throws for percentages that add up to
 * nothing.
 */
export function resplit(order: {
  readonly currency: string
  readonly total: number
  readonly locked: readonly number[]
  /** Decimal strings, one for each installment that is still open. */
  readonly remainingPct: readonly string[]
}): Resplit {
  const { locked, remainingPct } = order
  const rest = order.total - sumOf(locked)
  if (rest < 0) return { error: 'over_collected', credit: -rest }
  if (remainingPct.length === 0) return rest === 0 ? { rest, rows: [] } : { error: 'no_installment_left', rest }
  const whole = remainingPct.reduce((sum, pct) => sum.plus(pct), Big(0)).toFixed()
  const split = closeWithRest(
    rest,
    remainingPct.slice(0, -1).map((pct) => proportion(rest, pct, whole)),
  )
  return 'error' in split ? split : { rest, rows: split.amounts }
}

export type Resplit =
  | { readonly rest: number; readonly rows: readonly number[] }
  | { readonly error: 'over_collected'; readonly credit: number }
  /** The order has grown after everything was settled: the rest needs an installment of its own. */
  | { readonly error: 'no_installment_left'; readonly rest: number }
  | NegativeInstallment

/** What happens to an order and starts the days of a payment. */
export type Anchor = ValueOf<typeof installment.fields.anchor>

/** One line of a payment term. */
export interface TermLine {
  /** Percent of the total, a decimal string: `30`, `33.3333`. */
  readonly pct?: string
  /** Minor units; goes before `pct`. */
  readonly fixed?: number
  readonly anchor: Anchor
  /** Days after the anchor's date; before it when negative. */
  readonly days: number
  /** And then on to the end of that month. */
  readonly eom?: boolean
}

export interface ScheduleRow {
  readonly amount: number
  readonly dueDate: CivilDate | null
  readonly status: Extract<ValueOf<typeof installment.fields.status>, 'scheduled' | 'awaiting_anchor'>
}

/** A line asks for less than nothing, or the lines before it for more than there is. Lines count from 1. */
export interface NegativeInstallment {
  readonly error: 'negative_installment'
  readonly line: number
}

function amountOf(line: TermLine, total: number): number {
  if (line.fixed !== undefined) return line.fixed
  if (line.pct !== undefined) return proportion(total, line.pct, '100')
  throw new RangeError('a line without an amount')
}

/** The amounts before the last as they are, and a last one that closes the sum to the cent. */
function closeWithRest(total: number, before: readonly number[]): { amounts: number[] } | NegativeInstallment {
  const amounts = [...before, total - sumOf(before)]
  const negative = amounts.findIndex((amount) => amount < 0)
  return negative < 0 ? { amounts } : { error: 'negative_installment', line: negative + 1 }
}

function scheduled(amount: number, line: TermLine, dates: Partial<Record<Anchor, CivilDate | null>>): ScheduleRow {
  const from = dates[line.anchor]
  if (!from) return { amount, dueDate: null, status: 'awaiting_anchor' }
  return { amount, dueDate: dueFrom(from, line.days, line.eom ?? false), status: 'scheduled' }
}

/** When a part is due whose anchor has its date. */
export function dueFrom(date: CivilDate, days: number, eom: boolean): CivilDate {
  const due = addDays(date, days)
  return eom ? endOfMonth(due) : due
}

function endOfMonth(date: CivilDate): CivilDate {
  const nextMonth = addDays(`${date.slice(0, 8)}28`, 4)
  return addDays(nextMonth, -Number(nextMonth.slice(8)))
}

/** What waits for the money: production for the first part, the vessel or its papers for the last, which may be the only one. */
export function guardOf(
  term: Pick<PaymentTerm, 'deposit_before_production' | 'balance_before'>,
  index: number,
  count: number,
): string | null {
  if (index === 0 && term.deposit_before_production) return 'production_start'
  return index === count - 1 ? term.balance_before : null
}
