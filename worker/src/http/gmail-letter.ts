import type { Reply } from '#shared/api.ts'
import { partiesOf } from '#shared/customer/parties.ts'
import type { GmailRequest } from '../../../gmail-addon/src/event.ts'
import { letterCard, type WhyNoDraft } from '../../../gmail-addon/src/letter-card.ts'
import { type Answer, drafted, pushed, type Shown, scopesAsked } from '../../../gmail-addon/src/navigation.ts'
import { WRITING } from '../../../gmail-addon/src/scopes.ts'
import { createDraft } from '../mail/gmail-draft.ts'
import type { Letter } from '../mail/mime.ts'
import type { AppContext } from './app-types.ts'
import type { Performed } from './call.ts'
import type { Sitting } from './gmail-sitting.ts'

type Written = Pick<Extract<Performed, { kind: 'written' }>, 'reply' | 'files' | 'stored'>

/** The cards that the reader is on, as they are by now. */
type CardsNow = () => Promise<Shown>

/** A letter as a draft in the open conversation; on a card to be copied, where it must not or cannot be one. */
export async function answerLetter(
  context: AppContext,
  sitting: Sitting,
  { reply: letter, files = [], stored }: Written,
  cardsNow: CardsNow,
): Promise<Answer> {
  const { language } = context.var
  const { request, settings, message } = sitting
  const onCard = (why: WhyNoDraft) => pushed(letterCard(letter, why, language))
  const { access, message: opens } = request.tokens
  if (!message || access === null || opens === null) return onCard('no_mail')
  if (!letter.fits) return onCard('other_buyer')
  const withheld = withheldScopes(request)
  if (withheld.length > 0) return scopesAsked(withheld)
  const drafting = await createDraft(
    { gmailApi: settings.gmailApi, access, message: opens },
    { ...replyTo(context, message, letter), files },
    message.conversationId ?? null,
  )
  if (drafting.kind !== 'drafted') return onCard(drafting.kind)
  const draft = { draftId: drafting.draftId, draftThreadId: drafting.threadId }
  // What was stored has made the forms on the cards old.
  return drafted(draft, letter.heed, stored ? await cardsNow() : undefined)
}

const withheldScopes = ({ scopes }: GmailRequest): readonly string[] =>
  scopes ? WRITING.filter((scope) => !scopes.includes(scope)) : []

/** To whoever of the buyer's the mail is with, even where it is one of ours. Gmail keeps mails of one subject together. */
function replyTo({ var: { person } }: AppContext, message: NonNullable<Sitting['message']>, letter: Reply): Letter {
  const subject = message.subject || letter.subject
  return {
    to: partiesOf(message, person.domains).counterpart,
    subject: /^re:/i.test(subject) || !message.subject ? subject : `Re: ${subject}`,
    inReplyTo: message.messageId ?? null,
    text: letter.text,
    html: letter.html,
  }
}
