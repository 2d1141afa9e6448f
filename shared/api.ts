import { z } from 'zod'
import { SEE } from './customer/list-page.ts'
import type { Panel, Section } from './panel/panel.ts'

/**
 * What hosts and Worker say to each other. The Worker validates with these schemas and makes
 * `/openapi.json` from them; hosts import the types alone, so that no validator reaches a pane.
 */

/** Where a request comes from; kept in the history as the surface of a change. */
export const HOSTS = ['outlook', 'gmail', 'sheets', 'desk', 'api'] as const
export const Host = z.enum(HOSTS)
export type Host = z.infer<typeof Host>

/** Longer than any address or subject that a mail server would pass on, short enough to refuse a flood. */
export const ADDRESS_MAX = 1_000
export const SUBJECT_MAX = 20_000
export const RECIPIENTS_MAX = 500
/** Of a longer thread the first and the last are sent. */
export const REFERENCES_MAX = 100

export const Address = z.strictObject({
  name: z.string().max(ADDRESS_MAX).nullish(),
  address: z.string().max(ADDRESS_MAX),
})
export type Address = z.infer<typeof Address>

/** As much of a mail's text as is read: beyond it nobody asks for goods. Its HTML may be longer, for most of that is how it looks. */
const LETTER_MAX = 30_000
const LETTER_HTML_MAX = 120_000
/** Of a sheet, in base64: a call has room for so much beside the letter. */
const LIST_MAX = 60_000

/** What stands in the open mail, as far as its host gives it: the text as HTML or plain, what its files are called, and what stands in sheets among them. */
export const Letter = z.strictObject({
  html: z.string().max(LETTER_HTML_MAX).nullish(),
  text: z.string().max(LETTER_MAX).nullish(),
  attachments: z
    .array(
      z.strictObject({
        name: z.string().max(ADDRESS_MAX),
        inline: z.boolean(),
        /** The bytes in base64, of a sheet (CSV, XLSX) that is small enough; it is read and not kept. */
        content: z.string().max(LIST_MAX).nullish(),
      }),
    )
    .max(50)
    .nullish(),
})
export type Letter = z.infer<typeof Letter>

/** The open mail, as its headers tell. A mail may lack any of them. */
export const Message = z.strictObject({
  messageId: z.string().max(ADDRESS_MAX).nullish(),
  conversationId: z.string().max(ADDRESS_MAX).nullish(),
  from: Address.nullish(),
  to: z.array(Address).max(RECIPIENTS_MAX).nullish(),
  cc: z.array(Address).max(RECIPIENTS_MAX).nullish(),
  subject: z.string().max(SUBJECT_MAX).nullish(),
  /** RFC 3339. */
  sentAt: z.iso.datetime({ offset: true }).nullish(),
  /** Where answers are asked to go, if that is said. */
  replyTo: z.array(Address).max(RECIPIENTS_MAX).nullish(),
  /** Message-IDs of the mail that this one answers, and of those before it in the thread, the first first (RFC 5322, 3.6.4). */
  inReplyTo: z.string().max(ADDRESS_MAX).nullish(),
  references: z.array(z.string().max(ADDRESS_MAX)).max(REFERENCES_MAX).nullish(),
  /** Who wrote what the sender forwards. */
  forwarded: Address.nullish(),
  /** Sent only where the panel says that it `reads`. It is read and not kept. */
  letter: Letter.nullish(),
})
export type Message = z.infer<typeof Message>

/** Which part of a list the reader has turned to, as a `turns` widget said it: `call.1760000000000.01K…` of the timeline, or which list of a customer's: `list.quotations`. */
const See = z.string().max(60).regex(SEE)

const Have = z.record(z.string().max(60), z.string().max(60))
const Render = z.enum(['json', 'html'])

/** The record a panel is asked for. */
export const RecordRef = z.strictObject({ type: z.enum(['customer', 'order', 'inquiry', 'deal']), id: z.ulid() })
export type RecordRef = z.infer<typeof RecordRef>

export const PanelRequest = z.strictObject({
  host: Host.default('api'),
  message: Message.optional(),
  record: RecordRef.optional(),
  /** `html` gives each section drawn; only with `Accept: application/json`. */
  render: Render.default('json'),
  /** Sections the asker already has, by key and etag: those come without content. */
  have: Have.optional(),
  see: See.optional(),
})
export type PanelRequest = z.infer<typeof PanelRequest>
/** As a caller writes it: what has a default may be left out. */
export type PanelAsk = z.input<typeof PanelRequest>

