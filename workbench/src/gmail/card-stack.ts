import type { Card } from '#shared/panel/render/card-json.ts'
import type { Navigation } from '../../../gmail-addon/src/navigation.ts'

/** The cards that lie on one another in the side panel; the last one is seen. Empty until the add-on has answered. */
export type CardStack = readonly Card[]

/** What Gmail makes of an answer. */
export type Outcome =
  | {
      readonly kind: 'shown'
      /** At least one. */
      readonly cards: CardStack
      /** Appears below the card for a moment. */
      readonly told?: string
      /** Opens in a tab of its own. */
      readonly link?: string
      /** Gmail's id of a draft that opens over the mail. */
      readonly draft?: string
    }
  /** The reader is asked for these; then Gmail calls again as before. */
  | { readonly kind: 'consent'; readonly scopes: readonly string[] }

/**
 * What follows from the answer to the add-on being opened: its one card begins the stack. Throws, as
 * {@link pressed} does, on what Quayside never answers: Gmail might pass over it, and nobody would know.
 */
export function opened(answer: unknown): Outcome {
  if (isScopesAnswer(answer)) return consent(answer)
  const { action } = members(answer, 'answer', ['action'])
  const { navigations } = members(action, 'action', ['navigations'])
  const [first, ...others] = listed(navigations, 'navigations')
  const { pushCard } = members(first, 'navigation', ['pushCard'])
  if (others.length > 0) throw new TypeError('more than one card to begin with')
  return { kind: 'shown', cards: [aCard(pushCard)] }
}

/** What follows from the answer to a press on the card that is seen. */
export function pressed(cards: CardStack, answer: unknown): Outcome {
  if (isScopesAnswer(answer)) return consent(answer)
  const { renderActions, stateChanged = true } = members(answer, 'answer', ['renderActions', 'stateChanged'])
  demand(stateChanged === true, 'stateChanged')
  const { action = {}, hostAppAction } = members(renderActions, 'renderActions', ['action', 'hostAppAction'])
  demand(hostAppAction !== undefined || Object.keys(action as object).length > 0, 'action')
  const { navigations = [], notification, link } = members(action, 'action', ['navigations', 'notification', 'link'])
  return {
    kind: 'shown',
    cards: listed(navigations, 'navigations').reduce(moved, cards),
    ...(notification === undefined ? {} : { told: words(members(notification, 'notification', ['text']).text) }),
    ...(link === undefined ? {} : { link: words(members(link, 'link', ['url']).url) }),
    ...(hostAppAction === undefined ? {} : { draft: draftOf(hostAppAction) }),
  }
}

function draftOf(hostAppAction: unknown): string {
  const { gmailAction } = members(hostAppAction, 'hostAppAction', ['gmailAction'])
  const { openCreatedDraftActionMarkup } = members(gmailAction, 'gmailAction', ['openCreatedDraftActionMarkup'])
  const ids = members(openCreatedDraftActionMarkup, 'draft', ['draftId', 'draftThreadId'])
  words(ids.draftThreadId)
  return words(ids.draftId)
}

/** One card back, as far as there is one: the first card cannot be taken away. */
export const back = (cards: CardStack): CardStack => (cards.length > 1 ? cards.slice(0, -1) : cards)

function moved(cards: CardStack, navigation: unknown): CardStack {
  const [[kind, to] = [], ...others] = Object.entries(members(navigation, 'navigation', Object.keys(MOVES)))
  if (kind === undefined || others.length > 0) throw new TypeError('a navigation is one move')
  return MOVES[kind as Move](cards, to)
}

type Move = Navigation extends infer One ? (One extends unknown ? keyof One : never) : never

const MOVES: { readonly [M in Move]: (cards: CardStack, to: unknown) => CardStack } = {
  pushCard: (cards, to) => [...cards, aCard(to)],
  updateCard: (cards, to) => [...cards.slice(0, -1), aCard(to)],
  pop(cards, to) {
    demand(to === true, 'pop')
    return back(cards)
  },
  popToRoot(cards, to) {
    demand(to === true, 'popToRoot')
    return cards.slice(0, 1)
  },
  popToCard(cards, to) {
    const at = cards.findLastIndex(({ name }) => name === to)
    demand(at >= 0, `card to pop to: ${to}`)
    return cards.slice(0, at + 1)
  },
}

const isScopesAnswer = (answer: unknown): answer is object =>
  typeof answer === 'object' && answer !== null && 'requesting_google_scopes' in answer

function consent(answer: object): Outcome {
  const { requesting_google_scopes: asked } = members(answer, 'answer', ['requesting_google_scopes'])
  const { scopes } = members(asked, 'requesting_google_scopes', ['scopes'])
  return { kind: 'consent', scopes: listed(scopes, 'scopes').map(words) }
}

/** The members of an object that has no others than the known ones. */
function members(value: unknown, what: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), what)
  const strange = Object.keys(value).filter((name) => !known.includes(name))
  if (strange.length > 0) throw new TypeError(`${what} with ${strange}`)
  return value as Readonly<Record<string, unknown>>
}

function listed(value: unknown, what: string): readonly unknown[] {
  demand(Array.isArray(value), what)
  return value
}

function words(value: unknown): string {
  demand(typeof value === 'string' && value !== '', 'text')
  return value
}

/** What is on a card is judged when it is drawn. */
function aCard(value: unknown): Card {
  const { name } = members(value, 'card', ['name', 'header', 'sections', 'cardActions'])
  words(name)
  return value as unknown as Card
}

function demand(fulfilled: boolean, what: string): asserts fulfilled {
  if (!fulfilled) throw new TypeError(`no ${what}`)
}
