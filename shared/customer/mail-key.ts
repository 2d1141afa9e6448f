import type { Message } from '#shared/api.ts'
import { isText } from '#shared/record/printable.ts'
import { normalisedAddress } from './address.ts'

/** The longest line of a header (RFC 5322, 2.1.1). */
const MESSAGE_ID_MAX = 998

/**
 * What a mail is known by: its Message-ID, or, for one that has none or one that cannot be kept, who sent
 * what when. The same mail opened by two people has the same key.
 */
export function mailKey({ messageId, from, sentAt, subject }: Message): string {
  if (messageId && isText(messageId, MESSAGE_ID_MAX)) return messageId
  const said = [normalisedAddress(from?.address) ?? '', sentAt ?? '', subject ?? ''].join(' ')
  const kept = said.replace(/[\0\r\n]+/g, ' ').slice(0, 500)
  return `no-id: ${kept.replace(/\p{Cs}/gu, '\ufffd')}`
}
