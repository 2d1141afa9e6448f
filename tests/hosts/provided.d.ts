/** What the tests in workerd are told of the servers outside. */
export interface ProvidedGmail {
  readonly url: string
  /** The server of `gmail-faults.ts`. */
  readonly faults: string
  /** What is in every mailbox, as it came: RFC 5322 in base64. */
  readonly mails: readonly { readonly id: string; readonly raw: string }[]
  /** Two people's: the access token, and Gmail's ids by the mails' own. */
  readonly mailboxes: readonly { readonly token: string; readonly ids: Readonly<Record<string, string>> }[]
}

/** What an issuer gave to one person. */
export interface Issued {
  /** Where its keys are published. */
  readonly keys: string
  readonly idToken: string
  readonly accessToken: string
}

export interface ProvidedIdentity {
  /** The server of `key-server.ts`. */
  readonly keyServer: string
  readonly entra: Issued
  readonly google: Issued
}

declare module 'vitest' {
  interface ProvidedContext {
    gmail: ProvidedGmail
    identity: ProvidedIdentity
  }
}
