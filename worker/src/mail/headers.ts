import { addressParser, decodeWords } from 'postal-mime'
import { ADDRESS_MAX, type Address, type Message, RECIPIENTS_MAX, REFERENCES_MAX, SUBJECT_MAX } from '#shared/api.ts'

/** A header as it came (RFC 5322, RFC 2047) or already decoded: providers do either. */
export interface Header {
  readonly name: string
  readonly value: string
}

/**
 * What the headers of a mail say. What is missing or broken is null or left out, and what is longer than a
 * {@link Message} may be is cut: there is no mail that cannot be looked up.
 */
export function readHeaders(headers: readonly Header[]): Message {
  const valuesOf = (name: string) =>
    headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value)
  const [from = ''] = valuesOf('from')
  const [messageId] = valuesOf('message-id')
  const [subject] = valuesOf('subject')
  const [date = ''] = valuesOf('date')
  return {
    // The beginning of an id would be another mail's.
    messageId: messageId && messageId.length <= ADDRESS_MAX ? messageId : null,
    from: addressesOf(from)[0] ?? null,
    to: addressesOf(valuesOf('to').join(', ')),
    cc: addressesOf(valuesOf('cc').join(', ')),
    subject: subject === undefined ? null : cut(decodeWords(subject.slice(0, HEADER_MAX)), SUBJECT_MAX),
    sentAt: instantOf(Date.parse(date)),
    replyTo: addressesOf(valuesOf('reply-to').join(', ')),
    inReplyTo: idsIn(valuesOf('in-reply-to').join(' '))[0] ?? null,
    references: shortened(idsIn(valuesOf('references').join(' '))),
  }
}

/** Message-IDs as they stand in a header (RFC 5322, 3.6.4), whatever else people write between them. */
const idsIn = (value: string): string[] =>
  (value.slice(0, HEADER_MAX).match(/<[^<>\s]+>/g) ?? []).filter((id) => id.length <= ADDRESS_MAX)

/** The first of a long thread, and the last. */
const shortened = (ids: string[]): string[] =>
  ids.length <= REFERENCES_MAX ? ids : [...ids.slice(0, 1), ...ids.slice(1 - REFERENCES_MAX)]

/** RFC 3339 in UTC; null for what is no instant, or in a year of more than four digits. */
export function instantOf(ms: number): string | null {
  const date = new Date(ms)
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString()
  return /^\d{4}-/.test(iso) ? iso : null
}

/** Five hundred people with their names are found in so many characters, and no header can take a second to parse. */
const HEADER_MAX = 64 * 1024

/** Groups give their members; a name without an address is nobody that could be looked up. */
function addressesOf(list: string): Address[] {
  return addressParser(whole(list), { flatten: true })
    .flatMap(({ name, address }) =>
      address && address.length <= ADDRESS_MAX ? { name: cut(name, ADDRESS_MAX) || null, address } : [],
    )
    .slice(0, RECIPIENTS_MAX)
}

/** The addresses that are whole within the limit: half an address would be somebody else's. */
function whole(list: string): string {
  return list.length <= HEADER_MAX ? list : list.slice(0, Math.max(0, list.lastIndexOf(',', HEADER_MAX)))
}

/** Never through the middle of a letter. */
const cut = (text: string, max: number): string =>
  text
    .trim()
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')
