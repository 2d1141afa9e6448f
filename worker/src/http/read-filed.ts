import type { FiledPart, Participant } from '#shared/archive/filed-item.ts'
import type { MailBody, MailToRead } from '#shared/archive/mail-to-read.ts'
import type { Files } from '../files/files.ts'
import { type OpenedMail, readMail } from '../mail/read-mail.ts'
import { fileKey } from '../store/files.ts'
import { mailById, readStoredMail, type StoredMail } from '../store/mail-to-read.ts'
import type { AppContext } from './app-types.ts'
import { HttpProblem } from './problem.ts'

/** What of a body is shown at once, characters: no mail that somebody wrote is longer. */
const BODY_MAX = 1_000_000
/** All pictures within a mail together, bytes; those beyond are got as the mail's files are. */
const PICTURES_MAX = 8 * 1024 * 1024
/** What browsers draw and nothing runs in. */
const DRAWN = /^image\/(?:png|jpeg|gif|webp|bmp)$/i

/** `GET /v1/mails/{id}`: one round trip, and the mail from its place where the firm keeps whole mails. */
export async function readFiledMail(context: AppContext, files: Files): Promise<Response> {
  const { person, database } = context.var
  const [[row] = []] = await database.batch([mailById(person, context.req.param('id') ?? '')])
  const stored = readStoredMail(person, row)
  if (!stored) throw new HttpProblem('not_found')
  const raw = stored.whole && (await bytesOf(files, fileKey(person.tenantId, stored.whole.sha256), stored.whole.bytes))
  const mail = raw && (await readMail(raw))
  return context.json(mailToRead(stored, mail))
}

function mailToRead({ item, filer, customer }: StoredMail, mail: OpenedMail | null): MailToRead {
  const isHidden = item.visibility === 'private' && item.participants === null
  const whole = mail && bodyOf(mail)
  const text = item.snippet ? ({ kind: 'text', text: item.snippet } as const) : null
  return {
    id: item.id,
    subject: isHidden ? null : item.subject,
    occurred_at: item.occurred_at,
    customer,
    participants: (item.participants ?? []) as readonly Participant[],
    attachments: (item.attachments ?? []) as readonly FiledPart[],
    filed_by_name: filer,
    filed_at: item.created_at,
    filed_how: item.filed_how,
    visibility: item.visibility ?? 'team',
    kept: whole ? 'full' : text ? 'snippet' : 'metadata',
    body: whole?.body ?? text,
    shortened: whole?.shortened ?? false,
  }
}

function bodyOf(mail: OpenedMail): { readonly body: MailBody; readonly shortened: boolean } {
  const { html, text } = mail
  if (html === null) return { body: { kind: 'text', text: text.slice(0, BODY_MAX) }, shortened: text.length > BODY_MAX }
  const body = { kind: 'html', html: html.slice(0, BODY_MAX), pictures: picturesOf(mail) } as const
  return { body, shortened: html.length > BODY_MAX }
}

function picturesOf(mail: OpenedMail): Record<string, string> {
  const shown: [string, string][] = []
  let left = PICTURES_MAX
  for (const picture of mail.pictures) {
    if (!DRAWN.test(picture.mime) || picture.bytes > left) continue
    left -= picture.bytes
    shown.push([picture.contentId, `data:${picture.mime.toLowerCase()};base64,${base64(mail.bytesOf(picture))}`])
  }
  return Object.fromEntries(shown)
}

const PIECE = 24_576

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))))
  }
  return pieces.join('')
}

async function bytesOf(files: Files, key: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const body = await files.get(key)
  if (!body) throw new Error('a mail is not where it should be')
  const bytes = new Uint8Array(size)
  let at = 0
  for await (const part of body) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
