import { z } from 'zod'
import { ADDRESS_MAX, type Message } from '#shared/api.ts'
import type { OpenMail } from './gmail-call.ts'
import { instantOf, readHeaders } from './headers.ts'

/** A mail, or what keeps it from being read, in the words of the add-on's trouble cards. */
export type MailReading = { readonly kind: 'read'; readonly message: Message } | { readonly kind: MailTrouble }

export type MailTrouble = 'signed_out' | 'not_allowed' | 'mail_gone' | 'gmail_busy' | 'gmail_silent' | 'unreadable'

/** What is left of a card's three seconds is for the panel. */
const PATIENCE_MS = 2_500

/** Reads the headers of the open mail, or says within {@link PATIENCE_MS} why it cannot. */
export async function readMessage(mail: OpenMail): Promise<MailReading> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  // Only now: Google's library is half as large as all of the Worker, which mostly does without.
  const { callGmail } = await import('./gmail-call.ts')
  const answer = await callGmail(mail, signal).catch(() => null)
  if (answer === null) return { kind: 'gmail_silent' }
  const said = parsed(answer.text)
  const trouble = troubleOf(answer.status, said)
  if (trouble) return { kind: trouble }
  const { success, data } = Metadata.safeParse(said)
  if (!success) return { kind: 'unreadable' }
  const message = readHeaders(data.payload.headers)
  return {
    kind: 'read',
    message: {
      ...message,
      conversationId: data.threadId ?? null,
      sentAt: instantOf(Number(data.internalDate ?? Number.NaN)) ?? message.sentAt,
    },
  }
}

export type RawReading =
  | { readonly kind: 'read'; readonly raw: Uint8Array<ArrayBuffer> }
  | { readonly kind: MailTrouble | 'too_large' }

/** A mail of 25 MB takes its time; Google gives a press half a minute. */
const RAW_PATIENCE_MS = 20_000

/** Reads the open mail as it is, held once: up to `max` bytes of it. */
export async function readRaw(mail: OpenMail, max: number, patience = RAW_PATIENCE_MS): Promise<RawReading> {
  const signal = AbortSignal.timeout(patience)
  const [{ callForRaw }, { rawWithin }] = await Promise.all([import('./gmail-call.ts'), import('./gmail-raw.ts')])
  try {
    const { status, body } = await callForRaw(mail, signal)
    if (status !== 200) return { kind: troubleOf(status, parsed(await new Response(body).text())) ?? 'unreadable' }
    const raw = await rawWithin(body, max)
    return raw === 'too_large' ? { kind: 'too_large' } : raw ? { kind: 'read', raw } : { kind: 'unreadable' }
  } catch {
    return { kind: 'gmail_silent' }
  }
}

/** A JSON answer; null for what is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Why Gmail did not do it; null when it did. */
export function troubleOf(status: number, said: unknown): MailTrouble | null {
  switch (status) {
    case 200:
      return null
    case 401:
      return 'signed_out'
    case 403:
      return isLimit(said) ? 'gmail_busy' : 'not_allowed'
    case 404:
      return 'mail_gone'
    case 429:
      return 'gmail_busy'
    default:
      return status >= 500 ? 'gmail_silent' : 'unreadable'
  }
}

/** Gmail refuses with the same status whoever may not read and whoever reads too much; the reason tells. */
function isLimit(said: unknown): boolean {
  const reasons = Refusal.safeParse(said).data?.error.errors ?? []
  return reasons.some(({ reason }) => /LimitExceeded$/.test(reason))
}

const Refusal = z.object({ error: z.object({ errors: z.array(z.object({ reason: z.string() })) }) })

/** Google adds members as it likes; these are the ones that are read. */
const Metadata = z.object({
  threadId: z.string().max(ADDRESS_MAX).optional(),
  /** ms UTC, as a string. */
  internalDate: z.string().regex(/^\d+$/).optional().catch(undefined),
  payload: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
})
