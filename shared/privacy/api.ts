import { z } from 'zod'
import { ASKED_BY, BASES, PRIVACY_KINDS } from './request.ts'

const Traits = {
  addresses: z.array(z.string().max(320)).max(20).default([]),
  phones: z.array(z.string().max(40)).max(20).default([]),
  names: z.array(z.string().max(120)).max(20).default([]),
}

/** Who is looked for; `cursor` as the answer before gave it. */
export const PersonSearch = z.strictObject({ ...Traits, cursor: z.string().max(2_000).optional() })

/** A request about somebody's data. Contacts that have one of the addresses are theirs in any case. */
export const NewPrivacyRequest = z.strictObject({
  kind: z.enum(PRIVACY_KINDS),
  askedBy: z.enum(ASKED_BY),
  basis: z.enum(BASES),
  ...Traits,
  contactIds: z.array(z.string().max(26)).max(20).default([]),
})

/** Whose data may be taken up again, and by which new right. */
export const Allowance = z.strictObject({ addresses: Traits.addresses, phones: Traits.phones, basis: z.enum(BASES) })

/** One row about somebody. Of rows that are no record, `title` is null. */
export interface PersonFound {
  readonly place: string
  readonly label: string
  readonly id: string
  readonly title: string | null
  readonly traits: readonly string[]
  /** Why it would stay, in words. */
  readonly kept: string | null
}

export interface PersonSearchAnswer {
  readonly found: readonly PersonFound[]
  /** Null once everything was looked at. */
  readonly cursor: string | null
}

export interface PrivacyRequestAnswer {
  readonly id: string
  readonly kind: (typeof PRIVACY_KINDS)[number]
  readonly status: string
  readonly askedBy: string
  readonly basis: string
  readonly pseudonym: string
  /** ms UTC, as the others. */
  readonly receivedAt: number
  readonly dueAt: number
  readonly isLate: boolean
  readonly finishedAt: number | null
  /** Whether whoever asks may confirm it: it is ready, and somebody else asked for it. */
  readonly mayConfirm: boolean
  /** A copy lies there for whoever asks. */
  readonly hasFile: boolean
  /** Until when, ms UTC; null where none does. */
  readonly fileUntil: number | null
  /** Rows by where they lie. */
  readonly places: readonly { readonly label: string; readonly rows: number }[]
  /** What stays, and why. */
  readonly kept: readonly { readonly label: string; readonly rows: number; readonly why: string }[]
}
