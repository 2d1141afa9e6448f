/** As much as a request may hold, in Chinese; whoever has more pastes it in parts. */
export const CHAT_MAX = 80_000

/** One message of an exported conversation. */
export interface ChatMessage {
  /** On the clock of the telephone that exported it: `2026-10-19T14:05:00`, without a zone. */
  readonly at: string
  readonly author: string
  readonly text: string
}

/** The order in which the numbers of a date stand. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export type ReadChat =
  | { readonly kind: 'read'; readonly messages: readonly ChatMessage[]; readonly order: DateOrder }
  /** Nothing in the text tells day from month: whoever pastes it has to. `example` is a date of it. */
  | { readonly kind: 'ambiguous'; readonly example: string }
  /** No conversation that we know the form of. */
  | { readonly kind: 'unknown' }

/** A line that begins a message, its date as it stands there. */
export interface Opening {
  readonly date: readonly [string, string, string] | 'today' | 'yesterday'
  readonly time: string
  /** Null where nobody wrote it: somebody joined, a number changed. */
  readonly author: string | null
  readonly text: string
}
