import { readRaw } from '../mail/gmail.ts'
import type { AppContext } from './app-types.ts'
import type { Sitting } from './gmail-sitting.ts'

/** A larger mail is mostly attachments, and takes longer than somebody waits for a form. */
const READ_BYTES = 6 * 1024 * 1024

/** What is left of a card's three seconds is for the form. */
const PATIENCE_MS = 1_500

/** Of those three seconds what Google's way here and back leaves, and what is too little to begin with. */
const CARD_MS = 2_600
const LEAST_MS = 300

/**
 * Reads the open mail for a card that shows what is in it, or for the form that somebody opens. Nothing of it is kept; where
 * Gmail does not give it in time, the card is made without.
 */
export async function readInGmail(context: AppContext, sitting: Sitting): Promise<void> {
  const { request, settings, message } = sitting
  const left = Math.min(PATIENCE_MS, CARD_MS - (Date.now() - sitting.since))
  if (left < LEAST_MS) return
  const { access, message: opens } = request.tokens
  if (!message || request.messageId === null || access === null || opens === null) return
  const open = { gmailApi: settings.gmailApi, access, message: opens, messageId: request.messageId }
  const answer = await readRaw(open, READ_BYTES, left)
  if (answer.kind !== 'read') return
  const [{ readMail }, { readReceivedMail }, { asked }, { mailBesideOffer }] = await Promise.all([
    import('#shared/recognition/mail.ts'),
    import('#shared/recognition/mail-reading.ts'),
    import('#shared/panel/sections/asked.ts'),
    import('#shared/panel/mail-beside-offer.ts'),
  ])
  const { domains, timezone } = context.var.person
  const known = { ownDomains: domains, customerDomains: [], timezone }
  const reading = readReceivedMail(await readMail(answer.raw), known)
  context.set('reading', () => reading)
  context.set('asked', asked)
  context.set(
    'beside',
    mailBesideOffer(() => reading),
  )
}
