import { describe, expect, test } from 'vitest'
import { renderCard } from '#shared/panel/render/card.ts'
import { panelCardName } from '#shared/panel/render/card-frame.ts'
import {
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

  test('a sentence alone, a page, and the question for consent', () => {
    expect(notified('Done')).toEqual({ renderActions: { action: { notification: { text: 'Done' } } } })
    expect(linked('https://quayside.example/desk')).toEqual({
      renderActions: { action: { link: { url: 'https://quayside.example/desk' } } },
    })
    expect(scopesAsked(['a'])).toEqual({ requesting_google_scopes: { scopes: ['a'] } })
  })
})
