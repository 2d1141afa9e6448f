import type { Handler } from 'hono'
import PostalMime from 'postal-mime'
import { HttpProblem } from '../../../worker/src/http/problem.ts'
import type { KeptDraft } from '../gmail/load-draft.ts'
import { parseMail } from '../mailbox/parse.ts'
import { found, type GoogleEnv } from './google.ts'

/** Where the page's Gmail gets a draft that it is to open: out of the mailbox of `as`, read as any mail is. */
export const draftDoor: Handler<{ Bindings: GoogleEnv }> = async (context) => {
  const { url, mailboxes } = context.env.GMAIL
  const { token } = found(mailboxes, context.req.query('as') ?? '')
  const id = context.req.param('id') ?? ''
  const response = await fetch(`${url}/gmail/v1/users/me/drafts/${encodeURIComponent(id)}?format=raw`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  if (!response.ok) throw new HttpProblem('not_found')
  const { message } = (await response.json()) as { readonly message: { readonly raw: string } }
  const raw = Uint8Array.from(atob(message.raw.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
  const { to, subject, html, text } = await parseMail({ id, raw, folder: 'sent' })
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'base64' })
  const files = attachments.map(({ filename, mimeType, content }) => {
    return { name: filename ?? mimeType, mime: mimeType, base64: String(content) }
  })
  return context.json({ to, subject, html: html ?? text, files } satisfies KeptDraft)
}
