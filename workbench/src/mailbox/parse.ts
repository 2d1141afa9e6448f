import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import type { MailAddress, MailAttachment, MailSource, WorkbenchMail } from './mail.ts'
import { plainText } from './plain-text.ts'
import { sentAtOf } from './sent-at.ts'

/** Reads a mail. Whatever a mail lacks is null or empty; no mail is so broken that it cannot be listed. */
export async function parseMail({ id, raw, folder }: MailSource): Promise<WorkbenchMail> {
  const mail = await PostalMime.parse(raw).catch(() => unreadable(raw))
  const messageId = mail.messageId?.trim() || null
  const references = messageIds(mail.references)
  return {
    id,
    folder,
    from: mailAddresses([mail.from])[0] ?? null,
    to: mailAddresses(mail.to),
    cc: mailAddresses(mail.cc),
    replyTo: mailAddresses(mail.replyTo),
    subject: mail.subject?.trim() ?? '',
    sentAt: sentAtOf(mail.headers.find(({ key }) => key === 'date')?.value),
    messageId,
    inReplyTo: messageIds(mail.inReplyTo)[0] ?? null,
    references,
    conversationId: references[0] ?? messageId,
    text: mail.text ?? (await plainText(mail.html ?? '')),
    html: mail.html ?? null,
    attachments: mail.attachments.map(attachmentOf),
  }
}

/** All of them, newest first; those without a date come last. */
export async function parseMails(mails: readonly MailSource[]): Promise<WorkbenchMail[]> {
  const parsed = await Promise.all(mails.map(parseMail))
  return parsed.sort((one, other) => instantOf(other) - instantOf(one))
}

const instantOf = ({ sentAt }: WorkbenchMail): number => (sentAt ? Date.parse(sentAt) : Number.MIN_SAFE_INTEGER)

/** A mail past the limits of the parser (nested too deep, headers too long) is shown as it came. */
const unreadable = (raw: Uint8Array): Email => ({
  headers: [],
  headerLines: [],
  attachments: [],
  text: new TextDecoder().decode(raw),
})

/** Groups give their members; a name without an address is nobody that could be written to. */
function mailAddresses(addresses: readonly (Address | undefined)[] = []): MailAddress[] {
  return addresses
    .flatMap((entry) => entry?.group ?? entry ?? [])
    .flatMap(({ name, address }) => (address ? { name, address } : []))
}

const messageIds = (header = ''): string[] => header.match(/<[^<>\s]+>/g) ?? []

function attachmentOf({ filename, mimeType, content }: Attachment): MailAttachment {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content).length : content.byteLength
  return { name: filename ?? mimeType, mime: mimeType, bytes }
}
