import { mayAtAll } from '#shared/access/access.ts'
import type { ReadMessage } from '#shared/customer/match/read-message.ts'
import type { OpenMail } from '../store/situation.ts'
import type { AppContext } from './app-types.ts'

/**
 * The open mail with what its letter tells of whose it is, if that came along; the forms of the panel that is built next begin
 * with the rest of it. Nothing of it is kept. The rules and dictionaries are loaded when the first one comes.
 */
export async function readLetter(context: AppContext, message: ReadMessage | undefined): Promise<OpenMail | undefined> {
  if (!message?.letter) return message
  const [{ readOpenMail }, { asked }, { mailBesideOffer }, { withGoods }] = await Promise.all([
    import('#shared/recognition/mail-reading.ts'),
    import('#shared/panel/sections/asked.ts'),
    import('#shared/panel/mail-beside-offer.ts'),
    import('../store/goods.ts'),
  ])
  const { domains, timezone, tenantId, access } = context.var.person
  const lists = await listsBeside(message.letter)
  const read = readOpenMail(message, { ownDomains: domains, customerDomains: [], timezone }, lists)
  context.set('reading', read === null ? null : read.reading)
  context.set('asked', asked)
  if (read) context.set('beside', mailBesideOffer(read.reading))
  if (!read) return message
  const quotes = mayAtAll(access, 'quotation', 'create') && read.reading().lines.length > 0
  return {
    ...message,
    forwarded: message.forwarded ?? read.forwarded,
    bankChange: read.bankChange,
    ...(quotes ? { alongside: (query) => withGoods(query, tenantId, read.reading()) } : {}),
  }
}

/** The sheets that came along; what is no base64 is no sheet. What reads them is loaded when there is one. */
async function listsBeside({ attachments, html, text }: NonNullable<ReadMessage['letter']>) {
  const files = (attachments ?? []).flatMap(({ name, content }) => {
    const bytes = content ? bytesIn(content) : null
    return bytes ? [{ name, bytes }] : []
  })
  if (files.length === 0) return []
  const [{ listsIn }, { languageOfText }] = await Promise.all([
    import('#shared/recognition/attached.ts'),
    import('#shared/recognition/language.ts'),
  ])
  return listsIn(files, languageOfText(text ?? html ?? '')?.language ?? null)
}

function bytesIn(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}
