import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { renderCard } from '#shared/panel/render/card.ts'
import { panelCardName } from '#shared/panel/render/card-frame.ts'
import { letterCard } from '../../gmail-addon/src/letter-card.ts'
import {
  drafted,
  linked,
  notified,
  opened,
  popped,
  poppedToRoot,
  pushed,
  saved,
  scopesAsked,
  updated,
} from '../../gmail-addon/src/navigation.ts'
import { schema, schemasAreThere } from '../contracts/google-schemas.ts'
import { aDeck } from '../shared/panel/cards.ts'
import { panelOf } from '../shared/panel/panels.ts'

const card = await renderCard(panelOf({ kind: 'note', text: 'x' }), aDeck())

describe('what is answered to Google', () => {
  test('when the add-on is opened: the first card, in the shape of a trigger', () => {
    expect(opened(card)).toEqual({ action: { navigations: [{ pushCard: card }] } })
  })

  test.each([
    [pushed(card), [{ pushCard: card }]],
    [updated(card), [{ updateCard: card }]],
    [popped(), [{ pop: true }]],
    [poppedToRoot(), [{ popToRoot: true }]],
  ])('when something is pressed: a way through the cards, in the shape of a callback (%#)', (answer, navigations) => {
    expect(answer).toEqual({ renderActions: { action: { navigations } } })
  })

  test('when something was saved: back to the panel, anew, and on it the card the reader was on', () => {
    const above = { ...card, name: 'panel/orders' }
    expect(saved(panelCardName(), [card, above], 'Saved')).toEqual({
      renderActions: {
        action: {
          navigations: [{ popToCard: card.name }, { updateCard: card }, { pushCard: above }],
          notification: { text: 'Saved' },
        },
      },
      stateChanged: true,
    })
  })

  test('a draft that was made, to be opened over the mail, with a word on it where there is one', () => {
    const openCreatedDraftActionMarkup = { draftId: 'r1', draftThreadId: '18f' }
    const hostAppAction = { gmailAction: { openCreatedDraftActionMarkup } }
    expect(drafted(openCreatedDraftActionMarkup)).toEqual({ renderActions: { hostAppAction } })
    expect(drafted(openCreatedDraftActionMarkup, 'Look it over.')).toEqual({
      renderActions: { hostAppAction, action: { notification: { text: 'Look it over.' } } },
    })
  })

  test.skipIf(!schemasAreThere)('a draft and a card are answers that Google knows', () => {
    const letter = { language: 'de', subject: 'Stand', text: 'Guten Tag', html: '', fits: true, heed: 'x' }
    const answers = [
      drafted({ draftId: 'r1', draftThreadId: '18f' }, 'Look it over.'),
      pushed(letterCard(letter, 'gmail_busy', 'en')),
    ]
    const takesAnswer = new Ajv2020({ strict: false }).compile(schema('addon-response.schema.json'))
    for (const answer of answers) expect([takesAnswer(answer), takesAnswer.errors]).toEqual([true, null])
  })

  test('a sentence alone, a page, and the question for consent', () => {
    expect(notified('Done')).toEqual({ renderActions: { action: { notification: { text: 'Done' } } } })
    expect(linked('https://quayside.example/desk')).toEqual({
      renderActions: { action: { link: { url: 'https://quayside.example/desk' } } },
    })
    expect(scopesAsked(['a'])).toEqual({ requesting_google_scopes: { scopes: ['a'] } })
  })
})
