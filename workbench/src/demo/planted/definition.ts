import type { Contact, Customer, Interaction, Order } from '#shared/trade/index.ts'
import type { TermKey } from '../payment-terms.ts'
import type { StaffKey } from '../staff.ts'
import type { Place } from '../words/countries.ts'

/** A customer that is written by hand, because a test, a story or a mail of the demo counts on it. */
export interface PlantedCustomer {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly country: string
  readonly city: string
  readonly timezone: string
  readonly language: string
  readonly domain: string
  readonly type: NonNullable<Customer['type']>
  readonly industry: string
  readonly potential: NonNullable<Customer['potential']>
  readonly owner: StaffKey
  readonly remark?: string
  /** What its orders have in common; an order may say otherwise. */
  readonly usual: Usual
  /** The main contact first. */
  readonly contacts: readonly PlantedContact[]
  readonly orders: readonly PlantedOrder[]
  /** The tier of yesterday, where it matters. */
  readonly previous?: Customer['tier']
  /** Days ago that the firm first heard of it. */
  readonly knownFor: number
  /** The timeline, word by word; without one it is made like everybody's. */
  readonly timeline?: readonly PlantedItem[]
}

export interface Usual {
  readonly term: TermKey
  readonly currency: string
  readonly incoterm: Order['incoterm']
  readonly place: Place
}

export interface PlantedContact {
  readonly name: string
  readonly address: string
  readonly role: Contact['decision_role']
  readonly title: string
  readonly salutation?: string
  readonly phone?: string
}

export interface PlantedOrder extends Partial<Usual> {
  /** Within the customer; `trilha-sul/overdue` is the order's key. */
  readonly name: string
  /** Days from today, negative in the past. */
  readonly days: Days
  readonly lines: readonly PlantedLine[]
  readonly po?: string
  /** Parts that are due, or will be, and have not come in. */
  readonly owes?: readonly number[]
  readonly disputed?: number
  readonly header?: 'on_hold'
  /** Promised loading, if that is not the planned one. */
  readonly promise?: number
  readonly remark?: string
}

export interface Days {
  readonly ordered: number
  readonly released: number
  readonly material: number
  readonly finished: number
  readonly ready: number
  readonly shipped: number
  readonly arrived: number
  readonly delivered: number
}

/** Article, whole units, price in the order's currency; without a price one that leaves 17 %, or what is said. */
export type PlantedLine = readonly [sku: string, qty: number, price?: number | { readonly margin: number }]

export interface PlantedItem {
  /** Days ago, and minutes of the day on the firm's clock. */
  readonly ago: number
  readonly minute: number
  readonly kind: Interaction['kind']
  readonly direction: Interaction['direction']
  /** Address of the contact. */
  readonly contact?: string
  readonly order?: string
  /** `{no}` is the number of `order`. */
  readonly subject: string
  readonly snippet: string
  readonly messageId?: string
  readonly by: StaffKey
}

/** An order of so many days ago that went as orders go: loaded after 45 days, at sea for `transit`. */
export function pastOrder(daysAgo: number, transit: number): Days {
  const ordered = -daysAgo
  return {
    ordered,
    released: ordered + 6,
    material: ordered + 17,
    finished: ordered + 37,
    ready: ordered + 39,
    shipped: ordered + 45,
    arrived: ordered + 45 + transit,
    delivered: ordered + 49 + transit,
  }
}

/** An order that was loaded so many days ago and is at sea, or waits there for its papers. */
export function shippedOrder(daysAgo: number, transit: number): Days {
  return {
    ...pastOrder(daysAgo + 56, transit),
    finished: -daysAgo - 9,
    ready: -daysAgo - 6,
    shipped: -daysAgo,
    arrived: transit - daysAgo,
    // Nobody gets the goods before the papers: what has arrived and is not paid waits in the port.
    delivered: Math.max(transit - daysAgo, 0) + 6,
  }
}

export const YANTIAN: Place = { name: 'Yantian', locode: 'CNYTN' }
export const NANSHA: Place = { name: 'Nansha', locode: 'CNNSA' }
export const NINGBO: Place = { name: 'Ningbo', locode: 'CNNGB' }
export const SHANGHAI: Place = { name: 'Shanghai', locode: 'CNSHA' }
