import type { Standing } from '#shared/access/standing.ts'
import type { Values } from '#shared/record/change.ts'
import type { TypeName } from '#shared/trade/index.ts'

/** A type of which a customer's panel shows the last ones, and how they are kept: see `worker/src/store/recent.ts`. */
interface Recent {
  /** What of a record is kept beside the customer. Of fields with a class each reader sees those of their classes. */
  readonly fields: readonly string[]
  /** Whose the records are, by the fields of the type itself. */
  readonly people: readonly string[]
  /** What stands the newest first; ms UTC or a number that grows. */
  readonly at: string
  /** Whose customer it is: said by the record, or by the deal that it is of. */
  readonly customer: 'own' | 'deal'
  /** As in the type's `belongs`: a record is as near as what it is part of. */
  readonly within: 'deal' | 'customer' | null
  /** States in which a record is out of date: the one that took its place is shown. */
  readonly gone?: readonly string[]
  /** How many are kept beside the customer, if not {@link KEPT_MAX}. */
  readonly kept?: number
}

/** What is recent with a customer, by type. The order is that of the sections by default. */
export const RECENT = {
  contact: {
    fields: [
      'full_name',
      'title',
      'department',
      'decision_role',
      'emails',
      'phones',
      'language',
      'timezone',
      'is_primary',
    ],
    people: [],
    at: 'is_primary',
    customer: 'own',
    within: 'customer',
    kept: 12,
  },
  inquiry: {
    fields: ['doc_no', 'subject', 'status', 'received_at', 'reply_by', 'currency', 'estimated_amount'],
    people: ['owner_id'],
    at: 'received_at',
    customer: 'own',
    within: null,
    gone: ['duplicate'],
  },
  quotation: {
    fields: ['doc_no', 'version_no', 'status', 'currency', 'total', 'valid_until', 'sent_at'],
    people: ['owner_id'],
    at: 'created_at',
    customer: 'deal',
    within: 'deal',
    gone: ['superseded'],
  },
  sample: {
    fields: [
      'doc_no',
      'status',
      'round',
      'description',
      'promised_ready',
      'dispatched_at',
      'delivered_at',
      'courier',
      'tracking_no',
    ],
    people: ['owner_id', 'merchandiser_id'],
    at: 'created_at',
    customer: 'deal',
    within: 'deal',
  },
  after_sales_case: {
    fields: [
      'doc_no',
      'status',
      'kind',
      'severity',
      'open',
      'opened_at',
      'currency',
      'claimed_amount',
      'claim_deadline',
    ],
    people: ['owner_id'],
    at: 'opened_at',
    customer: 'own',
    within: 'customer',
  },
  document: {
    fields: ['type', 'number', 'version_no', 'status', 'issued_on', 'expires_on'],
    people: [],
    at: 'created_at',
    customer: 'deal',
    within: 'deal',
    gone: ['superseded', 'void'],
  },
} as const satisfies Readonly<Partial<Record<TypeName, Recent>>>

export type RecentType = keyof typeof RECENT
export const RECENT_TYPES = Object.keys(RECENT) as readonly RecentType[]
export const isRecent = (type: TypeName): type is RecentType => Object.hasOwn(RECENT, type)
export const recentOf = (type: RecentType): Recent => RECENT[type]

/** How many of each type are kept beside the customer; of all of them how many there are. */
export const KEPT_MAX = 6

/** A record as the panel of its customer shows it. */
export interface RecentRecord {
  readonly id: string
  /** Field values by key; what the reader does not see is null. */
  readonly values: Values
  /** Of which deal it is, for whoever may see that. */
  readonly dealId: string | null
  readonly standing: Standing
  /** To its deal. */
  readonly dealStanding: Standing
}

/** What is recent of one type. */
export interface RecentList {
  readonly records: readonly RecentRecord[]
  /** How many there are; null for a reader who does not see all of them. */
  readonly count: number | null
  /** How the reader stands to every one of them, whosever it is. */
  readonly standing: Standing
}

export type Recents = Readonly<Record<RecentType, RecentList>>

/** A record as it is kept, with those whose it is: nobody's rights are known when it is written. */
export interface KeptRecord {
  readonly id: string
  readonly values: Values
  readonly people: readonly string[]
  /** For a type that lies in pools: the team; `''` for nobody's in no team, which is everybody's. */
  readonly team: string | null
  readonly deal: { readonly id: string; readonly people: readonly string[]; readonly team: string | null } | null
}

/** Of whom the reader stands how near, and in which team they are. */
export interface Nearness {
  readonly near: Readonly<Record<string, Standing>>
  readonly teamId: string | null
  /** The owners of the customer, and those who share it. */
  readonly owners: readonly string[]
  /** How they stand to the customer as a whole. */
  readonly customer: Standing
}
