import { unzipSync } from 'fflate'
import { wordsOf } from '#shared/archive/beginning.ts'
import { readMail } from '../mail/read-mail.ts'

/** Deeper than mails forwarded in mails forwarded nobody looks. */
const DEPTH_MAX = 4
/** A part of an archive that is larger when unpacked is not searched. */
const UNPACKED_MAX = 30 * 1024 * 1024

const ARCHIVE = /zip|officedocument|opendocument/
const TEXT = /^text\/|json|xml|csv|javascript|svg|x-www-form/

/** Everything that can be read in a file, also in files within it; null where its inside cannot be searched. */
export async function textsOf(mime: string, bytes: Uint8Array<ArrayBuffer>, depth = 0): Promise<string[] | null> {
  if (depth > DEPTH_MAX) return null
  if (/^message\/|\.eml$/i.test(mime)) return mailTexts(bytes, depth)
  if (ARCHIVE.test(mime) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return archiveTexts(bytes)
  return TEXT.test(mime) ? [decoded(bytes)] : null
}

async function mailTexts(raw: Uint8Array<ArrayBuffer>, depth: number): Promise<string[] | null> {
  const mail = await readMail(raw)
  if (!mail) return [decoded(raw)]
  const { from, to, cc, subject, messageId } = mail.message
  const people = [...(from ? [from] : []), ...(to ?? []), ...(cc ?? [])]
  const texts = [
    ...people.flatMap(({ name, address }) => [name ?? '', address]),
    subject ?? '',
    messageId ?? '',
    mail.text,
    mail.html === null ? '' : `${mail.html} ${wordsOf(mail.html)}`,
    // Headers that nobody shows: Reply-To, Sender, Disposition-Notification-To.
    decoded(raw.subarray(0, 64 * 1024)).split(/\r?\n\r?\n/)[0] ?? '',
  ]
  for (const part of [...mail.attachments, ...mail.pictures]) {
    texts.push(part.name)
    texts.push(...((await textsOf(part.mime, mail.bytesOf(part), depth + 1)) ?? []))
  }
  return texts
}

/** The words of an office file stand in its parts of XML, cut into pieces by markup. */
function archiveTexts(bytes: Uint8Array): string[] | null {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        originalSize <= UNPACKED_MAX && /\.(xml|rels|json|html?|txt|csv|eml)$/i.test(name),
    })
    return Object.entries(parts).flatMap(([name, part]) => {
      const text = decoded(part)
      return [name, text, text.replace(/<[^>]*>/g, '')]
    })
  } catch {
    return null
  }
}

/** As UTF-8, or where it is none as what Chinese programs write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
