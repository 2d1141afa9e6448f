import type { Address, RecordRef } from '#shared/api.ts'
import type { FiledMail } from '#shared/archive/filed-item.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import type { Published } from '#shared/deal/definitions.ts'
import type { Goods } from '#shared/order/goods.ts'
import type { Due } from '#shared/order/open-aging.ts'
import type {
  AccessRequest,
  Contact,
  Customer,
  Inquiry,
  Installment,
  Interaction,
  MailThread,
  Order,
} from '#shared/trade/index.ts'
import type { Home } from './home.ts'
import type { Confidence, Rung } from './match/ladder.ts'
import type { Reported } from './match/report.ts'
import type { Warning } from './match/warnings.ts'
import type { OpenRequest } from './open-request.ts'
import type { Recents } from './recent.ts'
import type { TimelinePage } from './timeline-page.ts'

/** What stands behind the open mail or record: everything a panel is built from. */
export type Situation = Shown & {
  /** The deal that it is about: the one asked for, else the one of the customer or inquiry that goes on. */
  readonly deal?: DealFile | null
  /** The roads that the firm has published, the newest first: a new deal takes one of them. Absent where none is begun. */
  readonly roads?: readonly Published[]
  /** It was that deal, or something of it, that was asked for. */
  readonly dealAsked?: true
  /** Beside a mail: as what it is filed; null when it is not, as far as the reader sees. */
  readonly filed?: FiledMail | null
  /** The open mail is filed by itself, with this customer, as soon as the host gives it. */
  readonly filesItself?: true
  /** What the reader should know before they believe the mail. */
  readonly warnings?: readonly Warning[]
  /** Somebody has reported whoever wrote it. */
  readonly reported?: Reported
  /** The mail's letter and its other headers would tell more: {@link tellsMore}. */
  readonly tellsMore?: true
  /** The mail's thread, for who says whose it is. */
  readonly thread?: ThreadFacts
  /** Beside a mail that asks for goods, for whoever may quote them. */
  readonly goods?: Goods
}

/** What a choice for a thread is kept under, and the one that there is. */
export interface ThreadFacts {
  readonly root: string
  readonly conversation: string | null
  readonly chosen: MailThread | null
  /** The customers to choose from that the reader may see. */
  readonly candidates: readonly Candidate[]
}

type Shown =
  /** No mail is selected. */
  | { readonly kind: 'home'; readonly home: Home }
  /** Nobody outside the firm takes part in the mail. */
  | { readonly kind: 'colleague'; readonly sender: Address | null }
  /** A mail with somebody outside, and a reader whose post has nothing to do with customers. */
  | { readonly kind: 'closed' }
  /** A mail from somebody no customer is known for; with the inquiry made of it, or an earlier one of the sender. */
  | {
      readonly kind: 'unknown'
      readonly mail: MailFacts
      readonly inquiry: Inquiry | null
      /** Who has an inquiry of this mail or sender that the reader may not see; empty where a team has it. */
      readonly takenBy: string | null
      /** Customers that it might be from, of which nothing is sure. */
      readonly perhaps?: readonly Candidate[]
      /** Of those that the reader may not see, whose they are. */
      readonly others?: readonly Elsewhere[]
    }
  /** The sender's firm is a customer that the reader may not see: no more is told than whose it is (撞单). */
  | {
      readonly kind: 'taken'
      readonly customerId: string
      readonly sender: Address | null
      readonly claim: Claim
      /** Of whom it is asked for. */
      readonly askedOf?: Pick<AccessRequest, 'owner_id' | 'superior_id'>
    }
  /** More than one customer fits; of those the reader may not see, whose they are. */
  | {
      readonly kind: 'several'
      readonly sender: Address | null
      readonly candidates: readonly Candidate[]
      readonly others: readonly Elsewhere[]
    }
  | { readonly kind: 'customer'; readonly file: CustomerFile }
  /** An order by itself, for a reader who has to do with orders and not with customers. */
  | { readonly kind: 'order'; readonly file: OrdersFile & { readonly asked: Order } }
  /** A deal by itself, whose customer nobody knows yet or the reader does not see. */
  | { readonly kind: 'deal'; readonly deal: DealFile }
  | InquirySituation

/** An inquiry by itself. */
export interface InquirySituation {
  readonly kind: 'inquiry'
  readonly inquiry: Inquiry
  readonly owner: Person | null
  /** The name of the team whose pool it lies in. */
  readonly team: string | null
  /** Null also for a reader who may not see the customer. */
  readonly customer: { readonly id: string; readonly name: string } | null
}

/** Whose a customer is, and whether the reader has asked to share it. */
export interface Claim {
  readonly owner: string | null
  readonly asked: boolean
}

/** A customer that the reader may not see: they can ask whose it is, and are shown no more of it than that. */
export type Elsewhere = Claim & { readonly customerId: string }

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
  /** The surest way to it, by what, and how sure that is. */
  readonly rung: Rung
  readonly found: string
  readonly confidence: Confidence
}

