import type { Text } from '#shared/i18n/language.ts'

/**
 * Field classes decide who may see a field (domain 9.1): how to reach a person; what was agreed with the customer
 * (prices, terms); what it costs; what is earned; bank details; who supplies.
 */
export const FIELD_CLASSES = ['personal', 'sales', 'cost', 'profit', 'bank', 'supplier'] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]

/** What a text may have to be: a UN/LOCODE, a unit of UN/ECE Recommendation 20, a container number of ISO 6346. */
export type TextFormat = 'locode' | 'unit' | 'container'

/** What data may have to be: the parts of a payment term, what an assignment rule matches, how a firm ranks. */
export type DataShape = 'term_lines' | 'match' | 'tiers' | 'panel_layout'

interface Common {
  readonly label: Text
  /** Must be present and not empty on every record. */
  readonly required?: true
  /** Absent: whoever may see the record may see the field. */
  readonly access?: FieldClass
  /** Belongs to carrying the record out: who may `execute` it may change this, and nothing else of it. */
  readonly execution?: true
  /** Kept by Quayside itself; a caller who sends it is refused. */
  readonly computed?: true
  /** Set once, when the record is created. */
  readonly fixed?: true
  /** Set once, whenever that is: empty it may be filled, and what is in it stays. */
  readonly lasting?: true
  /**
   * Of a choice that actions move: from which value to which others it is changed by hand, for there is no action that does
   * that. A new record has any of them.
   */
  readonly byHand?: Readonly<Record<string, readonly string[]>>
  /** Further ones as long as the record is of no deal: the action for them knows what is paid and made by its deal. */
  readonly byHandAlone?: Readonly<Record<string, readonly string[]>>
  /** What a new record has when its maker says nothing. */
  readonly initial?: string | number | boolean | readonly string[]
  /** A column of the sheet that holds this record type; a reference is shown there by the title of what it refers to. */
  readonly sheet?: true
  /** Other headers under which an imported file may name this field. */
  readonly aliases?: readonly string[]
  /** Added by the firm itself; where it shows besides lists and the API. */
  readonly own?: { readonly panel: boolean; readonly forms: boolean }
}

/**
 * What a field may be. The kinds and their storage are those of the domain: money in minor units,
 * prices in millionths of the major unit, quantities and decimals in thousandths, rates in 10⁻⁸,
 * percentages in hundredths of a percent, dates without a zone, instants in milliseconds UTC. A `numbered`
 * text is given the next number of its series (`INQ-2026-0042`) when the record's maker names none. The
 * `currency` of money names a field of the record, `base` for the firm's own, or is one itself (`USD`). What is `data`
 * is read by code: it is in the API and in no form, sheet, filter or order.
 */
export type Field = Common &
  (
    | {
        readonly kind: 'text'
        readonly max?: number
        readonly lines?: true
        readonly numbered?: string
        readonly format?: TextFormat
      }
    /** An object or a list of JSON, `max` characters of it at most; `of` says what has to be in it. */
    | { readonly kind: 'data'; readonly max?: number; readonly of?: DataShape }
    | { readonly kind: 'texts'; readonly max?: number; readonly of?: 'email' | 'domain' | 'user' }
    /** `order` is how the choices are offered, where that is not how they are written down. */
    | {
        readonly kind: 'choice'
        readonly choices: Readonly<Record<string, Text>>
        readonly order?: readonly string[]
      }
    | { readonly kind: 'integer'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'money'; readonly currency: string; readonly min?: number }
    | { readonly kind: 'price'; readonly currency: string }
    | { readonly kind: 'quantity'; readonly min?: number }
    | { readonly kind: 'decimal' }
    /** Units of the firm's own currency for one of that which the field `of` names; without, between two of which none need be that. */
    | { readonly kind: 'rate'; readonly of?: string }
    | { readonly kind: 'percent' }
    /** `notBefore` names a date of the record that comes first, or is the same. */
    | { readonly kind: 'date'; readonly notBefore?: string }
    | { readonly kind: 'instant' }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'email' }
    | { readonly kind: 'country' }
    | { readonly kind: 'currency' }
    | { readonly kind: 'timezone' }
    | { readonly kind: 'language' }
    /** `agrees` names own fields that must equal a field of the record referred to. */
    | { readonly kind: 'reference'; readonly to: string; readonly agrees?: Readonly<Record<string, string>> }
  )

export type Kind = Field['kind']
export type FieldOf<K extends Kind> = Extract<Field, { readonly kind: K }>
export type Fields = Readonly<Record<string, Field>>

/** The TypeScript value of each kind. A new kind without a line here does not compile. */
export interface KindValues {
  text: string
  data: Readonly<Record<string, unknown>> | readonly unknown[]
  texts: readonly string[]
  choice: string
  integer: number
  money: number
  price: number
  quantity: number
  decimal: number
  rate: number
  percent: number
  date: string
  instant: number
  boolean: boolean
  email: string
  country: string
  currency: string
  timezone: string
  language: string
  reference: string
}

export type ValueOf<F> = F extends { readonly kind: 'choice'; readonly choices: infer C }
  ? Extract<keyof C, string>
  : F extends { readonly kind: infer K extends Kind }
    ? KindValues[K]
    : never

/** How SQLite keeps each kind. STRICT tables know no more types than these two. */
export const STORAGE = {
  text: 'TEXT',
  data: 'TEXT',
  texts: 'TEXT',
  choice: 'TEXT',
  integer: 'INTEGER',
  money: 'INTEGER',
  price: 'INTEGER',
  quantity: 'INTEGER',
  decimal: 'INTEGER',
  rate: 'INTEGER',
  percent: 'INTEGER',
  date: 'TEXT',
  instant: 'INTEGER',
  boolean: 'INTEGER',
  email: 'TEXT',
  country: 'TEXT',
  currency: 'TEXT',
  timezone: 'TEXT',
  language: 'TEXT',
  reference: 'TEXT',
} as const satisfies Record<Kind, 'TEXT' | 'INTEGER'>

/** How a person enters each kind, whether into a form or into the cell of a sheet. */
export const ENTRY = {
  text: 'text',
  data: 'text',
  texts: 'text',
  choice: 'choice',
  integer: 'number',
  money: 'number',
  price: 'number',
  quantity: 'number',
  decimal: 'number',
  rate: 'number',
  percent: 'number',
  date: 'date',
  instant: 'text',
  boolean: 'switch',
  email: 'text',
  country: 'text',
  currency: 'text',
  timezone: 'text',
  language: 'text',
  reference: 'text',
} as const satisfies Record<Kind, string>
