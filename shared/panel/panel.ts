import type { Language } from '#shared/i18n/language.ts'

/**
 * What a surface shows: an ordered list of keyed sections. Built once, drawn as HTML (Outlook,
 * Sheets, desk), as a Google card (Gmail) and as text (mails). Every string is plain text for a
 * person in the panel's language; a renderer must never read it as markup.
 */
export interface Panel {
  readonly language: Language
  /** Who or what the panel is about: the customer's name, or the sender's address. */
  readonly title: string
  readonly subtitle?: string
  /** ms UTC: the moment its facts were true. */
  readonly asOf: number
  readonly sections: readonly Section[]
  /** Asked again with the mail's letter and its other headers it knows more: whose it is, what to beware of, what forms begin with. */
  readonly reads?: true
  /** The open mail is to be filed without being told to: the host sends it (`POST /v1/mails?how=plugin_auto`). */
  readonly files?: true
}

export interface Section {
  /** Stays the same over every answer; hosts patch by it. */
  readonly key: string
  readonly title: string
  /** What is seen at a glance: at most {@link SUMMARY_MAX} widgets. */
  readonly summary: readonly Widget[]
  /** Everything, when that is more than the summary: unfolded in a pane, a card of its own in Gmail. */
  readonly full?: readonly Widget[]
  readonly tone?: Tone
  /** Only its heading is seen until the reader opens it. */
  readonly folded?: true
}

export const SUMMARY_MAX = 6

/** What a thing means to the reader. Colours are the renderer's business. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

export interface Target {
  readonly type: string
  readonly id: string
  /** The version the reader has seen; absent where an action changes nothing they saw. */
  readonly version?: number
}

/** The widgets. Adding a kind here stops the build in every renderer until it is drawn there. */
export type Widget =
  /** A label and its value. */
  | {
      readonly kind: 'fact'
      readonly label: string
      readonly value: string
      readonly detail?: string
      readonly tone?: Tone
    }
  /** A sentence. */
  | { readonly kind: 'note'; readonly text: string; readonly tone?: Tone }
  /** One thing in a list, perhaps opened by choosing it. */
  | {
      readonly kind: 'item'
      readonly title: string
      readonly lines: readonly string[]
      readonly badge?: string
      readonly tone?: Tone
      readonly open?: Target
      /** Ways to pages and files of it. */
      readonly links?: readonly Link[]
    }
  /** Where something stands on its way. */
  | { readonly kind: 'steps'; readonly label: string; readonly steps: readonly Step[] }
  /** How something is divided: a bar for the eye, and each part in words. */
  | { readonly kind: 'shares'; readonly label: string; readonly parts: readonly Share[] }
  /** Other parts of the same list to turn to. Nothing is done by that; hosts ask for the panel anew with what they are told. */
  | { readonly kind: 'turns'; readonly label: string; readonly turns: readonly Turn[] }
  /** Something the reader can do. Without fields it is a button. */
  | Form
  /** A way to a wider page. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string }

export type WidgetKind = Widget['kind']

export interface Share {
  readonly label: string
  readonly value: string
  /** Of the whole, in tenths of a percent. */
  readonly share: number
  readonly tone?: Tone
}

export interface Turn {
  readonly label: string
  /** What the panel is asked for with: `see` of a request. */
  readonly see: string
  /** This is what is shown. */
  readonly current?: true
}

export interface Link {
  readonly label: string
  readonly href: string
}

export interface Step {
  readonly label: string
  readonly state: 'done' | 'now' | 'next'
}

export interface Form {
  readonly kind: 'form'
  /** Name of the action, as in `/v1/actions/{action}`. */
  readonly action: string
  readonly target: Target
  /** What the button says. */
  readonly label: string
  /** A sentence above the fields. */
  readonly hint?: string
  readonly fields: readonly FormField[]
  /** The one thing to do next; at most one in a panel. */
  readonly primary?: true
  /** It begins with what stands in the open mail, where somebody has read that. */
  readonly reads?: true
  /** Show the button only; its fields open when it is pressed (a card of its own in Gmail). */
  readonly folded?: true
}

export interface FormField {
  readonly key: string
  readonly label: string
  readonly input: 'text' | 'lines' | 'date' | 'number' | 'choice'
  readonly value?: string
  readonly required?: true
  readonly hint?: string
  /** Of a `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** Of a `text` or `lines`: the most characters. */
  readonly max?: number
}