/** What a screen shows of orders. Lists are bounded. */
export interface OrdersFile {
  /** Open orders, the earliest promise first; at most {@link ORDERS_MAX}. */
  readonly orders: readonly Order[]
  /** The order the panel was asked for, whatever its state. */
  readonly asked: Order | null
  /** Null when the reader does not see all of them. */
  readonly openOrders: number | null
  /** Unpaid installments of those orders: what holds a step back, and what a step makes due. */
  readonly installments: readonly OpenInstallment[]
  /** Of the mail that is open; absent where there is none. */
  readonly subject?: string

  /** How the order asked for came where it is. */
  readonly trace?: StageTrace
}

/** Since when an order is in its stage, who brought it there, and who works on it. */
export interface StageTrace {
  /** ms UTC; null where that lies too far back among its changes. */
  readonly since: number | null
  /** Null where nobody of the staff did it, or it was in that stage from the start. */
  readonly by: string | null
  readonly owner: string | null
  readonly follower: string | null
}

/** The whole file of one customer, as far as one screen needs it. Lists are bounded; sums are not. */
export interface CustomerFile extends OrdersFile {
  readonly customer: Customer
  readonly owner: Person | null
  /** How the customer was found. */
  readonly match: Match
  /** The contact who wrote, else the main contact. */
  readonly contact: Contact | null
  /** Open money in each currency, whole; null for a reader who does not see it. */
  readonly money: readonly OpenMoney[] | null
  /** Unpaid installments of the customer that have a date, the earliest first; at most {@link DUE_MAX}. */
  readonly due: readonly OpenInstallment[]
  /** Newest first; at most {@link TIMELINE_MAX}. Null for a reader who does not see it. */
  readonly timeline: readonly TimelineItem[] | null
  /** Which part of it that is; the newest of every kind where nothing is said. */
  readonly timelinePage?: TimelinePage
  /** After which item there is more; null at its beginning. */
  readonly timelineNext?: TimelinePage['before']
  /** Colleagues who ask to share the customer; at most {@link REQUESTS_MAX}. */
  readonly requests: readonly OpenRequest[]
  /** The last of each type of record with the customer. */
  readonly recents: Recents
}

/** With the name of whoever filed it, where that is known. */
export type TimelineItem = Interaction & { readonly filer?: string | null }

/** The record that a panel is about: the order asked for, before its customer. Null where it is about none. */
export function recordBehind(situation: Situation): RecordRef | null {
  switch (situation.kind) {
    case 'inquiry':
      return { type: 'inquiry', id: situation.inquiry.id }
    case 'order':
      return { type: 'order', id: situation.file.asked.id }
    case 'deal':
      return situation.deal.unseen ? null : { type: 'deal', id: situation.deal.deal.id }
    case 'customer': {
      if (situation.dealAsked && situation.deal) return { type: 'deal', id: situation.deal.deal.id }
      const { asked, customer } = situation.file
      return asked ? { type: 'order', id: asked.id } : { type: 'customer', id: customer.id }
    }
    default:
      return null
  }
}

/** The orders that are in view, if any. */
export const ordersFileOf = (situation: Situation): OrdersFile | null =>
  situation.kind === 'customer' || situation.kind === 'order' ? situation.file : null

/** The orders to show: the one asked for first, then the open ones. */
export function ordersToShow({ asked, orders }: OrdersFile): readonly Order[] {
  return asked ? [asked, ...orders.filter((order) => order.id !== asked.id)] : orders
}

/** Open money in one currency, in minor units. */
export interface OpenMoney {
  readonly currency: string
  readonly open_amount: number
  /** By when, the earliest first. */
  readonly dues: readonly Due[]
  /** What of it is owed for goods that leave before it is paid. */
  readonly at_risk: number
}

export type OpenInstallment = Installment & {
  readonly order_no: string
  /** The reader knows that it is open, and not how much it is. */
  readonly hidden?: true
}

/** How many customers a chooser can show; a mail that more of them fit says so. */
export const CANDIDATES_MAX = 5
export const ORDERS_MAX = 6
export const DUE_MAX = 8
export const TIMELINE_MAX = 6
export const REQUESTS_MAX = 3

export interface Person {
  readonly id: string
  readonly alias: string
  readonly display_name: string
  /** Who is above them. */
  readonly manager_id?: string | null
}

/** How the mail led to the customer, or that somebody opened it by itself. */
export type Match =
  | {
      /** `alias` for an address of theirs that is not the first: another or a former one. */
      readonly by: Rung | 'alias'
      /** The address, domain, number or Message-ID that told. */
      readonly found: string
      readonly confidence: Confidence
      /** Who wrote, or was written to. */
      readonly address: string
      /** Of a chosen customer: who chose it. */
      readonly chosenBy?: string
    }
  | { readonly by: 'record' }
