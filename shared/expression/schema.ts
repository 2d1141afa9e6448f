import type { Text } from '#shared/i18n/language.ts'

/** What a fact can be. Money, prices, quantities, rates and percents are all numbers here, in the units a person writes. */
export type FactKind = 'text' | 'number' | 'date' | 'instant' | 'boolean' | 'choice' | 'texts'

export interface FactField {
  readonly kind: FactKind
  /** Of a choice: its values. Without them any text will do. */
  readonly choices?: readonly string[]
  /** What people call the choices. */
  readonly words?: Readonly<Record<string, Text>>
  readonly label?: Text
}

export interface FactRecord {
  /** By key; a firm's own fields have a key with a dot, `custom.laser_logo`. */
  readonly fields: Readonly<Record<string, FactField>>
  /** Whether there can be several: then it is a list, even of one. */
  readonly many: boolean
  readonly label?: Text
  /** Other names of its fields. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Names under it that stand for another record, as `version` under `quotation`. */
  readonly children?: Readonly<Record<string, string>>
}

/** Which names an expression may use. */
export interface FactSchema {
  readonly records: Readonly<Record<string, FactRecord>>
  /** Names without a record. */
  readonly fields: Readonly<Record<string, FactField>>
}

/** Numbers are decimal strings or numbers, dates `YYYY-MM-DD`, instants ms UTC. */
export type FactValue = string | number | boolean | null | readonly string[]

export type FactRow = Readonly<Record<string, FactValue>>

/** What the names stand for at the moment. What is missing is empty. */
export interface Facts {
  readonly records: Readonly<Record<string, FactRow | null | readonly FactRow[]>>
  readonly fields: Readonly<Record<string, FactValue>>
  /** What of it is put into sentences, when their reader may not see all that decides. Absent: all of it. */
  readonly told?: () => Facts
}
