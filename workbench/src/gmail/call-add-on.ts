import type { GmailCall } from './gmail-call.ts'

/** What comes back when Gmail calls the add-on. */
export type Reply =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** There was no way to Quayside. */
  | { readonly kind: 'unreachable' }
  /** Quayside answered, but not as an add-on does. */
  | { readonly kind: 'failed'; readonly status: number }

/** Has the stand-in for Google's servers call the add-on, which this page could not: it signs nothing. */
export async function callAddOn(call: GmailCall, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch('/local/gmail', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(call),
      signal,
    })
    return response.ok
      ? { kind: 'answered', answer: await response.json() }
      : { kind: 'failed', status: response.status }
  } catch {
    return { kind: 'unreachable' }
  }
}
