import { z } from 'zod'
import { type MailTrouble, parsed, troubleOf } from './gmail.ts'
import type { GmailAccess } from './gmail-call.ts'
import { type Letter, mimeOf } from './mime.ts'

/** A draft, by Gmail's own ids, or what keeps it from being made. */
export type Drafting =
  | { readonly kind: 'drafted'; readonly draftId: string; readonly threadId: string }
  | { readonly kind: MailTrouble }

/** The reader has pressed a button and sees that something is under way; the mail itself was read in half a second. */
const PATIENCE_MS = 4_000

/** Puts a letter among the reader's drafts, into the conversation `threadId`, or says why it cannot. Nothing is sent. */
export async function createDraft(access: GmailAccess, letter: Letter, threadId: string | null): Promise<Drafting> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const { callForDraft } = await import('./gmail-call.ts')
  const answer = await callForDraft({ ...access, raw: base64url(mimeOf(letter)), threadId }, signal).catch(() => null)
  if (answer === null) return { kind: 'gmail_silent' }
  const said = parsed(answer.text)
  const trouble = troubleOf(answer.status, said)
  if (trouble) return { kind: trouble }
  const { success, data } = Draft.safeParse(said)
  return success ? { kind: 'drafted', draftId: data.id, threadId: data.message.threadId } : { kind: 'unreadable' }
}

const Draft = z.object({ id: z.string().min(1), message: z.object({ threadId: z.string().min(1) }) })

const base64url = (mime: string): string => btoa(mime).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
