import type { Bookkeeping, RecordOf } from '#shared/record/record-type.ts'
import { TYPES, type TypeName, type Types } from '#shared/trade/index.ts'

/** The rows of every record type. */
export type Records = { [T in TypeName]: RecordOf<Types[T]>[] }

/** The fields of a type as they are written down here: what may be empty may be left out. */
export type Given<T extends TypeName> =
  Omit<RecordOf<Types[T]>, keyof Bookkeeping> extends infer V
    ? { readonly [K in keyof V as null extends V[K] ? never : K]: V[K] } & {
        readonly [K in keyof V as null extends V[K] ? K : never]?: V[K]
      }
    : never

/** Who made a record, when (ms UTC) and from where. */
export interface Making {
  readonly id: string
  readonly at: number
  readonly by: string
  readonly from?: Bookkeeping['source']
}

/** A whole record as it was first written: every field of its type, empty ones as null. */
export function record<T extends TypeName>(type: T, { id, at, by, from }: Making, given: Given<T>): RecordOf<Types[T]> {
  const values: Readonly<Record<string, unknown>> = given
  const row: Record<string, unknown> = {
    id,
    version: 1,
    created_at: at,
    created_by: by,
    updated_at: at,
    updated_by: by,
    source: from ?? 'import',
    custom: {},
  }
  for (const field of FIELDS[type]) row[field] = values[field] ?? null
  return row as unknown as RecordOf<Types[T]>
}

const FIELDS = Object.fromEntries(
  Object.entries(TYPES).map(([name, type]) => [name, Object.keys(type.fields)]),
) as unknown as Readonly<Record<TypeName, readonly string[]>>
