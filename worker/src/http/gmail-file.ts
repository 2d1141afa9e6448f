import type { ActionRequest } from '#shared/api.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import { readRaw } from '../mail/gmail.ts'
import type { AppContext } from './app-types.ts'
import { fileMail } from './file-mail.ts'
import type { Sitting } from './gmail-sitting.ts'
import { MAIL_MAX_BYTES, type MailQuery, TOO_LARGE } from './mail-shapes.ts'
import { HttpProblem } from './problem.ts'

/** `headers`: Gmail does not give the mail, and its headers have to do. */
type Filed = { readonly kind: 'filed' | 'headers' } | { readonly kind: 'refused'; readonly why: string | Text }

/** Files the open mail as Gmail has it, where and for whom the form says. */
export function filedInGmail(context: AppContext, sitting: Sitting, { target, input }: ActionRequest): Promise<Filed> {
  const { order, visibility, reason } = input
  const isPrivate = visibility === 'private'
  return fileFromGmail(context, sitting, {
    customer: target.id,
    ...(order ? { order: String(order) } : {}),
    visibility: isPrivate ? 'private' : 'team',
    ...(isPrivate && reason ? { reason: String(reason).slice(0, 200) } : {}),
    how: 'manual',
  })
}

/** Files the open mail without being told to, where the panel says so; whatever comes of it, nobody waits for it. */
export async function filesItselfInGmail(context: AppContext, sitting: Sitting): Promise<void> {
  await fileFromGmail(context, sitting, { visibility: 'team', how: 'plugin_auto' })
}

async function fileFromGmail(
  context: AppContext,
  sitting: Sitting,
  where: Omit<MailQuery, 'host' | 'thread'>,
): Promise<Filed> {
  const { request, settings, message } = sitting
  const { access, message: opens } = request.tokens
  const { files } = context.var
  if (!files || !message || request.messageId === null || access === null || opens === null) return { kind: 'headers' }
  const reading = await readRaw(
    { gmailApi: settings.gmailApi, access, message: opens, messageId: request.messageId },
    MAIL_MAX_BYTES,
  )
  if (reading.kind === 'too_large') return { kind: 'refused', why: TOO_LARGE }
  if (reading.kind !== 'read') return { kind: 'headers' }
  try {
    await fileMail(context, files, reading.raw, {
      ...where,
      ...(message.conversationId ? { thread: message.conversationId } : {}),
      host: 'gmail',
    })
    return { kind: 'filed' }
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    const [first] = error.problems ?? []
    return { kind: 'refused', why: first?.message ?? NOT_FILED }
  }
}

const NOT_FILED = text('This mail cannot be filed here.', '无法在此归档该邮件。')
