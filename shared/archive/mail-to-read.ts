import type { FiledPart, Participant } from './filed-item.ts'

/** `GET /v1/mails/{id}`: a filed mail as its reader may see it. */
export interface MailToRead {
  readonly id: string
  /** Null of a private mail of somebody else: that it is there is all that is told. */
  readonly subject: string | null
  /** ms UTC. */
  readonly occurred_at: number
  /** Null for a reader who does not see the customer. */
  readonly customer: { readonly id: string; readonly name: string } | null
  readonly participants: readonly Participant[]
  readonly attachments: readonly FiledPart[]
  readonly filed_by_name: string | null
  /** ms UTC. */
  readonly filed_at: number
  readonly filed_how: 'manual' | 'rule' | 'plugin_auto' | null
  readonly visibility: 'team' | 'private'
  /** How much of it there is to read: the firm says how much is kept. */
  readonly kept: 'metadata' | 'snippet' | 'full'
  readonly body: MailBody | null
  /** The body was longer than what is given. */
  readonly shortened: boolean
}

export type MailBody =
  | { readonly kind: 'text'; readonly text: string }
  /** As it came; whoever shows it cleans it. `pictures` are those of the mail itself as `data:`, by Content-ID. */
  | { readonly kind: 'html'; readonly html: string; readonly pictures: Readonly<Record<string, string>> }
