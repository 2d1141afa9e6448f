import { sumOf } from '#shared/money/sum.ts'
import type { Order } from '#shared/trade/index.ts'
import { TERMS, type TermKey } from './payment-terms.ts'
import { seeded, shuffled } from './random.ts'
import { COUNTRIES, type Country, LOADING_PORTS } from './words/countries.ts'

/** Sizes of the firm at scale 1 (domain 6.1). */
export const SIZES = { customers: 240, contacts: 520, orders: 400 } as const

/** How a customer buys. */
export type Habit = 'core' | 'regular' | 'occasional' | 'lapsed' | 'prospect'

/** One customer as it is planned before anything of it is made. */
export interface Slot {
  readonly country: Country
  readonly habit: Habit
  readonly orders: number
  readonly contacts: number
  readonly currency: string
  readonly term: TermKey
  readonly incoterm: Order['incoterm']
  readonly port: keyof typeof LOADING_PORTS
}

/** What the planted customers take of the sizes above. */
export interface Taken {
  readonly country: string
  readonly habit: Habit
  readonly contacts: number
  readonly orders: number
}

const HABITS: Readonly<Record<Habit, number>> = { core: 30, regular: 80, occasional: 54, lapsed: 16, prospect: 60 }
const USUAL_ORDERS: Readonly<Record<Habit, number>> = { core: 5, regular: 2, occasional: 1, lapsed: 1, prospect: 0 }

const CURRENCIES = { USD: 78, EUR: 17, GBP: 2, JPY: 2, CNY: 1 } as const
/** Terms whose named place is where the goods are loaded. */
const AT_PORT: ReadonlySet<Order['incoterm']> = new Set(['FOB', 'FCA'])

const INCOTERMS = { FOB: 56, CIF: 17, EXW: 6, FCA: 6, CFR: 5, DAP: 5, DDP: 4, CIP: 1 } as const

/** The plan of 240 customers, less those that are taken. Totals are met exactly, shares as nearly as they can be. */
export function planOf(taken: readonly Taken[] = []): Slot[] {
  const random = seeded('plan')
  const countries = shuffled(countriesLeft(taken), random)
  const habits = shuffled(habitsLeft(taken), random)
  const orders = ordersFor(habits, SIZES.orders - sumOf(taken.map((one) => one.orders)))
  const contacts = shuffled(
    contactsFor(countries.length, SIZES.contacts - sumOf(taken.map((one) => one.contacts))),
    random,
  )
  const term = dealer(shares(TERMS))
  const incoterm = dealer(INCOTERMS)
  const port = dealer(shares(LOADING_PORTS))
  const currency = dealer(CURRENCIES)

  const slots = countries.map((country, index) => {
    const weight = orders[index] as number
    return {
      country,
      habit: habits[index] as Habit,
      orders: weight,
      contacts: contacts[index] as number,
      currency: currency(weight, currenciesOf(country)),
    }
  })
  // Dealt in another order each, so that a term does not always come with the same port.
  const terms = inOrder(slots, shuffled(slots, random), (slot) => term(slot.orders))
  const incoterms = inOrder(slots, shuffled(slots, random), (slot) => incoterm(slot.orders))
  const loaded = slots.map((slot, index) => ({
    slot,
    weight: AT_PORT.has(incoterms[index] ?? 'FOB') ? slot.orders : 0,
  }))
  const ports = inOrder(loaded, shuffled(loaded, random), ({ weight }) => port(weight))
  return slots.map((slot, index) => ({
    ...slot,
    term: terms[index] as TermKey,
    incoterm: incoterms[index] as Slot['incoterm'],
    port: ports[index] as Slot['port'],
  }))
}

function countriesLeft(taken: readonly Taken[]): Country[] {
  return COUNTRIES.flatMap((country) => {
    const planted = taken.filter((one) => one.country === country.code).length
    return Array.from({ length: country.share - planted }, () => country)
  })
}

function habitsLeft(taken: readonly Taken[]): Habit[] {
  return (Object.keys(HABITS) as Habit[]).flatMap((habit) => {
    const planted = taken.filter((one) => one.habit === habit).length
    return Array.from({ length: HABITS[habit] - planted }, () => habit)
  })
}

/** The usual number of orders; what does not add up is made up by those who buy regularly. */
function ordersFor(habits: readonly Habit[], total: number): number[] {
  const orders = habits.map((habit) => USUAL_ORDERS[habit])
  return levelled(orders, total, (count, index) => habits[index] === 'regular' && count > 1)
}

/** One to four people each. */
function contactsFor(count: number, total: number): number[] {
  const people = Array.from({ length: count }, (_, i) => [2, 1, 3, 2, 2, 1, 4, 2, 1, 3][i % 10] as number)
  return levelled(people, total, (wanted) => wanted >= 1 && wanted <= 4)
}

/** Counts changed by one, from the first on, until they add up to the total. */
function levelled(
  counts: readonly number[],
  total: number,
  allowed: (count: number, index: number) => boolean,
): number[] {
  const out = [...counts]
  let left = total - sumOf(out)
  for (let i = 0; left !== 0 && i < 10 * out.length; i++) {
    const index = i % out.length
    const wanted = (out[index] ?? 0) + Math.sign(left)
    if (!allowed(wanted, index)) continue
    out[index] = wanted
    left -= Math.sign(left)
  }
  if (left !== 0) throw new RangeError('the sizes of the demo do not fit together')
  return out
}

/** What a buyer there can be invoiced in. */
function currenciesOf({ code, euro }: Country): (keyof typeof CURRENCIES)[] {
  if (euro) return ['EUR', 'USD']
  if (code === 'GB') return ['GBP', 'USD']
  if (code === 'JP') return ['JPY', 'USD']
  return code === 'HK' || code === 'KZ' ? ['CNY', 'USD'] : ['USD']
}

/** Gives each comer what is furthest behind its share so far, so that the shares come out without chance. */
function dealer<K extends string>(share: Readonly<Record<K, number>>): (weight: number, allowed?: readonly K[]) => K {
  const keys = Object.keys(share) as K[]
  const whole = sumOf(keys.map((key) => share[key]))
  const given = new Map<K, number>()
  let total = 0
  return (weight, allowed = keys) => {
    total += weight
    const behind = (key: K) => (share[key] / whole) * total - (given.get(key) ?? 0)
    const choice = allowed.reduce((best, key) => (behind(key) > behind(best) ? key : best))
    given.set(choice, (given.get(choice) ?? 0) + weight)
    return choice
  }
}

const shares = <K extends string>(of: Readonly<Record<K, { readonly share: number }>>): Record<K, number> =>
  Object.fromEntries(Object.entries<{ share: number }>(of).map(([key, { share }]) => [key, share])) as Record<K, number>

/** Works through a list in another order and answers in its own. */
function inOrder<T, R>(list: readonly T[], order: readonly T[], work: (one: T) => R): R[] {
  const done = new Map(order.map((one) => [one, work(one)]))
  return list.map((one) => done.get(one) as R)
}
