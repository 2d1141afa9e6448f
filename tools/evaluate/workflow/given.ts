import type { FactRow, Facts, FactValue } from '#shared/expression/schema.ts'
import { UsageError } from '../usage-error.ts'
import { STANDARD_RECORDS } from './standard-names.ts'

type Plain = Readonly<Record<string, unknown>>

/** Facts as a file gives them: records and bare names side by side, or apart as `records` and `fields`. */
export function factsFrom(given: Plain): Facts {
  const apart = isPlain(given.records) || isPlain(given.fields)
  const all = apart ? { ...asPlain(given.records), ...asPlain(given.fields) } : given
  return withChanges({ records: {}, fields: {} }, all)
}

/** The facts with others in place: a whole record or list, `order.total` of one, `sample.1.status` of one of several. */
export function withChanges(facts: Facts, changes: Plain): Facts {
  return Object.entries(changes).reduce((now, [path, value]) => withChange(now, path, value), facts)
}

function withChange({ records, fields }: Facts, path: string, value: unknown): Facts {
  const [name = '', ...rest] = path.split('.')
  const put = (record: string, rows: Rows) => ({ records: { ...records, [record]: rows }, fields })
  if (isList(value))
    return put(
      listOf(name, rest),
      value.map((row) => rowFrom(name, row)),
    )
  if (rest.length > 0) return put(name, withField(records[name], rest, valueFrom(path, value)))
  if (isPlain(value)) {
    // What is a list of its own is no field of the record.
    const apart = Object.entries(value).filter(([, inner]) => isList(inner))
    const row = Object.entries(value).filter(([, inner]) => !isList(inner))
    const whole = row.length > 0 ? put(name, rowFrom(name, Object.fromEntries(row))) : { records, fields }
    return apart.reduce((now, [key, rows]) => withChange(now, `${name}.${key}`, rows), whole)
  }
  // An empty list empties a list of records, nothing a record; of any other name both are its value.
  const known = Object.hasOwn(records, name) || Object.hasOwn(STANDARD_RECORDS, name)
  if (known && Array.isArray(value) && value.length === 0) return put(name, [])
  if (known && value === null) return put(name, null)
  return { records, fields: { ...fields, [name]: valueFrom(path, value) } }
}

/** `quotation.version` is the list of quotations. */
function listOf(name: string, under: readonly string[]): string {
  if (under.length === 0) return name
  const child = STANDARD_RECORDS[name]?.children?.[under.join('.')]
  if (child === undefined)
    throw new UsageError(`${[name, ...under].join('.')}: a list of records has a name of its own`)
  return child
}

type Rows = Facts['records'][string]

function withField(rows: Rows | undefined, [step = '', ...rest]: readonly string[], value: FactValue): Rows {
  if (Array.isArray(rows)) {
    const list = rows as readonly FactRow[]
    const index = /^\d+$/.test(step) ? Number(step) : null
    if (index === null)
      return list.length === 0
        ? [{ [[step, ...rest].join('.')]: value }]
        : list.map((row) => set(row, [step, ...rest], value))
    if (index > list.length) throw new UsageError(`there is no entry ${index} in a list of ${list.length}`)
    return [...list.slice(0, index), set(list[index] ?? {}, rest, value), ...list.slice(index + 1)]
  }
  return set((rows as FactRow | null | undefined) ?? {}, [step, ...rest], value)
}

const set = (row: FactRow, path: readonly string[], value: FactValue): FactRow => ({ ...row, [path.join('.')]: value })

/** Fields within a field have its name before their own: `cut_offs.vgm`. */
const rowFrom = (name: string, row: Plain): FactRow =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]): [string, FactValue][] =>
      isPlain(value)
        ? Object.entries(rowFrom(`${name}.${key}`, value)).map(([inner, one]) => [`${key}.${inner}`, one])
        : [[key, valueFrom(`${name}.${key}`, value)]],
    ),
  )

/** An instant is written as such, and is ms from here on. */
function valueFrom(path: string, value: unknown): FactValue {
  if (typeof value === 'string') {
    const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN
    return Number.isNaN(instant) ? value : instant
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw new UsageError(`${path}: a value expected`)
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly Plain[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPlain)
const asPlain = (value: unknown): Plain => (isPlain(value) ? value : {})
