import type Big from 'big.js'
import { Exact } from '#shared/money/exact.ts'
import { type CivilDate, dateOfDay, dayNumber } from '#shared/time/civil-date.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { Comparator } from './ast.ts'
import { bounded, INSTANT_MAX, type Value } from './facts.ts'
import type { FactKind } from './schema.ts'

/** When it is, and on whose calendar: `now` in ms UTC; an instant is compared with a date as a day of the time zone. */
export interface Moment {
  readonly now: number
  readonly today: CivilDate
  readonly timezone: string
}

export const isDecimal = (value: Value): value is Big => value instanceof Exact

/** With nothing no comparison holds but `!=`. */
export function compared(op: Comparator, left: Value, right: Value, at: Moment): boolean {
  const order = orderOf(left, right, at)
  if (order === null) return op === '!='
  switch (op) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

function orderOf(left: Value, right: Value, at: Moment): number | null {
  if (left === null || right === null) return null
  if (isDecimal(left) && isDecimal(right)) return left.cmp(right)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' || typeof right === 'boolean') return left === right ? 0 : 1
  // Two texts, two dates, or a date and an instant, which is then the day it falls on.
  const [one, other] = [dayOf(left, at), dayOf(right, at)]
  if (one === null || other === null) return null
  return one === other ? 0 : one < other ? -1 : 1
}

function dayOf(value: Value, at: Moment): CivilDate | null {
  if (typeof value !== 'number') return typeof value === 'string' ? value : null
  try {
    return dateIn(value, at.timezone)
  } catch {
    // No such zone, or a year that is not of four digits.
    return null
  }
}

export function contains(whole: Value, part: Value): boolean {
  if (typeof part !== 'string') return false
  return (typeof whole === 'string' || Array.isArray(whole)) && whole.includes(part)
}

export function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A division by zero is nothing; undefined is a result that is too large. */
export function arithmetic(op: '+' | '-' | '*' | '/', left: Value, right: Value): Value | undefined {
  if (!isDecimal(left) || !isDecimal(right)) return null
  switch (op) {
    case '+':
      return bounded(left.plus(right)) ?? undefined
    case '-':
      return bounded(left.minus(right)) ?? undefined
    case '*':
      return bounded(left.times(right)) ?? undefined
    case '/':
      return right.eq(0) ? null : (bounded(left.div(right)) ?? undefined)
  }
}

/** Only whole days move a date; beyond the calendar is nothing. */
export function shifted(kind: FactKind, from: Value, by: Value, sign: 1 | -1): Value {
  if (!isDecimal(by)) return null
  if (kind === 'instant') {
    const to = typeof from === 'number' ? from + sign * Math.round(by.toNumber()) : Number.NaN
    return Math.abs(to) <= INSTANT_MAX ? to : null
  }
  const day = typeof from === 'string' ? dayNumber(from) : null
  const days = by.round(0, 0).toNumber()
  const to = day === null ? Number.NaN : day + sign * days
  return to >= FIRST_DAY && to <= LAST_DAY ? dateOfDay(to) : null
}

export function daysBetween(from: Value, to: Value, at: Moment): Value {
  const [first, last] = [dayNumber(dayOf(from, at) ?? ''), dayNumber(dayOf(to, at) ?? '')]
  return first === null || last === null ? null : new Exact(last - first)
}

/** The years of four digits. */
const FIRST_DAY = -719_528
const LAST_DAY = 2_932_896
