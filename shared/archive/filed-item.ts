import type { Address, Message } from '#shared/api.ts'
import { normalisedAddress } from '#shared/customer/address.ts'
import type { Parties } from '#shared/customer/parties.ts'
import type { Values } from '#shared/record/change.ts'
import { isText } from '#shared/record/printable.ts'
import type { Contact, Interaction } from '#shared/trade/index.ts'
import { itemKey } from './item-key.ts'
import { type MailPart, occurredAt, type ReadMail } from './mail.ts'

export interface Participant {
  readonly role: 'from' | 'to' | 'cc'
  readonly address: string
  readonly name?: string
  readonly contact_id?: string
}

/** `file_id` where the firm has its bytes. */
export type FiledPart = MailPart & { readonly file_id?: string }

/** What a mail says, as its timeline item has it; of a private one it lies apart. */
export interface FiledContent {
  readonly subject: string
  readonly snippet: string | null
  readonly participants: readonly Participant[]
  readonly attachments: readonly FiledPart[]
  readonly body_ref: string | null
}

/** A filed mail as somebody may see it, and who filed it. */
export interface FiledMail {
  readonly item: Interaction
  /** Null when nobody of the staff did. */
  readonly filer: string | null
}

/** What others read where the subject of a private mail would stand. */
const PRIVATE_SUBJECT = 'Private mail'

const [SUBJECT_MAX, PARTICIPANTS_MAX] = [500, 100]

/** Where and how a mail is filed. */
export interface Filing {
  readonly customerId: string
  readonly orderId: string | null
  /** A contact of that customer, who may have written it. */
  readonly contact: Contact | null
  readonly parties: Pick<Parties, 'fromUs' | 'addresses'>
  readonly isPrivate: boolean
  readonly how: NonNullable<Interaction['filed_how']>
  /** As the filer's mailbox calls the conversation. */
  readonly thread: string | null
  /** Of a private one, where somebody said why. */
  readonly reason?: string | null
  /** ISO 639-1. */
  readonly language?: string | null
  readonly filer: string
  /** ms UTC. */
  readonly now: number
}

/** The item of a mail. Of one that nobody could read there is what its headers tell. */
export function filedItem(
  mail: ReadMail | null,
  message: Message,
  content: FiledContent,
  { customerId, orderId, contact, parties, isPrivate, how, thread, reason = null, language = null, filer, now }: Filing,
): Values {
  const isTheirs = contact !== null && isAmong(contact, parties.addresses)
  return {
    kind: 'mail',
    direction: parties.fromUs ? (parties.addresses.length > 0 ? 'out' : 'internal') : 'in',
    occurred_at: occurredAt(message.sentAt, mail?.receivedAt ?? null, now),
    customer_id: customerId,
    contact_id: isTheirs && !isPrivate ? contact.id : null,
    order_id: orderId,
    ...(isPrivate ? NOTHING : content),
    message_id: itemKey(message, mail?.contentHash ?? ''),
    content_hash: mail?.contentHash ?? null,
    in_reply_to: mail?.inReplyTo ?? message.inReplyTo ?? null,
    reference_ids: referencesOf(message),
    language: isPrivate ? null : language,
    provider_thread: thread !== null && isText(thread, 1000) ? thread : null,
    filed_by: filer,
    filed_how: how,
    visibility: isPrivate ? 'private' : 'team',
    private_reason: isPrivate ? reason : null,
  }
}

/** Of a long thread its first mail and the last ones: by those it is found. */
function referencesOf({ references }: Message): string[] | null {
  const known = (references ?? []).filter((one) => isText(one, 998))
  const kept = known.length > REFERENCES_MAX ? [...known.slice(0, 1), ...known.slice(1 - REFERENCES_MAX)] : known
  return kept.length > 0 ? kept : null
}

const REFERENCES_MAX = 20

const NOTHING = { subject: PRIVATE_SUBJECT, snippet: null, participants: null, attachments: null, body_ref: null }

/** What of a mail is kept. `files` are those of its parts that are. */
export function filedContent(
  message: Message,
  files: readonly FiledPart[],
  { snippet, bodyRef, contact }: { snippet: string | null; bodyRef: string | null; contact: Contact | null },
): FiledContent {
  return {
    subject: oneLine(message.subject ?? '', SUBJECT_MAX) || '(no subject)',
    snippet,
    participants: participantsOf(message, contact),
    attachments: files,
    body_ref: bodyRef,
  }
}

function participantsOf({ from, to, cc }: Message, contact: Contact | null): Participant[] {
  const named = (role: Participant['role'], people: readonly Address[]): Participant[] =>
    people.flatMap(({ name, address }) => {
      const plain = normalisedAddress(address)
      if (plain === null || !isText(plain, 320)) return []
      const shown = oneLine(name ?? '', 200)
      const isContact = contact !== null && isAmong(contact, [plain])
      return { role, address: plain, ...(shown && { name: shown }), ...(isContact && { contact_id: contact.id }) }
    })
  const all = [...named('from', from ? [from] : []), ...named('to', to ?? []), ...named('cc', cc ?? [])]
  return all.slice(0, PARTICIPANTS_MAX)
}

const isAmong = ({ emails }: Contact, addresses: readonly string[]): boolean =>
  (emails ?? []).some((email) => addresses.includes(normalisedAddress(email) ?? ''))

/** At most so many UTF-16 units, and never half a letter. */
const oneLine = (text: string, max: number): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')
