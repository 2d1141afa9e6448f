import { readRaw } from '../mail/gmail.ts'
import type { AppContext } from './app-types.ts'
import type { Sitting } from './gmail-sitting.ts'

/** A larger mail is mostly attachments, and takes longer than somebody waits for a form. */
const READ_BYTES = 6 * 1024 * 1024

/** What is left of a card's three seconds is for the form. */
const PATIENCE_MS = 1_500

/** Reads the open mail for the form that somebody opens. Nothing of it is kept; where Gmail does not give it, the form begins without. */
export async function readInGmail(context: AppContext, { request, settings, message }: Sitting): Promise<void> {
  const { access, message: opens } = request.tokens
  if (!message || request.messageId === null || access === null || opens === null) return
  const open = { gmailApi: settings.gmailApi, access, message: opens, messageId: request.messageId }
  const answer = await readRaw(open, READ_BYTES, PATIENCE_MS)
  if (answer.kind !== 'read') return
  const [{ readMail }, { readReceivedMail }, { mailBesideOffer }] = await Promise.all([
    import('#shared/recognition/mail.ts'),
    import('#shared/recognition/mail-reading.ts'),
    import('#shared/panel/mail-beside-offer.ts'),
  ])
  const { domains, timezone } = context.var.person
  const known = { ownDomains: domains, customerDomains: [], timezone }
  const reading = readReceivedMail(await readMail(answer.raw), known)
  context.set('reading', () => reading)
  context.set(
    'beside',
    mailBesideOffer(() => reading),
  )
}
