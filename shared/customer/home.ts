import type { Standing } from '#shared/access/standing.ts'
import type { Agreed } from '#shared/order/execution.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Inquiry, Order, Task } from '#shared/trade/index.ts'
import type { OpenRequest } from './open-request.ts'

/** What a person finds while no mail is open. Every list is bounded, and says so where it is full. */
export interface Home {
  /** Unclaimed ones that were given to them, the longest waiting; at most {@link GIVEN_MAX}. */
  readonly given: readonly Inquiry[]
  /** Unclaimed ones of nobody, in their team's pool or in none, the longest waiting; at most {@link POOLED_MAX}. */
  readonly pooled: readonly Inquiry[]
  /** Colleagues who ask for a customer of theirs, or of somebody below them, the longest waiting; at most {@link ASKED_MAX}. */
  readonly requests: readonly AskedRequest[]
  /** What colleagues and rules ask of them, what is due first before the rest; at most {@link TASKS_MAX}. */
  readonly tasks: readonly ToDo[]
  /** Customers of theirs whose last word is a mail that nobody has answered; at most {@link MAILS_MAX}. */
  readonly mails: readonly WaitingMail[]
  /**
   * Open orders that they own or follow, whose next step was to be done by today, the latest first; at most
   * {@link DEADLINES_MAX}.
   */
  readonly deadlines: readonly DueOrder[]
  /** Unpaid deposits of those orders: the first step depends on whether there is one. */
  readonly deposits: readonly Agreed[]
  /** How many such orders there are, counted up to {@link DEADLINES_COUNTED}. */
  readonly deadlineCount: number
  /** The last first; at most {@link RECENT_MAX}. */
  readonly recent: readonly Opened[]
  /** Absent where nobody looks, as in a mail. */
  readonly leave?: { readonly own: OwnLeave }
}

/** The reader's leave, where one goes on or is to come: its days are null where there is none. */
export interface OwnLeave {
  readonly id: string
  readonly version: number
  readonly away_from: CivilDate | null
  readonly away_to: CivilDate | null
  /** Who stands in meanwhile, by name. */
  readonly deputy: string | null
  /** They are away for some of the time as well. */
  readonly deputyAway: boolean
}

/** Something that one person is to do. */
export type ToDo = Pick<Task, 'id' | 'title' | 'due_at' | 'deal_id'>

/** With how the reader stands to the customer. */
export type AskedRequest = OpenRequest & {
  readonly customer: { readonly id: string; readonly name: string }
  readonly standing: Standing
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

/** The customer's name is null for a reader who may not see the customer. */
export type DueOrder = Order & { readonly customer_name: string | null }

/** A record the person had open. */
export type Opened =
  | ({ readonly type: 'customer' } & Place)
  | ({ readonly type: 'order' } & Pick<DueOrder, 'id' | 'doc_no' | 'exec_status' | 'customer_name'>)

export const ASKED_MAX = 3
export const TASKS_MAX = 3
export const GIVEN_MAX = 6
export const POOLED_MAX = 10
export const MAILS_MAX = 8
export const DEADLINES_MAX = 6
export const DEADLINES_COUNTED = 12
export const RECENT_MAX = 6
