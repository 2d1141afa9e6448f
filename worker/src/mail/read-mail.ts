import PostalMime, { type Attachment } from 'postal-mime'
import { wordsOf } from '#shared/archive/beginning.ts'
import { contentOf, type MailPart, type ReadMail } from '#shared/archive/mail.ts'
import { sha256 } from '../sha256.ts'
import { readHeaders } from './headers.ts'
import { type Cut, outlineOf } from './outline.ts'
import { partBytes } from './part-bytes.ts'

/** A mail as it is read, with the way to the bytes of its parts: they are decoded one after another, never together. */
export interface OpenedMail extends ReadMail {
  readonly bytesOf: (part: MailPart) => Uint8Array<ArrayBuffer>
}

/** How many files of a mail are told apart; what is beyond is in the whole mail alone. */
const FILES_MAX = 50

/** Reads a mail (RFC 5322, MIME). Null for what is none: nobody wrote it, or it says neither when nor what about. */
export async function readMail(raw: Uint8Array<ArrayBuffer>): Promise<OpenedMail | null> {
  const outline = outlineOf(raw)
  const parsed = await PostalMime.parse(outline.bytes, { forceRfc822Attachments: true }).catch(() => null)
  if (!parsed) return null
  const message = readHeaders(parsed.headers.map(({ key, value }) => ({ name: key, value })))
  const says = (name: string) => parsed.headers.some(({ key }) => key === name)
  if (!message.from || !['date', 'message-id', 'subject', 'received'].some(says)) return null

  const places = new Map<MailPart, Cut>()
  const [attachments, pictures]: [MailPart[], (MailPart & { contentId: string })[]] = [[], []]
  for (const one of parsed.attachments) {
    const cut = outline.cuts.get(markOf(one))
    if (!cut || places.size >= FILES_MAX) continue
    const bytes = partBytes(raw, cut)
    const part = {
      name: nameOf(one, places.size),
      mime: mimeOf(one),
      bytes: bytes.length,
      sha256: await sha256(bytes),
    }
    const contentId = one.contentId?.replace(/^<|>$/g, '')
    const isPicture = contentId !== undefined && one.disposition !== 'attachment' && part.mime.startsWith('image/')
    const kept = isPicture ? { ...part, contentId } : part
    if ('contentId' in kept) pictures.push(kept)
    else attachments.push(kept)
    places.set(kept, cut)
  }
  const text = parsed.text ?? wordsOf(parsed.html ?? '')
  const [inReplyTo = null] = /<[^<>\s]+>/.exec(parsed.inReplyTo ?? '') ?? []
  return {
    message,
    inReplyTo: inReplyTo !== null && inReplyTo.length <= 998 ? inReplyTo : null,
    receivedAt: receivedAt(parsed.headers.find(({ key }) => key === 'received')?.value),
    text,
    html: parsed.html ?? null,
    attachments,
    pictures,
    contentHash: await sha256(contentOf(message, text, [...attachments, ...pictures])),
    bytesOf(part) {
      const cut = places.get(part)
      if (!cut) throw new Error('no part of this mail')
      return partBytes(raw, cut)
    },
  }
}

/** The mark that stands where the part was; a calendar's is given as a text. */
function markOf({ content }: Attachment): string {
  return (typeof content === 'string' ? content : new TextDecoder().decode(content)).trim()
}

const NAME_MAX = 200

/** A name that can be stored, shown and saved; one that is none gets a number. */
function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const name = (filename ?? '').replace(/[\p{Cc}\p{Cs}\p{Cf}/\\]+/gu, '_').trim()
  if (name !== '') return [...name].slice(-NAME_MAX).join('')
  return mimeType === 'message/rfc822' ? `${index + 1}.eml` : `${index + 1}`
}

const mimeOf = ({ mimeType }: Attachment): string =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(mimeType) ? mimeType : 'application/octet-stream'

/** `Received:` ends with when, after its last semicolon (RFC 5321, 4.4). */
function receivedAt(received: string | undefined): number | null {
  const at = Date.parse(received?.slice(received.lastIndexOf(';') + 1) ?? '')
  return Number.isNaN(at) ? null : at
}
