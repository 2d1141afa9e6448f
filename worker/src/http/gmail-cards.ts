import { ActionRequest, RecordRef } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { readPage } from '#shared/customer/timeline-page.ts'
import { say, type Text } from '#shared/i18n/language.ts'
import type { Panel, Target } from '#shared/panel/panel.ts'
import { renderCard, renderFormCard, renderSectionCard } from '#shared/panel/render/card.ts'
import { type Returned, submittedInput } from '#shared/panel/render/card-form.ts'
import { panelCardName } from '#shared/panel/render/card-frame.ts'
import type { Deck, Intent } from '#shared/panel/render/card-intent.ts'
import type { Card } from '#shared/panel/render/card-json.ts'
import { hasReading } from '#shared/panel/situation-panel.ts'
import { actionNamed } from '#shared/workflow/actions/index.ts'
import { readActionToken, signIntent, signingKey } from '../../../gmail-addon/src/action-token.ts'
import { type Answer, anew, opened, pushed, type Shown, saved, updated } from '../../../gmail-addon/src/navigation.ts'
import { TOLD } from '../../../gmail-addon/src/words.ts'
import type { GoogleSettings } from '../identity/google.ts'
import { situationQuery } from '../store/situation.ts'
import type { AppContext } from './app-types.ts'
import type { Performed } from './call.ts'
import { answerLetter } from './gmail-letter.ts'
import type { Sitting } from './gmail-sitting.ts'
import { openedAfterwards } from './opening.ts'
import { panelOf } from './panel-answer.ts'
import { performAction } from './perform.ts'
import { HttpProblem } from './problem.ts'

/** How cards are made for them: every press is theirs alone, beside this mail, for a working day. */
export async function deckOf(
  { var: { person, now, newId } }: AppContext,
  sitting: Sitting,
  about?: Target,
  see?: string,
): Promise<Deck> {
  const { request, settings } = sitting
  const key = await keyOf(settings)
  const bearer = { user: person.id, message: request.messageId }
  return {
    actionUrl: `${settings.origin}/gmail/press`,
    sign: (intent) => signIntent(intent, bearer, { key, now, id: newId() }),
    timezone: person.timezone,
    ...(about ? { about } : {}),
    ...(see === undefined ? {} : { see }),
  }
}

const KEYS = new WeakMap<GoogleSettings, Promise<CryptoKey>>()

function keyOf(settings: GoogleSettings): Promise<CryptoKey> {
  const key = KEYS.get(settings) ?? signingKey(settings.cardSecret)
  KEYS.set(settings, key)
  return key
}

/** The add-on was opened, beside a mail or on the homepage. */
export async function answerOpening(context: AppContext, sitting: Sitting): Promise<Answer> {
  const panel = await panelFor(context, sitting, {}, 'opened')
  if (!panel) throw new HttpProblem('not_found')
  if (panel.files) {
    const { filesItselfInGmail } = await import('./gmail-file.ts')
    context.var.afterwards(filesItselfInGmail(context, sitting))
  }
  return opened(await renderCard(panel, await deckOf(context, sitting)))
}

/** Something on a card was pressed. */
export async function answerPress(context: AppContext, sitting: Sitting): Promise<Answer> {
  const { person, now } = context.var
  const { request, settings } = sitting
  const bearer = { user: person.id, message: request.messageId }
  const pressed = await readActionToken(request.pressed ?? '', bearer, { key: await keyOf(settings), now })
  if (pressed.kind === 'refused') return startOver(context, sitting, TOLD.expired)
  const { intent, id } = pressed
  if (intent.kind === 'submit') return submit(context, sitting, intent, id)
  const about = intent.kind === 'record' ? intent.target : intent.about
  const looked = intent.kind === 'record' ? 'opened' : intent.kind === 'form' ? 'to_fill_in' : 'again'
  const see = intent.kind === 'record' ? undefined : intent.see
  const panel = await panelFor(context, sitting, { about, see }, looked)
  const card = panel && (await cardOf(context, sitting, panel, intent))
  if (!card) return startOver(context, sitting, TOLD.gone)
  return intent.kind === 'panel' || intent.kind === 'see' ? updated(card) : pushed(card)
}

