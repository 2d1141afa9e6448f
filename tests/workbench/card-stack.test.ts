import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '#shared/panel/render/card-json.ts'
import {
  drafted,
  linked,
  type Navigation,
  notified,
  opened as openedWith,
  popped,
  poppedToRoot,
  pushed,
  saved,
  scopesAsked,
  updated,
} from '../../gmail-addon/src/navigation.ts'
import { back, type CardStack, opened, pressed } from '../../workbench/src/gmail/card-stack.ts'

const aCard = (name: string): Card => ({ name, header: { title: name }, sections: [] })
const [panel, orders, form] = [aCard('panel'), aCard('panel/orders'), aCard('panel/add-note')]

const navigated = (...navigations: readonly unknown[]) => ({ renderActions: { action: { navigations } } })

const someCard = fc.constantFrom('a', 'b', 'c').map(aCard)
const someStack = fc.array(someCard, { minLength: 1, maxLength: 5 })
const someMove: fc.Arbitrary<Navigation> = fc.oneof(
  someCard.map((pushCard) => ({ pushCard })),
  someCard.map((updateCard) => ({ updateCard })),
  fc.constant({ pop: true as const }),
  fc.constant({ popToRoot: true as const }),
)

const names = (cards: CardStack) => cards.map(({ name }) => name)

describe('a draft', () => {
  const ids = { draftId: 'r1', draftThreadId: 'thread-f:1' }

  test('opens over the mail, the cards stay', () => {
    expect(pressed([panel, orders], drafted(ids))).toEqual({ kind: 'shown', cards: [panel, orders], draft: 'r1' })
    expect(pressed([panel], drafted(ids, 'Look it over.'))).toMatchObject({ told: 'Look it over.', draft: 'r1' })
  })

  test.each([{ draftId: 'r1' }, { ...ids, draftId: 17 }, { ...ids, more: 'x' }])(
    'without its ids is none: %j',
    (wrong) => {
      expect(() => pressed([panel], drafted(wrong as typeof ids))).toThrow(TypeError)
    },
  )
})

describe('when the add-on is opened', () => {
  test('its one card begins the stack', () => {
    expect(opened(openedWith(panel))).toEqual({ kind: 'shown', cards: [panel] })
  })

  test.each([
    ['a press’s answer', pushed(panel)],
    ['two cards', { action: { navigations: [{ pushCard: panel }, { pushCard: orders }] } }],
    ['no card', { action: { navigations: [] } }],
    ['a move', { action: { navigations: [{ updateCard: panel }] } }],
    ['a notification', { action: { navigations: [{ pushCard: panel }], notification: { text: 'x' } } }],
    ['nothing', {}],
    ['null', null],
    ['a list', [openedWith(panel)]],
    ['a card without a name', { action: { navigations: [{ pushCard: { ...panel, name: undefined } }] } }],
    [
      'a member that a card of ours has not',
      { action: { navigations: [{ pushCard: { ...panel, fixedFooter: {} } }] } },
    ],
  ])('%s is refused', (_, answer) => {
    expect(() => opened(answer)).toThrow(TypeError)
  })
})

