import type { Target } from '../panel.ts'

/**
 * What a press on a card means. It goes through Gmail and comes back signed, and says all that the
 * Worker must know to answer: Gmail keeps nothing for us.
 */
export type Intent = Meaning & {
  /** The record whose panel the card shows; absent when it is the open mail's. */
  readonly about?: Target
  /** What part of a list the reader has turned to. */
  readonly see?: string
}

export type Meaning =
  /** Shows the card's panel anew, in its place; from a section on where the card was such a one. */
  | { readonly kind: 'panel'; readonly section?: string }
  /** Shows what of the panel did not fit, from a section on, on another card. */
  | { readonly kind: 'rest'; readonly section: string }
  /** Shows the whole of a section, from its nth widget on. */
  | { readonly kind: 'section'; readonly section: string; readonly from?: number }
  /** Shows the panel of a record. */
  | { readonly kind: 'record'; readonly target: Target }
  /** Turns to another part of a list, on the card that it was pressed on. */
  | { readonly kind: 'see'; readonly section: string; readonly see: string; readonly full?: true }
  /** Shows a form on a card of its own. */
  | ({ readonly kind: 'form' } & FormPlace)
  /** Does what a form says. */
  | ({
      readonly kind: 'submit'
      /** The fields that may be empty: Gmail does not send an empty one, so one that is missing was emptied. */
      readonly optional: readonly string[]
    } & FormPlace)

/** Where a form stands in a panel. */
export interface FormPlace {
  readonly section: string
  readonly action: string
  readonly target: Target
  /** It was pressed on the section's own card, where the reader wants to be afterwards. */
  readonly full?: true
}

/** What a card needs of the host that shows it. */
export interface Deck {
  /** Where Google sends every press: a full https address. */
  readonly actionUrl: string
  /** An opaque token for an intent, good for this reader and the open mail. */
  readonly sign: (intent: Intent) => Promise<string>
  readonly about?: Target
  readonly see?: string
  /** IANA; UTC when it is not told. */
  readonly timezone?: string
}

/** The one parameter of every press. */
export const TOKEN = 'token'
