import type {
  FactField,
  FactKind,
  FactRecord,
  FactRow,
  FactSchema,
  Facts,
  FactValue,
} from '#shared/expression/schema.ts'
import { isDate } from '#shared/time/civil-date.ts'
import { STANDARD_FIELDS, STANDARD_RECORDS } from './standard-names.ts'

/**
 * A schema for a file that brings none: the standard names, and what the facts name besides, of the kinds that they show.
 * A name that neither has is unknown, and whoever uses it is told so.
 */
export function inferSchema(facts: readonly Facts[], except: ReadonlySet<string>): FactSchema {
  const names = new Set([...Object.keys(STANDARD_RECORDS), ...facts.flatMap(({ records }) => Object.keys(records))])
  const bare = facts.flatMap(({ fields }) => Object.entries(fields)).filter(([key]) => !except.has(key))
  return {
    records: Object.fromEntries(
      [...names].map((name) => [
        name,
        recordOf(
          name,
          facts.map(({ records }) => records[name]),
        ),
      ]),
    ),
    fields: { ...fieldsOf(bare), ...standardFields(STANDARD_FIELDS) },
  }
}

function recordOf(name: string, given: readonly (Facts['records'][string] | undefined)[]): FactRecord {
  const standard = Object.hasOwn(STANDARD_RECORDS, name) ? STANDARD_RECORDS[name] : undefined
  const rows = given.flatMap((rows): readonly FactRow[] => (Array.isArray(rows) ? rows : rows ? [rows as FactRow] : []))
  return {
    fields: { ...fieldsOf(rows.flatMap((row) => Object.entries(row))), ...standardFields(standard?.fields ?? {}) },
    many: standard?.many ?? given.some(Array.isArray),
    ...(standard?.children ? { children: standard.children } : {}),
  }
}

const standardFields = (kinds: Readonly<Partial<Record<FactKind, string>>>): Record<string, FactField> =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, keys]) => keys.split(' ').map((key) => [key, { kind: kind as FactKind }])),
  )

function fieldsOf(entries: readonly (readonly [string, FactValue])[]): Record<string, FactField> {
  const kinds = new Map<string, FactKind>()
  for (const [key, value] of entries) {
    const shown = kindOf(key, value)
    if (shown !== null && !kinds.has(key)) kinds.set(key, shown)
  }
  const silent = entries.filter(([key]) => !kinds.has(key)).map(([key]) => [key, kindByName(key)] as const)
  return Object.fromEntries([...silent, ...kinds].map(([key, kind]) => [key, { kind }]))
}

/** What a value shows; null for one that shows nothing. */
function kindOf(key: string, value: FactValue): FactKind | null {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'object') return 'texts'
  // Instants are ms by now; no amount of a trade is so large.
  if (typeof value === 'number') return kindByName(key) === 'instant' || value > 1e11 ? 'instant' : 'number'
  if (isDate(value)) return 'date'
  return /^-?\d+(\.\d+)?$/.test(value) ? 'number' : 'text'
}

const kindByName = (key: string): FactKind =>
  /_at$/.test(key) ? 'instant' : /_date$|^(eta|etd|ata|atd)$/.test(key) ? 'date' : 'text'
