import { tellsMore } from '#shared/customer/match/read-message.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import { acceptedLanguage } from '#shared/i18n/language.ts'
import { type GmailRequest, type Occasion, readEvent } from '../../../gmail-addon/src/event.ts'
import { type Answer, opened, scopesAsked, updated } from '../../../gmail-addon/src/navigation.ts'
import { SCOPES } from '../../../gmail-addon/src/scopes.ts'
import { type Trouble, troubleCard } from '../../../gmail-addon/src/trouble-card.ts'
import { type GoogleSettings, googleIssuer } from '../identity/google.ts'
import { verifyToken } from '../identity/verify.ts'
import { type MailReading, readMessage } from '../mail/gmail.ts'
import { personBehind } from '../store/people.ts'
import type { AppContext } from './app-types.ts'
import { personOf } from './authenticate.ts'
import { logFailure } from './failure.ts'
import { answerOpening, answerPress, deckOf } from './gmail-cards.ts'
import type { Sitting } from './gmail-sitting.ts'
import { readJson } from './parse.ts'

/** Google's event in, cards out. What goes wrong is told on a card, too. */
export async function answerGmail(context: AppContext, occasion: Occasion, settings: GoogleSettings): Promise<Answer> {
  const event = readEvent(readJson(await context.req.arrayBuffer()), occasion, SCOPES[occasion])
  if (event.kind === 'consent') return scopesAsked(event.scopes)
  if (event.kind === 'refused') return inTrouble(context, occasion, 'unreadable', { reference: event.part })
  const { request } = event
  const since = Date.now()
  context.set('language', acceptedLanguage(request.locale) ?? context.var.language)
  let sitting: Sitting | undefined
  try {
    const [person, mail] = await Promise.all([signIn(context, request, settings), openMail(request, settings)])
    if (person) return inTrouble(context, occasion, person)
    sitting = { since, request, settings, message: mail?.kind === 'read' ? mail.message : undefined }
    if (mail && mail.kind !== 'read') return inTrouble(context, occasion, mail.kind, { sitting })
    sitting = { ...sitting, message: await withLetter(context, sitting) }
    return await (occasion === 'press' ? answerPress : answerOpening)(context, sitting)
  } catch (error) {
    logFailure(error, context)
    return inTrouble(context, occasion, 'failed', { reference: context.var.requestId, ...(sitting ? { sitting } : {}) })
  }
}

/** Null once the context knows who it is; else why not. */
async function signIn(context: AppContext, request: GmailRequest, settings: GoogleSettings): Promise<Trouble | null> {
  const identity = await verifyToken(request.tokens.user, [googleIssuer(settings)])
  if (!identity) return 'signed_out'
  const [[row] = []] = await context.var.database.batch([personBehind(identity)])
  if (!row) return 'not_invited'
  const person = personOf(row, context.var.now)
  context.set('person', person)
  context.set('language', acceptedLanguage(request.locale) ?? person.language)
  return null
}

/** Gmail is asked while the reader is looked up; what it said is used only when they are somebody. */
async function openMail(
  { messageId, tokens }: GmailRequest,
  { gmailApi }: GoogleSettings,
): Promise<MailReading | null> {
  const { access, message } = tokens
  if (messageId === null) return null
  if (access === null || message === null) return { kind: 'not_allowed' }
  return readMessage({ gmailApi, access, message, messageId })
}

/** What its letter would tell is known by its headers. */
async function withLetter(context: AppContext, { request, settings, message }: Sitting): Promise<Sitting['message']> {
  const { access, message: opens } = request.tokens
  if (!message || request.messageId === null || access === null || opens === null) return message
  if (!tellsMore(message, partiesOf(message, context.var.person.domains))) return message
  const { readMoreInGmail } = await import('./gmail-more.ts')
  const open = { gmailApi: settings.gmailApi, access, message: opens, messageId: request.messageId }
  return readMoreInGmail(context, message, open)
}

interface Circumstances {
  readonly reference?: string
  readonly sitting?: Sitting
}

async function inTrouble(
  context: AppContext,
  occasion: Occasion,
  trouble: Trouble,
  { reference, sitting }: Circumstances = {},
): Promise<Answer> {
  const card = await troubleCard(trouble, {
    language: context.var.language,
    ...(reference === undefined ? {} : { reference }),
    ...(sitting ? { deck: await deckOf(context, sitting) } : {}),
  })
  return occasion === 'press' ? updated(card) : opened(card)
}
