import type { CardAction } from '#shared/panel/render/card-json.ts'

/** Gmail calls the add-on: what the page tells the stand-in for Google's servers, which makes Google's call of it. */
export type GmailCall = Moment & {
  /** Mail address of whoever is signed in. */
  readonly as: string
  /** BCP 47. */
  readonly locale: string
  /** IANA. */
  readonly timezone: string
  /** What the reader has allowed; everything when it is not told. */
  readonly authorizedScopes?: readonly string[]
}

/** What Gmail calls for. A mail is named by the workbench's own id. */
export type Moment =
  | { readonly occasion: 'home' }
  | { readonly occasion: 'message'; readonly mailId: string }
  | {
      readonly occasion: 'press'
      /** Absent on the homepage. */
      readonly mailId?: string
      readonly action: Pick<CardAction, 'function' | 'parameters'>
      readonly inputs: FormInputs
    }

/** What stands in a card's inputs, by name, as Google's events tell it; an empty one is not in an event. */
export type FormInputs = Readonly<
  Record<
    string,
    | { readonly stringInputs: { readonly value: readonly string[] } }
    | { readonly dateInput: { readonly msSinceEpoch: string } }
  >
>