async function cardOf(
  context: AppContext,
  sitting: Sitting,
  panel: Panel,
  intent: Exclude<Intent, { kind: 'submit' }>,
): Promise<Card | null> {
  const deck =
    intent.kind === 'record'
      ? await deckOf(context, sitting, intent.target)
      : await deckOf(context, sitting, intent.about, intent.see)
  switch (intent.kind) {
    case 'panel':
    case 'rest':
      return renderCard(panel, { ...deck, ...(intent.section === undefined ? {} : { section: intent.section }) })
    case 'record':
      return renderCard(panel, deck)
    case 'section':
      return renderSectionCard(panel, intent.section, { ...deck, from: intent.from ?? 0 })
    case 'see':
      return intent.full ? renderSectionCard(panel, intent.section, deck) : renderCard(panel, deck)
    case 'form':
      return renderFormCard(panel, intent, deck)
  }
}

/** Does what a form says: once, however often it arrives, for the token's own id is the call's key. */
async function submit(
  context: AppContext,
  sitting: Sitting,
  intent: Extract<Intent, { kind: 'submit' }>,
  key: string,
): Promise<Answer> {
  const named = actionNamed(intent.action)
  const typed = submittedInput(intent, sitting.request.inputs)
  const asked = ActionRequest.safeParse({
    target: intent.target,
    input: typed,
    host: 'gmail',
    ...(intent.see === undefined ? {} : { see: intent.see }),
  })
  const about = recordOf(intent.about)
  if (!named || !asked.success || about === null) return startOver(context, sitting, TOLD.expired)
  const whole = { ...asked.data, ...(sitting.message ? { message: sitting.message } : {}) }
  if (named.action.name === 'file-mail') {
    const { filedInGmail } = await import('./gmail-file.ts')
    const filed = await filedInGmail(context, sitting, whole)
    if (filed.kind === 'filed') return afterFiling(context, sitting, intent)
    if (filed.kind === 'refused') return startOver(context, sitting, filed.why)
  }
  const performed = await performAction(context, {
    ...named,
    asked: whole,
    key,
    ...(about ? { about } : {}),
  }).catch((error: unknown) => {
    if (error instanceof HttpProblem) return error
    throw error
  })
  if (performed instanceof HttpProblem) {
    return startOver(context, sitting, performed.code === 'not_allowed' ? TOLD.not_allowed : TOLD.gone)
  }
  if (performed.kind === 'written') {
    return answerLetter(context, sitting, performed, () => cardsNow(context, sitting, intent, performed))
  }
  return performed.kind === 'saved'
    ? afterSaving(context, sitting, intent, performed)
    : notTaken(context, sitting, intent, { performed, typed })
}

/** The panel's first card anew, and on it the section's own card where the reader was on that. */
async function afterSaving(
  context: AppContext,
  sitting: Sitting,
  intent: Extract<Intent, { kind: 'submit' }>,
  performed: Performed,
): Promise<Answer> {
  const { to, cards } = await cardsNow(context, sitting, intent, performed)
  return saved(to, cards, say(TOLD.saved, context.var.language))
}

/** The same for a mail that went as it is: what is there now is asked for. */
async function afterFiling(
  context: AppContext,
  sitting: Sitting,
  intent: Extract<Intent, { kind: 'submit' }>,
): Promise<Answer> {
  const panel = await panelFor(context, sitting, intent)
  if (!panel) return startOver(context, sitting, TOLD.gone)
  const card = await renderCard(panel, await deckOf(context, sitting, intent.about, intent.see))
  return saved(panelCardName(intent.about), [card], say(TOLD.filed, context.var.language))
}

