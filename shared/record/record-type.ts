import type { Standing } from '#shared/access/standing.ts'
import type { Text } from '#shared/i18n/language.ts'
import type { Field, Fields, ValueOf } from './field.ts'

/**
 * What a record type is. One of these per type, in `shared/trade`, and nothing else says what its
 * fields are: the table, the validation, the forms, the API schema and the history follow from it.
 */
export interface RecordType {
  readonly name: string
  /** The table's name, and the noun in its path. */
  readonly plural: string
  readonly label: Text
  /** The field that names a record to a person. */
  readonly title: string
  readonly fields: Fields
  /** Where its records are, if not at `/v1/{plural}`. */
  readonly path?: string
  /** Columns of each index after `tenant_id`; the second part limits it to some rows. */
  readonly indexes?: Readonly<Record<string, Index>>
  /** Made and changed at its path; otherwise only read there. */
  readonly writable?: true
  /** Whose a record is. Absent: the firm's, and nobody's in particular. */
  readonly belongs?: Belonging
  /** When nobody changes its fields any more; moving it on is left to actions. */
  readonly frozen?: Frozen
}

export interface Frozen {
  /** The values of its fields that freeze it: what left the house stays as it left. */
  readonly when?: Readonly<Record<string, readonly string[]>>
  /** The fields that stay then; absent: all of them. */
  readonly fields?: readonly string[]
  /** The field that refers to the record with which it is frozen. */
  readonly within?: string
}

export interface Belonging {
  /** The fields that name the people whose own it is, its owner first. */
  readonly to?: readonly string[]
  /** The field that names the team it is with. */
  readonly team?: string
  /** The field that refers to the record it is part of: who stands on that as an owner stands on this as well. */
  readonly within?: string
  /** The field that refers to the order it is about: who only works on some orders sees what is about those, or none. */
  readonly about?: string
}

export interface Index {
  readonly on: readonly string[]
  readonly where?: string
  readonly unique?: true
}

type Required<F extends Fields> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F]

/** The values of a set of fields: the required ones always there, the others possibly null. */
export type ValuesOf<F extends Fields> = { readonly [K in Required<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, Required<F>>]: ValueOf<F[K]> | null
}

export type Source = 'outlook' | 'gmail' | 'sheets' | 'desk' | 'api' | 'import' | 'automation' | 'webhook'

/** What every record carries besides its own fields. Times in ms UTC; `version` rises by one per write. */
export type Bookkeeping = {
  readonly id: string
  readonly version: number
  readonly created_at: number
  readonly created_by: string
  readonly updated_at: number
  readonly updated_by: string
  readonly source: Source
  /** Values of the firm's own fields, by key. */
  readonly custom: Readonly<Record<string, unknown>>
  /** How the person it was read for stands to it. Never stored, never sent. */
  readonly standing?: Standing
}

/** What a record has besides its fields, by name: no field may be called so. */
export const BOOKKEEPING: ReadonlySet<string> = new Set<keyof Bookkeeping | 'tenant_id'>([
  'tenant_id',
  'id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'source',
  'custom',
  'standing',
])

/** The bookkeeping columns a list may be sorted by. */
export const STAMPS: readonly string[] = ['id', 'version', 'created_at', 'updated_at']

export type RecordOf<T extends RecordType> = Bookkeeping & ValuesOf<T['fields']>

/** Any record, for code that works on all types alike. */
export type AnyRecord = Bookkeeping & Readonly<Record<string, unknown>>

/** The fields that say whose a record is: it may be handed on for ever, and stays what it is. */
export const whoseFields = ({ belongs = {} }: RecordType): readonly string[] => [
  ...(belongs.to ?? []),
  ...(belongs.team ? [belongs.team] : []),
]

/** The fields a caller may send. */
export function writableFields(type: { readonly fields: Fields }): [string, Field][] {
  return Object.entries(type.fields).filter(([, field]) => !field.computed)
}
