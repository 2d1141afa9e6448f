import type { Panel } from '#shared/panel/panel.ts'
import { renderCard, renderFormCard, renderSectionCard } from '#shared/panel/render/card.ts'
import { panelCardName } from '#shared/panel/render/card-frame.ts'
import type { Intent } from '#shared/panel/render/card-intent.ts'
import type { Card } from '#shared/panel/render/card-json.ts'
import { type Answer, opened, pushed, saved, scopesAsked, updated } from '../../gmail-addon/src/navigation.ts'
import { TOLD } from '../../gmail-addon/src/words.ts'
import type { GmailCall } from '../../workbench/src/gmail/gmail-call.ts'
import { aDeck } from '../shared/panel/cards.ts'

/** Lets the add-on read the open mail. */
export const READ_MAIL = 'https://www.googleapis.com/auth/gmail.addons.current.message.readonly'

/** An add-on of one panel: its cards and answers are the real ones, its tokens are the intents themselves. */
export const anAddOn = (panel: Panel) => {
  const deck = aDeck({ timezone: 'Asia/Shanghai' })
  return async (call: GmailCall): Promise<Answer> => {
    if (call.authorizedScopes?.includes(READ_MAIL) === false) return scopesAsked([READ_MAIL])
    const first = await renderCard(panel, deck)
    if (call.occasion !== 'press') return opened(first)
    const intent: Intent = JSON.parse(call.action.parameters[0]?.value ?? 'null')
    if (intent.kind === 'section') return pushed(offered(await renderSectionCard(panel, intent.section, deck)))
    if (intent.kind === 'form') return pushed(offered(await renderFormCard(panel, intent, deck)))
    if (intent.kind === 'submit') return saved(panelCardName(), [first], TOLD.saved.en)
    return updated(first)
  }
}

function offered(card: Card | null): Card {
  if (!card) throw new Error('the panel has no such card')
  return card
}
