import type { ReadMessage } from '#shared/customer/match/read-message.ts'
import { readMail } from '#shared/recognition/mail.ts'
import { readOpenMail } from '#shared/recognition/mail-reading.ts'
import { readRaw } from '../mail/gmail.ts'
import type { OpenMail } from '../mail/gmail-call.ts'
import type { AppContext } from './app-types.ts'

/** A larger mail is mostly attachments, and takes longer than somebody waits for a card. */
const READ_BYTES = 3 * 1024 * 1024
/** Of a card's three seconds, after its headers and before its panel. */
const PATIENCE_MS = 1_000
/** As much of a letter as any host sends (`#shared/api.ts`). */
const [TEXT_MAX, HTML_MAX] = [30_000, 120_000]

type Told = Pick<ReadMessage, 'forwarded' | 'bankChange'>

/** What letters have told, for the presses that follow: a mail never changes. In memory alone, and of a few mails. */
const TOLD = new Map<string, Told>()
const TOLD_MAX = 200

/**
 * The open mail with what its letter tells of whose it is and what to beware of, as Outlook's pane sends it. Where Gmail does not
 * give it in time it is looked up by its headers, and read at the next press.
 */
export async function readMoreInGmail(
  { var: { person } }: AppContext,
  message: ReadMessage,
  open: OpenMail,
): Promise<ReadMessage> {
  const key = `${person.id} ${open.messageId}`
  const known = TOLD.get(key)
  if (known) return { ...message, ...known }
  const answer = await readRaw(open, READ_BYTES, PATIENCE_MS)
  if (answer.kind !== 'read') return message
  const { text, html } = await readMail(answer.raw)
  const letter = { text: text.slice(0, TEXT_MAX), html: html.length <= HTML_MAX ? html : null }
  const { domains, timezone } = person
  const read = readOpenMail({ ...message, letter }, { ownDomains: domains, customerDomains: [], timezone })
  const told: Told = { forwarded: message.forwarded ?? read?.forwarded ?? null, bankChange: read?.bankChange ?? null }
  if (TOLD.size >= TOLD_MAX) TOLD.clear()
  TOLD.set(key, told)
  return { ...message, ...told }
}
