import type { MailProvider } from '../../../worker/src/mail/provider.ts'
import type { KeptMail } from '../outbox/kept-mail.ts'

/** The table of {@link localMail}, in the workbench's own database. */
export const KEPT_MAILS =
  'CREATE TABLE IF NOT EXISTS mails (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, mail TEXT NOT NULL) STRICT'

/** Keeps mails in the place of sending them. It knows each by its key, so that none is there twice, however often it comes. */
export const localMail = (local: D1Database): MailProvider => ({
  async deliver({ again: _, key, ...mail }) {
    await local.prepare('INSERT OR IGNORE INTO mails (key, mail) VALUES (?, ?)').bind(key, JSON.stringify(mail)).run()
    return { kind: 'accepted' }
  },
})

/** How many of them are shown. */
const SHOWN = 2_000

/** The newest first. */
export async function keptMails(local: D1Database): Promise<KeptMail[]> {
  const { results } = await local
    .prepare('SELECT id, key, mail FROM mails ORDER BY id DESC LIMIT ?')
    .bind(SHOWN)
    .all<{ id: number; key: string; mail: string }>()
  return results.map(({ id, key, mail }) => ({ id: String(id), key, ...JSON.parse(mail) }))
}
