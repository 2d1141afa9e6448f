import type { FieldClass } from '#shared/record/field.ts'
import type { TypeName } from '#shared/trade/index.ts'

/**
 * What can be done with records. `execute` is carrying out what was agreed: the dates and results of an
 * order's execution, not its prices. `claim`, `assign` and `share` change whose a record is.
 */
export const VERBS = ['view', 'create', 'edit', 'execute', 'claim', 'assign', 'share'] as const
export type Verb = (typeof VERBS)[number]

/**
 * How far a grant reaches: one's own records; those and the customers of the orders one works on; those of one's
 * team; of everybody below one; of the whole firm.
 */
export const SCOPES = ['own', 'involved', 'team', 'subtree', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** What a post allows: what may be done with which type of record and how far, and the classes of fields it sees. */
export interface Post {
  readonly grants: Readonly<Partial<Record<TypeName, Grants>>>
  readonly sees: readonly FieldClass[]
  /** What else falls to it. */
  readonly duties?: readonly Duty[]
}

/** Work that is no record's: looking after the data of people, wherever in the firm it lies. */
export type Duty = 'privacy'

/** Absent means not at all. */
export type Grants = Readonly<Partial<Record<Verb, Scope>>>
