/**
 * Google's card (google.apps.card.v1) as far as Quayside uses it, and nothing of it that Gmail's side
 * panel lacks: no columns, no chips, no carousel, nothing that is Chat's alone.
 */
export interface Card {
  /** What `popToCard` finds it by. */
  readonly name: string
  readonly header: { readonly title: string; readonly subtitle?: string }
  readonly sections: readonly CardSection[]
  /** The menu behind the card's three dots. */
  readonly cardActions?: readonly CardMenuItem[]
}

export interface CardMenuItem {
  readonly actionLabel: string
  readonly onClick: OnClick
}

export interface CardSection {
  readonly header?: string
  /** At least one. */
  readonly widgets: readonly CardWidget[]
  /** Only its header is seen until somebody opens it. */
  readonly collapsible?: true
  readonly uncollapsibleWidgetsCount?: number
}

/** What Gmail shows of one card; it drops the rest without a word. */
export const CARD_WIDGETS_MAX = 100
/** What Gmail shows of one list of choices. */
export const CARD_CHOICES_MAX = 100

export type CardWidget =
  | { readonly textParagraph: { readonly text: string } }
  | { readonly decoratedText: DecoratedText }
  | { readonly buttonList: { readonly buttons: readonly Button[] } }
  | { readonly textInput: TextInput }
  | { readonly selectionInput: SelectionInput }
  | { readonly dateTimePicker: DateTimePicker }

export interface DecoratedText {
  readonly topLabel?: string
  readonly text: string
  readonly bottomLabel?: string
  readonly wrapText: true
  readonly onClick?: OnClick
}

export interface Button {
  readonly text: string
  /** Read aloud in place of the text. */
  readonly altText?: string
  /** Makes it a filled button; Gmail sets a legible text on it. Each part from 0 to 1. */
  readonly color?: { readonly red: number; readonly green: number; readonly blue: number }
  readonly onClick: OnClick
}

export type OnClick = { readonly action: CardAction } | { readonly openLink: { readonly url: string } }

export interface CardAction {
  /** The full https address that Google calls. */
  readonly function: string
  readonly parameters: readonly { readonly key: string; readonly value: string }[]
  readonly loadIndicator: 'SPINNER'
  /** Keeps what was typed when the call fails. */
  readonly persistValues?: true
  /** Names of inputs; while one is empty Gmail does not send. */
  readonly requiredWidgets?: readonly string[]
}

export interface TextInput {
  readonly name: string
  readonly label: string
  readonly hintText?: string
  readonly value?: string
  readonly type: 'SINGLE_LINE' | 'MULTIPLE_LINE'
  readonly validation?: { readonly characterLimit: number }
}

export interface SelectionInput {
  readonly name: string
  readonly label: string
  readonly type: 'DROPDOWN'
  readonly items: readonly { readonly text: string; readonly value: string; readonly selected: boolean }[]
}

export interface DateTimePicker {
  readonly name: string
  readonly label: string
  readonly type: 'DATE_ONLY'
  /** Midnight UTC of the day. */
  readonly valueMsEpoch?: number
}
