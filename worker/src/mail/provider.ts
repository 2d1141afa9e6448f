/** A mail as it is to leave: whole, in plain text. */
export interface OutgoingMail {
  /** Which mail it is: equal for equal mails, and for no others. */
  readonly key: string
  /** Addresses. */
  readonly to: readonly string[]
  /** One line. */
  readonly subject: string
  readonly text: string
  /** Besides those that follow from the above, by name. */
  readonly headers: Readonly<Record<string, string>>
  /** ms UTC. */
  readonly at: number
  /** An earlier attempt at this very mail has no known end: it may have left already. */
  readonly again: boolean
}

/** What became of a mail at the provider. `why` is a word for programs, and names nobody. */
export type Delivery =
  | { readonly kind: 'accepted' }
  /** Never: the address is none, the mail is too large. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It surely did not leave: too many requests, or out of order for a while. Not before `afterMs`. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly why: string }
  /** It may have left, and nothing can tell. */
  | { readonly kind: 'uncertain'; readonly why: string }

/**
 * Where mails leave. Nobody may get one twice, and each provider has its own way to that: one can be asked for a key
 * and says what it has; one makes a draft first and finds it, or its sent copy, again; one can tell nothing, and answers
 * `uncertain` to any mail that comes `again`. What is uncertain is never sent again by itself: it is shown to a
 * person. What a provider throws counts as uncertain, and so does half
 * a minute without an answer.
 */
export interface MailProvider {
  deliver(mail: OutgoingMail): Promise<Delivery>
}
