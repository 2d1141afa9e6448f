/** Which mails the firm wants filed by themselves. */
export interface FilingRules {
  /** Those of a conversation of which a mail is filed. */
  readonly threads: boolean
  /** Those that answer in a conversation for which the pane wrote a letter. */
  readonly replies: boolean
}

/** What is known of the conversation that a mail is of. */
export interface Trail {
  /** With whom mails of it are filed. */
  readonly customers: readonly string[]
  readonly hasPrivate: boolean
  /** For whom the pane wrote a letter in it. */
  readonly replied: readonly string[]
  /** Somebody took this very mail out. */
  readonly refused: boolean
}

/** The open mail: whose it is by everything that tells, and what bears on filing it. */
export interface ToFile {
  readonly customerId: string
  /** One of ours wrote it. */
  readonly fromUs: boolean
  /** There is something to beware of about it. */
  readonly warned: boolean
}

/**
 * Whether a mail is filed without being told to: only with the customer that it is matched to and that its whole conversation is
 * filed with, never where a mail of that is private, never what somebody took out, and never what may be a fraud.
 */
export function filesByItself(rules: FilingRules, trail: Trail, { customerId, fromUs, warned }: ToFile): boolean {
  if (trail.refused || trail.hasPrivate || warned) return false
  if (trail.customers.some((one) => one !== customerId)) return false
  const goesOn = rules.threads && trail.customers.length > 0
  const answers = rules.replies && fromUs && trail.replied.includes(customerId)
  return goesOn || answers
}
