/** Which mail it is: of which occurrence of which clock, for which level, to whom. */
export interface MailIdentity {
  readonly tenantId: string
  readonly rule: string
  readonly recordId: string
  /** ms UTC. */
  readonly startedAt: number
  readonly level: number
  readonly userId: string
}

/**
 * The same key for the same mail, over restarts, releases and clocks, and for no other. Made of letters, digits and dots,
 * so that it stands in a Message-ID as it is; it names nobody but by id.
 */
export const mailKey = ({ tenantId, rule, recordId, startedAt, level, userId }: MailIdentity): string =>
  [tenantId, rule.replaceAll(':', '.'), recordId, startedAt, level, userId].join('.')