export const ActionRequest = z.strictObject({
  target: z.strictObject({
    type: z.string().max(40),
    id: z.string().max(60),
    version: z.int().min(1).optional(),
  }),
  input: z.record(z.string().max(60), z.unknown()).default({}),
  host: Host.default('api'),
  /** The mail beside which it was done: the answer's sections are of the panel for this mail. */
  message: Message.optional(),
  render: Render.default('json'),
  have: Have.optional(),
  see: See.optional(),
})
export type ActionRequest = z.infer<typeof ActionRequest>
export type ActionAsk = z.input<typeof ActionRequest>

/** A section of an answer: its content drawn or as data, whichever was asked for. */
export type SectionAnswer = { readonly key: string; readonly etag: string } & (
  | { readonly html: string }
  | Omit<Section, 'key'>
)

export interface PanelAnswer extends Omit<Panel, 'sections'> {
  /** Every section's key, in the order they are shown. */
  readonly order: readonly string[]
  /** The sections whose etag differs from what the asker has. */
  readonly sections: readonly SectionAnswer[]
}

/** `GET /v1/{plural}/{id}/events`: what a record went through, newest first, in the reader's language. */
export interface HistoryAnswer {
  /** What it is and how it is called; without a name for who may not see that. */
  readonly record: { readonly label: string; readonly title: string | null }
  readonly events: readonly HistoryEvent[]
  /** Older changes are those `before` this version; null when there are none. */
  readonly next: number | null
}

export interface HistoryEvent {
  readonly version: number
  readonly action: string
  /** What was done. */
  readonly title: string
  /** ms UTC. */
  readonly at: number
  /** On the firm's clock. */
  readonly atText: string
  readonly actor: string
  /** Null when nobody of the staff did it. */
  readonly actorName: string | null
  /** For whom they stood in, by name; null for who did it by themselves. */
  readonly onBehalfOf: string | null
  readonly surface: string
  readonly surfaceText: string
  readonly changes: readonly HistoryChange[]
}

/** A field's value before and after, as it is stored and as a person reads it; a text is null where there was nothing. */
export interface HistoryChange {
  readonly field: string
  readonly old?: unknown
  readonly new: unknown
  readonly label: string
  readonly oldText: string | null
  readonly newText: string | null
}

export interface Problem {
  /** Where: a field's key, or a path such as `message.from.address`. */
  readonly field: string
  readonly code: string
  readonly message: string
  /** In an expression: line and column from 1, the rest in UTF-16 code units from 0. */
  readonly place?: { readonly offset: number; readonly length: number; readonly line: number; readonly column: number }
}

/** What every error answers (RFC 9457). */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly requestId: string
  readonly detail?: string
  readonly problems?: readonly Problem[]
}

/** The answer of an action. `conflict` and `rejected` come as problem details with these members added. */
export interface ActionAnswer extends PanelAnswer {
  readonly outcome: 'saved' | 'conflict' | 'rejected'
  /** The record after the action. */
  readonly record?: { readonly type: string; readonly id: string; readonly version: number }
  readonly problems?: readonly Problem[]
  /** On conflict: the target as it is now. */
  readonly current?: Readonly<Record<string, unknown>>
}

/** The answer of an action that writes a text for the reader to send. */
export interface ReplyAnswer {
  readonly outcome: 'written'
  readonly reply: Reply
  /** What there is now, where files were stored that go with it. Without it the panel stays as it is. */
  readonly panel?: PanelAnswer
}

/** A letter to a buyer, in their language. */
export interface Reply {
  /** BCP 47. */
  readonly language: string
  readonly subject: string
  readonly text: string
  /** The same as a fragment of HTML. */
  readonly html: string
  /** Whether the open mail is its buyer's: then it may go into the reply to it. */
  readonly fits: boolean
  /** What the sender should look at before sending, in the sender's language. */
  readonly heed?: string
  /** Files that go with it. */
  readonly attachments?: readonly Attachment[]
}

/** A stored file that goes with a letter. */
export interface Attachment {
  /** As for `GET /v1/files/{id}`. */
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly sha256: string
  /** Opens it for whoever asked, for two minutes. */
  readonly url: string
}