describe('when something is pressed', () => {
  const outcome = (cards: CardStack, answer: unknown) => {
    const result = pressed(cards, answer)
    if (result.kind !== 'shown') throw new Error('consent was asked')
    return result
  }
  const moved = (cards: CardStack, ...navigations: readonly Navigation[]) =>
    outcome(cards, navigated(...navigations)).cards

  test('a card comes on top, takes the place of the top, or the top goes', () => {
    expect(outcome([panel], pushed(orders)).cards).toEqual([panel, orders])
    expect(outcome([panel, orders], updated(form)).cards).toEqual([panel, form])
    expect(outcome([panel, orders], popped()).cards).toEqual([panel])
    expect(outcome([panel, orders, form], poppedToRoot()).cards).toEqual([panel])
  })

  test('what was stored leads back to the panel, shown anew, and onto the card one was on', () => {
    const [panelAnew, ordersAnew] = [aCard('panel'), aCard('panel/orders')]
    const { cards, told } = outcome([panel, orders, form], saved('panel', [panelAnew, ordersAnew], 'Saved'))
    expect(cards).toEqual([panelAnew, ordersAnew])
    expect(cards[0]).toBe(panelAnew)
    expect(told).toBe('Saved')
  })

  test('a sentence alone moves nothing, a link opens', () => {
    expect(outcome([panel, orders], notified('Done'))).toEqual({
      kind: 'shown',
      cards: [panel, orders],
      told: 'Done',
    })
    expect(outcome([panel], linked('https://quayside.example/desk')).link).toBe('https://quayside.example/desk')
  })

  test('what is not moved stays the very same card, so that what was typed on it stays too', () => {
    fc.assert(
      fc.property(someStack, fc.array(someMove), (cards, moves) => {
        const pushedOrUpdated = moves.flatMap((move) => Object.values(move)).filter((value) => value !== true)
        for (const card of moved(cards, ...moves)) expect([...cards, ...pushedOrUpdated]).toContain(card)
      }),
    )
  })

  test('whatever the moves, the first card is never taken away', () => {
    fc.assert(
      fc.property(someStack, fc.array(someMove), (cards, moves) => {
        expect(moved(cards, ...moves).length).toBeGreaterThan(0)
        expect(moved(cards, { popToRoot: true })).toEqual(cards.slice(0, 1))
        expect(moved(cards.slice(0, 1), { pop: true })).toEqual(cards.slice(0, 1))
      }),
    )
  })

  test('moves follow one another: many in one answer are the same as an answer each', () => {
    fc.assert(
      fc.property(someStack, fc.array(someMove), (cards, moves) => {
        const oneByOne = moves.reduce<CardStack>((stack, move) => moved(stack, move), cards)
        expect(moved(cards, ...moves)).toEqual(oneByOne)
      }),
    )
  })

  test('a pushed card is undone by going back, which is the same as being popped', () => {
    fc.assert(
      fc.property(someStack, someCard, (cards, card) => {
        const above = moved(cards, { pushCard: card })
        expect(above.at(-1)).toBe(card)
        expect(back(above)).toEqual(cards)
        expect(back(cards)).toEqual(moved(cards, { pop: true }))
      }),
    )
  })

  test('popping to a name leaves the nearest card of that name on top, and refuses a name that is not there', () => {
    fc.assert(
      fc.property(someStack, fc.constantFrom('a', 'b', 'c'), (cards, name) => {
        if (!names(cards).includes(name)) {
          expect(() => moved(cards, { popToCard: name })).toThrow(TypeError)
          return
        }
        const left = moved(cards, { popToCard: name })
        expect(left.at(-1)?.name).toBe(name)
        expect(left).toEqual(cards.slice(0, left.length))
        expect(names(cards.slice(left.length))).not.toContain(name)
      }),
    )
  })

  test.each([
    ['a trigger’s answer', openedWith(panel)],
    ['a move that is not Gmail’s', navigated({ replaceCard: panel })],
    ['a dialog’s move', navigated({ endNavigation: { action: 'CLOSE_DIALOG' } })],
    ['two moves in one', navigated({ pop: true, pushCard: panel })],
    ['no move', navigated({})],
    ['a name that every object has', navigated({ constructor: panel })],
    ['a pop that is none', navigated({ pop: false })],
    ['a card that is none', navigated({ pushCard: 'panel' })],
    ['an empty notification', { renderActions: { action: { notification: { text: '' } } } }],
    [
      'a link with more to it',
      { renderActions: { action: { link: { url: 'https://a.example', onClose: 'RELOAD' } } } },
    ],
    ['an action of the host’s', { renderActions: { hostAppAction: {} } }],
    ['a state that has not changed', { ...notified('Done'), stateChanged: false }],
    ['nothing', {}],
    ['null', null],
  ])('%s is refused', (_, answer) => {
    expect(() => pressed([panel], answer)).toThrow(TypeError)
  })

  test('whatever comes, it is refused or the stack is whole', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        try {
          pressed([panel], answer)
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
          return
        }
        throw new Error('no one answers like that')
      }),
    )
  })
})

describe('when consent is missing', () => {
  test.each([opened, (answer: unknown) => pressed([panel], answer)])(
    'it is asked for, and nothing moves (%#)',
    (read) => {
      expect(read(scopesAsked(['a', 'b']))).toEqual({ kind: 'consent', scopes: ['a', 'b'] })
      expect(() => read({ requesting_google_scopes: { all_scopes: true } })).toThrow(TypeError)
      expect(() => read({ requesting_google_scopes: { scopes: ['a'] }, action: {} })).toThrow(TypeError)
    },
  )
})
