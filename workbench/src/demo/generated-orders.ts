import { usualCourse } from './course.ts'
import { type Firm, workday } from './firm.ts'
import { linesFor } from './generated-lines.ts'
import { payerOf, releaseDay } from './generated-payments.ts'
import type { OrderSpec } from './orders.ts'
import { type PaymentTerm, TERMS } from './payment-terms.ts'
import type { Habit, Slot } from './plan.ts'
import { seeded } from './random.ts'
import { LOADING_PORTS, type Place } from './words/countries.ts'
import type { ProductLine } from './words/products.ts'

/** Days ago of the newest order, days between orders, how often the first one is years old. */
const RHYTHM: Readonly<
  Record<Exclude<Habit, 'prospect'>, readonly [newest: [number, number], gap: [number, number], old: number]>
> = {
  core: [[3, 30], [40, 75], 0.7],
  regular: [[15, 80], [60, 150], 0.8],
  occasional: [[4, 340], [120, 260], 0.3],
  lapsed: [[370, 720], [120, 260], 0.2],
}
/** How far back an old first order lies before the second, in days. */
const OLD = [200, 1_300] as const

/**
 * The size of an order in USD, and as natural logarithms how habits, customers and orders spread about it. Domain 6.1
 * has a median of 14,800, but with so small orders 400 of them do not lift a tenth of the customers to A and a quarter
 * to B; the tiers go first, and the median comes out near 19,000.
 */
const USUAL_USD = 14_800
const SIZE: Readonly<Record<Habit, number>> = { core: 1.05, regular: 0.12, occasional: -1.3, lapsed: -1.3, prospect: 0 }
const SPREAD = { customer: 0.2, order: 0.75 }

/** Of 100 orders, so many are late at some point. */
const LATE_SHARE = 0.19
/** Of 100 that are still on their way, so many were planned too early by a week or so. */
const BEHIND_SHARE = 0.4

/** The days of a customer's orders, the oldest first. Nobody orders today, or at a weekend. */
export function orderDays(firm: Firm, key: string, slot: Slot): number[] {
  if (slot.habit === 'prospect') return []
  const random = seeded(key, 'days')
  const [newest, gap, old] = RHYTHM[slot.habit]
  const ago = [random.int(...newest)]
  while (ago.length < slot.orders) {
    const first = ago.length === slot.orders - 1 && slot.orders > 2
    ago.push((ago.at(-1) as number) + random.int(...gap) + (first && random.chance(old) ? random.int(...OLD) : 0))
  }
  return ago.reverse().map((days) => workday(firm.day - days))
}

/** Customer `key`'s orders; `days` are those of {@link orderDays}, `numbers` their document numbers. */
export function orderSpecs(
  firm: Firm,
  key: string,
  slot: Slot,
  days: readonly number[],
  numbers: readonly string[],
): OrderSpec[] {
  const habits = seeded(key, 'habits')
  const size = SIZE[slot.habit] + habits.normal(0, SPREAD.customer)
  const favourite = habits.weighted<ProductLine>({ 'Camp furniture': 42, Lanterns: 22, Drinkware: 21, 'Cook gear': 15 })
  const ownSkus = habits.chance(0.3) ? habits.pick(['ART', 'REF', 'ITM', 'OD', 'CMP']) : null
  const term: PaymentTerm = TERMS[slot.term]
  const port = habits.pick(slot.country.ports)

  return days.map((ordered, index) => {
    const random = seeded(key, 'order', index)
    const course = usualCourse(random, ordered, releaseDay(firm, random, ordered, term), slot.country.transit)
    const late = random.chance(LATE_SHARE)
    const firstPromise = Math.max(ordered + 20, course.shipped + (late ? -random.int(2, 12) : random.int(0, 6)))
    const promise = late && random.chance(0.5) ? Math.max(firstPromise, course.shipped + 1) : firstPromise
    const amount = USUAL_USD * Math.exp(size + random.normal(0, SPREAD.order))
    const open = course.delivered > firm.day
    const dropped = !open && index > 0 && index < days.length - 1 && random.chance(0.05)
    const delays = seeded(key, 'delay', index)
    const behind = open && delays.chance(BEHIND_SHARE) ? delays.int(3, 8) : null
    const paused = course.released < firm.day && course.finished > firm.day && random.chance(0.1)
    return {
      key: `${key}/${index}`,
      docNo: numbers[index] as string,
      course,
      currency: slot.currency,
      incoterm: slot.incoterm,
      place: placeOf(slot, port),
      term,
      productLine: favourite,
      buyerPo: random.chance(0.6) ? `PO-${random.int(10_000, 99_999)}` : null,
      lines: linesFor(firm, random, { slot, ordered, amount, favourite, ownSkus }),
      firstPromise,
      promise,
      ...(random.chance(LATE_SHARE) && { slip: random.int(1, 3) }),
      ...(behind !== null && { slip: behind }),
      ...(dropped ? { header: 'cancelled' as const } : paused && { header: 'on_hold' as const }),
      ...(random.chance(0.05) && { deviation: true as const }),
      receivedOf: payerOf(firm, random, course),
    }
  })
}

const PLANT: Place = { name: 'Shenzhen', locode: 'CNSZX' }

/** Where the term hands over: at the plant, at the loading port, at the port or the town of the buyer. */
function placeOf(slot: Slot, port: Place): Place {
  if (slot.incoterm === 'EXW') return PLANT
  if (slot.incoterm === 'FOB' || slot.incoterm === 'FCA')
    return { name: LOADING_PORTS[slot.port].name, locode: slot.port }
  return port
}
