import { type Language, say } from '#shared/i18n/language.ts'
import type { FactField, FactSchema } from './schema.ts'
import { VALUES } from './sentence-words.ts'
import type { TermOf } from './term.ts'

/** To whom an expression is told, and of what. */
export interface Telling {
  readonly schema: FactSchema
  readonly language: Language
  /** The list whose element is spoken of: its name need not be repeated. */
  readonly list: string | null
}

export function constant(
  { value, kind }: TermOf<'constant'>,
  of: FactField | null | undefined,
  language: Language,
): string {
  if (typeof value === 'boolean') return VALUES[value ? 'yes' : 'no'][language]
  if (kind !== 'text') return String(value)
  const word = of?.words && Object.hasOwn(of.words, String(value)) ? of.words[String(value)] : undefined
  return say(VALUES.quoted, language, { value: word?.[language] ?? String(value) })
}

export function name(term: TermOf<'field'>, telling: Telling): string {
  const { language, list } = telling
  const label = factOf(term, telling.schema)?.label?.[language] ?? spaced(term.field)
  if (term.record === null || term.record === list) return label
  return say(VALUES.of, language, { record: record(term.record, telling), field: lowered(label) })
}

/** `Signed file` inside a sentence is `signed file`, but `ETD` stays. */
const lowered = (label: string): string =>
  /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

const spaced = (key: string): string => key.replace(/^custom\./, '').replace(/_/g, ' ')

export const record = (key: string, { schema, language }: Telling): string =>
  schema.records[key]?.label?.[language] ?? spaced(key)

export function factOf({ record, field }: TermOf<'field'>, { records, fields }: FactSchema): FactField | undefined {
  return record === null ? fields[field] : records[record]?.fields[field]
}
