import type { MailSummary, WorkbenchMail } from '../mailbox/mail.ts'

const ROOT = '/workbench/mails'

/** The list of mails, newest first; null when it cannot be had. */
export function loadMails(): Promise<MailSummary[] | null> {
  return load(`${ROOT}.json`)
}

const opened = new Map<string, Promise<WorkbenchMail | null>>()

/** A mail with its text; null when it cannot be had, which is tried again the next time. */
export async function loadMail(id: string): Promise<WorkbenchMail | null> {
  const loading = opened.get(id) ?? load<WorkbenchMail>(`${ROOT}/${encodeURIComponent(id)}.json`)
  opened.set(id, loading)
  const mail = await loading
  if (mail === null) opened.delete(id)
  return mail
}

/** Where the mail lies as it came, RFC 5322. */
export const sourceOf = (id: string): string => `${ROOT}/${encodeURIComponent(id)}.eml`

/** A mail as it came, in base64. */
export async function loadSource(id: string): Promise<string> {
  const response = await fetch(sourceOf(id))
  if (!response.ok) throw new Error(`${response.status} for the source of ${id}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

async function load<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path)
    return response.ok ? ((await response.json()) as T) : null
  } catch {
    return null
  }
}
