import { z } from 'zod'
import { FITS, type Match } from './match.ts'
import { SEARCHED_TYPES, type SearchedType } from './searched.ts'

/** As many as one answer holds: what is further down is found by one more letter. */
export const FOUND_MAX = 6

/** `GET /v1/search`: what is typed, and how many are wanted at most. */
export const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(FOUND_MAX).default(FOUND_MAX),
})

/** What was found, the best first. */
export interface SearchAnswer {
  readonly results: readonly Found[]
}

/** A record in its reader's language. */
export interface Found {
  readonly type: SearchedType
  readonly id: string
  /** The panel it leads to: a contact leads to their customer. */
  readonly opens: { readonly type: 'customer' | 'inquiry' | 'deal' | 'order'; readonly id: string }
  readonly title: string
  /** Null where there is nothing more to say that the reader may see. */
  readonly subtitle: string | null
  /** The name of the field that fits. */
  readonly why: string
}

/** A record that was found, before it is put in its place. */
export interface Ranked {
  readonly type: SearchedType
  readonly title: string
  /** Whether it is the reader's own. */
  readonly own: boolean
  readonly match: Match
}

/** What fits better comes first; of what fits alike, what is one's own; then customers before what is theirs, by name. */
export function byRank(a: Ranked, b: Ranked): number {
  return (
    FITS.indexOf(a.match.fit) - FITS.indexOf(b.match.fit) ||
    Number(b.own) - Number(a.own) ||
    SEARCHED_TYPES.indexOf(a.type) - SEARCHED_TYPES.indexOf(b.type) ||
    (a.title < b.title ? -1 : Number(a.title > b.title))
  )
}
