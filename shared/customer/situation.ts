import type { Address } from '#shared/api.ts'
import type { Contact, Customer, Inquiry, Installment, Interaction, Order } from '#shared/trade/index.ts'
import type { Home } from './home.ts'

/** What stands behind the open mail or record: everything a panel is built from. */
export type Situation =
  /** No mail is selected. */
  | { readonly kind: 'home'; readonly home: Home }
  /** Nobody outside the firm takes part in the mail. */
  | { readonly kind: 'colleague'; readonly sender: Address | null }
  /** A mail from somebody no customer is known for; with the inquiry made of it, or an earlier one of the sender. */
  | { readonly kind: 'unknown'; readonly mail: MailFacts; readonly inquiry: Inquiry | null }
  /** More than one customer fits. */
  | { readonly kind: 'several'; readonly sender: Address | null; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'customer'; readonly file: CustomerFile }
  | InquirySituation

/** An inquiry opened by itself. */
export interface InquirySituation {
  readonly kind: 'inquiry'
  readonly inquiry: Inquiry
  readonly owner: Person | null
  /** The name of the team whose pool it lies in. */
  readonly team: string | null
  readonly customer: { readonly id: string; readonly name: string } | null
}

/** What the headers of a mail tell about its sender. */
export interface MailFacts {
  readonly sender: Address | null
  readonly subject: string
  /** Its Message-ID; of a mail without a usable one, what tells it from others. */
  readonly key: string
  readonly sentAt: number | null
}

/** Whether the inquiry was made of this very mail. */
export const isOfMail = (inquiry: Inquiry | null, mail: MailFacts): boolean => inquiry?.message_id === mail.key

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly owner: string | null
  readonly because: 'address' | 'domain'
}

/** The whole file of one customer, as far as one screen needs it. Lists are bounded; sums are not. */
export interface CustomerFile {
  readonly customer: Customer
  readonly owner: Person | null
  /** How the customer was found. */
  readonly match: Match
  /** The contact who wrote, else the main contact. */
  readonly contact: Contact | null
  /** Open orders, the earliest promise first; at most {@link ORDERS_MAX}. */
  readonly orders: readonly Order[]
  /** The order the panel was asked for, whatever its state. */
  readonly asked: Order | null
  readonly openOrders: number
  /** Open money in each currency, whole. */
  readonly money: readonly { readonly currency: string; readonly open_amount: number }[]
  /** Unpaid installments of those orders: what holds a step back, and what a step makes due. */
  readonly installments: readonly OpenInstallment[]
  /** Unpaid installments of the customer that have a date, the earliest first; at most {@link DUE_MAX}. */
  readonly due: readonly OpenInstallment[]
  /** Newest first; at most {@link TIMELINE_MAX}. */
  readonly timeline: readonly Interaction[]
}

/** The orders to show: the one asked for first, then the open ones. */
export function ordersToShow({ asked, orders }: CustomerFile): readonly Order[] {
  return asked ? [asked, ...orders.filter((order) => order.id !== asked.id)] : orders
}

export type OpenInstallment = Installment & { readonly order_no: string }

/** How many customers a chooser can show; a mail that more of them fit says so. */
export const CANDIDATES_MAX = 10
export const ORDERS_MAX = 6
export const DUE_MAX = 16
export const TIMELINE_MAX = 6

export interface Person {
  readonly id: string
  readonly alias: string
  readonly display_name: string
}

export type Match =
  | { readonly by: 'address'; readonly address: string }
  | { readonly by: 'domain'; readonly domain: string; readonly address: string }
  | { readonly by: 'record' }