async function cardsNow(
  context: AppContext,
  sitting: Sitting,
  { about, section, full, see }: Extract<Intent, { kind: 'submit' }>,
  { situation }: Performed,
): Promise<Shown> {
  const panel =
    about || !isNew(situation) ? panelOf(context, situation, 'gmail') : await panelRead(context, sitting, situation)
  const deck = await deckOf(context, sitting, about, see)
  const whole = full ? await renderSectionCard(panel, section, deck) : null
  return { to: panelCardName(about), cards: [await renderCard(panel, deck), ...(whole ? [whole] : [])] }
}

/** The form comes back as it was typed, with each problem at its field; or it is no longer offered, and that is said. */
async function notTaken(
  context: AppContext,
  sitting: Sitting,
  intent: Extract<Intent, { kind: 'submit' }>,
  { performed, typed }: { readonly performed: Performed; readonly typed: Returned['typed'] },
): Promise<Answer> {
  const { language } = context.var
  const panel = (await panelFor(context, sitting, intent)) ?? panelOf(context, performed.situation, 'gmail')
  const problems = performed.kind === 'rejected' ? performed.problems : []
  const deck = await deckOf(context, sitting, intent.about, intent.see)
  const form = await renderFormCard(panel, intent, deck, { typed, problems })
  if (!form) return startOver(context, sitting, problems[0]?.message ?? TOLD.gone)
  return updated(form, performed.kind === 'rejected' ? undefined : say(TOLD.conflict, language))
}

/** Back to the first card as it is now, with a word on why. */
async function startOver(context: AppContext, sitting: Sitting, told: Text | string): Promise<Answer> {
  const sentence = typeof told === 'string' ? told : say(told, context.var.language)
  return anew(await firstCard(context, sitting), sentence)
}

async function firstCard(context: AppContext, sitting: Sitting): Promise<Card> {
  const panel = await panelFor(context, sitting, {})
  if (!panel) throw new HttpProblem('not_found')
  return renderCard(panel, await deckOf(context, sitting))
}

/** Whether the reader has just come to what a panel is about, or looks at it again. */
/** `to_fill_in`: a form of it is opened, which may begin with what stands in the mail. */
type Looked = 'opened' | 'again' | 'to_fill_in'

/** Null when the record is none, or none for this reader. */
async function panelFor(
  context: AppContext,
  sitting: Sitting,
  { about, see }: Pick<Intent, 'about' | 'see'>,
  looked: Looked = 'again',
): Promise<Panel | null> {
  const record = recordOf(about)
  if (record === null) return null
  const { person, database } = context.var
  const query = situationQuery(person, sitting.message, record, readPage(see))
  const situation = query.read(query.statements.length > 0 ? await database.batch(query.statements) : [])
  if (situation && looked === 'opened') openedAfterwards(context, situation)
  if (!situation) return null
  if (!record && isNew(situation)) return panelRead(context, sitting, situation)
  const panel = panelOf(context, situation, 'gmail')
  return looked === 'to_fill_in' && panel.sections.some(hasReading) ? panelRead(context, sitting, situation) : panel
}

/** Beside a mail of whom nothing is on file for the reader: all that there is to tell is what the mail says. */
const isNew = ({ kind }: Situation): boolean => kind === 'unknown' || kind === 'taken'

/** The panel with what stands in the mail, which is got once for an answer. */
async function panelRead(context: AppContext, sitting: Sitting, situation: Situation): Promise<Panel> {
  if (sitting.message && context.var.reading === undefined) {
    const { readInGmail } = await import('./gmail-reading.ts')
    await readInGmail(context, sitting)
  }
  return panelOf(context, situation, 'gmail')
}

/** A record that panels are made of; null for another type of record. */
function recordOf(about: Target | undefined): RecordRef | undefined | null {
  return about && (RecordRef.safeParse({ type: about.type, id: about.id }).data ?? null)
}
