import { dateOfDay } from '#shared/time/civil-date.ts'
import type { Firm } from './firm.ts'
import { orderDays } from './generated-orders.ts'
import { type Habit, planOf, SIZES, type Slot } from './plan.ts'
import { PLANTED } from './planted/index.ts'

/** Who orders and when, known before anything is made: order numbers follow the calendar, not the customers. */
export interface OrderBook {
  /** The customers that are not planted, in their order. */
  readonly generated: readonly Expected[]
  /** The numbers of a customer's orders, by its place among all; the planted ones come first. */
  readonly numbers: (place: number) => string[]
}

export interface Expected {
  readonly key: string
  readonly slot: Slot
  /** Which of the customers that take their names from the same words. */
  readonly nth: number
  /** Days of its orders, the oldest first. */
  readonly days: readonly number[]
}

export function orderBook(firm: Firm, scale = 1): OrderBook {
  const count = Math.max(0, Math.round(SIZES.customers * scale) - PLANTED.length)
  const generated: Expected[] = []
  const named = new Map<string, number>()
  for (const slot of slots(count)) {
    const key = `customer-${generated.length}`
    const nth = named.get(slot.country.companies) ?? 0
    named.set(slot.country.companies, nth + 1)
    generated.push({ key, slot, nth, days: orderDays(firm, key, slot) })
  }
  const planted = PLANTED.map(({ orders }) => orders.map(({ days }) => firm.day + days.ordered))
  return { generated, numbers: numbered([...planted, ...generated.map(({ days }) => days)]) }
}

/** The first round of the plan leaves room for the planted customers; a larger firm goes through it again in full. */
function* slots(count: number): Generator<Slot> {
  const taken = PLANTED.map(({ country, contacts, orders }) => ({
    country,
    habit: habitOf(orders.length),
    contacts: contacts.length,
    orders: orders.length,
  }))
  const [first, next] = [planOf(taken), planOf()]
  for (let index = 0; index < count; index++) {
    yield (first[index] ?? next[(index - first.length) % next.length]) as Slot
  }
}

/** What the planted customers count as. */
function habitOf(orders: number): Habit {
  if (orders === 0) return 'prospect'
  if (orders === 1) return 'occasional'
  return orders < 5 ? 'regular' : 'core'
}

/** Numbers all orders by their date, each year from 0001. */
function numbered(daysByCustomer: readonly (readonly number[])[]): OrderBook['numbers'] {
  const days = daysByCustomer.flat()
  const inTime = Uint32Array.from(days.keys()).sort((a, b) => dayAt(a) - dayAt(b) || a - b)
  const counts = new Map<string, number>()
  const numbers = new Uint32Array(days.length)
  for (const order of inTime) {
    const year = yearOf(dayAt(order))
    counts.set(year, (counts.get(year) ?? 0) + 1)
    numbers[order] = counts.get(year) ?? 0
  }
  let next = 0
  const firstOf = daysByCustomer.map((its) => {
    const first = next
    next += its.length
    return first
  })
  return (place) =>
    (daysByCustomer[place] ?? []).map((day, nth) => {
      const number = numbers[(firstOf[place] ?? 0) + nth]
      return `SO-${yearOf(day)}-${String(number).padStart(4, '0')}`
    })

  function dayAt(order: number): number {
    return days[order] ?? 0
  }
}

const yearOf = (day: number): string => dateOfDay(day).slice(0, 4)
