import type { Inquiry, Installment, Order } from '#shared/trade/index.ts'

/** What a person finds while no mail is open. Every list is bounded, and says so where it is full. */
export interface Home {
  /** Unclaimed ones: those given to them, and those of nobody in their team or in none. The longest waiting of each. */
  readonly inquiries: readonly Inquiry[]
  /** Customers of theirs whose last word is a mail that nobody has answered; at most {@link MAILS_MAX}. */
  readonly mails: readonly WaitingMail[]
  /** Open orders of theirs whose next step was to be done by today, the latest first; at most {@link DEADLINES_MAX}. */
  readonly deadlines: readonly DueOrder[]
  /** Unpaid deposits of those orders: the first step depends on whether there is one. */
  readonly deposits: readonly Installment[]
  /** How many such orders there are, counted up to {@link DEADLINES_COUNTED}. */
  readonly deadlineCount: number
  /** The last first; at most {@link RECENT_MAX}. */
  readonly recent: readonly Opened[]
}

/** A buyer's mail that is still unanswered. */
export interface WaitingMail {
  readonly customer: Place
  readonly subject: string
  /** When it came, ms UTC. */
  readonly since: number
}

/** A customer, and what clock they live by. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly timezone: string
}

export type DueOrder = Order & { readonly customer_name: string }

/** A record the person had open. */
export type Opened =
  | ({ readonly type: 'customer' } & Place)
  | {
      readonly type: 'order'
      readonly id: string
      readonly doc_no: string
      readonly exec_status: Order['exec_status']
      readonly customer_name: string
    }

/** Of each of the three kinds of unclaimed inquiries. */
export const INQUIRIES_MAX = 10
export const MAILS_MAX = 20
export const DEADLINES_MAX = 6
export const DEADLINES_COUNTED = 30
export const RECENT_MAX = 6
