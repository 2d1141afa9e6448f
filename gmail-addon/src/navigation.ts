import type { Card } from '#shared/panel/render/card-json.ts'

/** What the add-on answers to Google. Pure data; the Worker sends it as JSON with status 200. */
export type Answer = TriggerAnswer | PressAnswer | ScopesAnswer

/** To the add-on being opened, on the homepage or beside a mail. */
export interface TriggerAnswer {
  readonly action: { readonly navigations: readonly [{ readonly pushCard: Card }] }
}

/** To something being pressed. */
export interface PressAnswer {
  readonly renderActions: {
    readonly action?: {
      readonly navigations?: readonly Navigation[]
      readonly notification?: { readonly text: string }
      readonly link?: { readonly url: string }
    }
    /** Opens a draft that was made by the Gmail API. */
    readonly hostAppAction?: { readonly gmailAction: { readonly openCreatedDraftActionMarkup: CreatedDraft } }
  }
  /** What the reader sees elsewhere may be out of date now. */
  readonly stateChanged?: true
}

export interface CreatedDraft {
  readonly draftId: string
  readonly draftThreadId: string
}

/** Google asks the reader, then calls again with what was asked the first time. */
export interface ScopesAnswer {
  readonly requesting_google_scopes: { readonly scopes: readonly string[] }
}

export type Navigation =
  | { readonly pushCard: Card }
  | { readonly updateCard: Card }
  | { readonly pop: true }
  | { readonly popToRoot: true }
  | { readonly popToCard: string }

/** The first card beside a mail or on the homepage. */
export const opened = (card: Card): TriggerAnswer => ({ action: { navigations: [{ pushCard: card }] } })

/** Another card on top, with the way back that Gmail draws. */
export const pushed = (card: Card): PressAnswer => navigated([{ pushCard: card }])

/** The card in place of the one that was pressed; `told` appears below it for a moment. */
export const updated = (card: Card, told?: string): PressAnswer => navigated([{ updateCard: card }], told)

/** Back by one card. */
export const popped = (told?: string): PressAnswer => navigated([{ pop: true }], told)

/** Back to the first card. */
export const poppedToRoot = (told?: string): PressAnswer => navigated([{ popToRoot: true }], told)

/**
 * Something was stored: back to the panel's first card, which is shown anew, and on it again the card
 * that the reader was on. `to` is the panel card's name.
 */
export const saved = (to: string, cards: Shown['cards'], told: string): PressAnswer => ({
  ...navigated(anewAt({ to, cards }), told),
  stateChanged: true,
})

/** The panel's first card by its name, and on it again the card that the reader was on. */
export interface Shown {
  readonly to: string
  readonly cards: readonly [Card, ...Card[]]
}

const anewAt = ({ to, cards: [first, ...above] }: Shown): Navigation[] => [
  { popToCard: to },
  { updateCard: first },
  ...above.map((card) => ({ pushCard: card })),
]

/** Back to the first card, which is shown anew: what the reader wanted is no longer to be had. */
export const anew = (card: Card, told: string): PressAnswer =>
  navigated([{ popToRoot: true }, { updateCard: card }], told)

/** Nothing moves, a sentence appears for a moment. Plain text. */
export const notified = (told: string): PressAnswer => ({ renderActions: { action: { notification: { text: told } } } })

/** A page in a tab of its own; its address must be under the deployment's `openLinkUrlPrefixes`. */
export const linked = (url: string): PressAnswer => ({ renderActions: { action: { link: { url } } } })

/** A draft opens over the mail; `told` appears for a moment. With `shown`, something was stored for it. */
export function drafted(openCreatedDraftActionMarkup: CreatedDraft, told?: string, shown?: Shown): PressAnswer {
  const action = {
    ...(told === undefined ? {} : { notification: { text: told } }),
    ...(shown ? { navigations: anewAt(shown) } : {}),
  }
  return {
    renderActions: {
      hostAppAction: { gmailAction: { openCreatedDraftActionMarkup } },
      ...(Object.keys(action).length > 0 ? { action } : {}),
    },
    ...(shown ? { stateChanged: true } : {}),
  }
}

export const scopesAsked = (scopes: readonly string[]): ScopesAnswer => ({ requesting_google_scopes: { scopes } })

function navigated(navigations: readonly Navigation[], told?: string): PressAnswer {
  const notification = told === undefined ? {} : { notification: { text: told } }
  return { renderActions: { action: { navigations, ...notification } } }
}
