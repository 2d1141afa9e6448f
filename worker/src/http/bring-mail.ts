import { text } from '#shared/i18n/language.ts'
import type { Files } from '../files/files.ts'
import type { AppContext } from './app-types.ts'
import { fileMail } from './file-mail.ts'
import { MAIL_MAX_BYTES, MailQuery, TOO_LARGE } from './mail-shapes.ts'
import { parseValue, singles } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** `POST /v1/mails`: files the mail in the body. */
export async function bringMail(context: AppContext, files: Files): Promise<Response> {
  const asked = parseValue(context, MailQuery, singles(context))
  const raw = await rawMail(context)
  const filed = await fileMail(context, files, raw, asked)
  return context.json(filed, filed.outcome === 'filed' ? 201 : 200)
}

/** The body in one piece. Throws `unsupported`, or `too_large` as soon as it is. */
async function rawMail(context: AppContext): Promise<Uint8Array<ArrayBuffer>> {
  if (!/^message\/rfc822\s*(;|$)/i.test(context.req.header('Content-Type') ?? '')) {
    throw new HttpProblem('unsupported', undefined, { title: SEND_MAIL[context.var.language] })
  }
  return bytesWithin(context.req.raw.body, Number(context.req.header('Content-Length') ?? 0), () => tooLarge(context))
}

/** A mail is too large to be filed: how large it may be. */
const tooLarge = ({ var: { language } }: AppContext): HttpProblem =>
  new HttpProblem('too_large', undefined, { title: TOO_LARGE[language], maximum: MAIL_MAX_BYTES })

/** Everything of a stream, held once; throws what `refuse` makes when that is more than a mail may have. */
async function bytesWithin(
  body: ReadableStream<Uint8Array> | null,
  announced: number,
  refuse: () => HttpProblem,
): Promise<Uint8Array<ArrayBuffer>> {
  if (announced > MAIL_MAX_BYTES) throw refuse()
  let bytes = new Uint8Array(announced > 0 ? announced : 64 * 1024)
  let size = 0
  for await (const part of body ?? []) {
    if (size + part.length > MAIL_MAX_BYTES) throw refuse()
    if (size + part.length > bytes.length) {
      const larger = new Uint8Array(Math.min(MAIL_MAX_BYTES, Math.max(bytes.length * 2, size + part.length)))
      larger.set(bytes.subarray(0, size))
      bytes = larger
    }
    bytes.set(part, size)
    size += part.length
  }
  return bytes.subarray(0, size)
}

const SEND_MAIL = text('Send a mail as message/rfc822.', '请以 message/rfc822 格式发送邮件。')
