import type { Customer, Deal, PaymentTerm } from '#shared/trade/index.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { LastPrice } from './last-price.ts'
import type { RecordOfPart } from './part-records.ts'
import type { PartName } from './parts.ts'

/** A deal with everything that belongs to it, as the road keeps it, and the definitions that it runs by. */
export interface DealFile extends Superiors {
  readonly deal: Deal
  /** Rises with every write to anything of the deal: what was decided on an older one is decided anew. */
  readonly revision: number
  readonly parts: DealParts
  /** What expressions may ask of the customer. Null for an unknown sender. */
  readonly customer: Customer | null
  /** Names of the members of staff that its records name, by id. */
  readonly people: Readonly<Record<string, string>>
  /** Who may be given the deal to follow; nobody when somebody follows it. At most {@link FOLLOWERS_MAX}. */
  readonly followers: readonly Follower[]
  /** The payment terms that the firm uses, by code; at most {@link TERMS_MAX}. */
  readonly terms: readonly PaymentTerm[]
  /** What this buyer paid last for what, the newest first. */
  readonly lastPrices: readonly LastPrice[]
  /** When this buyer ordered last, under any deal: `YYYY-MM-DD`. */
  readonly lastOrderDate: string | null
  /** Null when the definition that it runs by names what is there no more, as a field that the firm has dropped. */
  readonly road: Workflow | null
  /** The way of its records of a type. */
  readonly way: (type: WayType) => Workflow
  /** Its reader works on something of it, and is told how far the deal is and nothing else of it. */
  readonly unseen?: true
  /** Of a file as somebody may see it: all of it. What can be done is decided of that. */
  readonly whole?: DealFile
}

/** The superiors of whoever looks, the nearest first, and who stands in above the top. */
export interface Superiors {
  readonly above: readonly string[]
  readonly fallbackId: string | null
}

/** Each type's newest first. */
export type DealParts = { readonly [P in PartName]: readonly RecordOfPart<P>[] }

export const TERMS_MAX = 12

export const FOLLOWERS_MAX = 12

export interface Follower {
  readonly id: string
  /** The name that buyers know. */
  readonly alias: string
}
