import type { Message } from '#shared/api.ts'
import type { AppContext } from './app-types.ts'

/**
 * Reads the letter of the open mail, if it came along, for the forms of the panel that is built next. Nothing of it is kept. The
 * rules and dictionaries are loaded when the first one comes.
 */
export async function readLetter(context: AppContext, message: Message | undefined): Promise<void> {
  if (!message?.letter) return
  const { readOpenMail } = await import('#shared/recognition/mail-reading.ts')
  const { domains, timezone } = context.var.person
  context.set('reading', readOpenMail(message, { ownDomains: domains, customerDomains: [], timezone }))
}
