import type { Problem } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import { TYPES } from '#shared/trade/index.ts'
import { ownField } from '#shared/trade/own-field.ts'
import type { FieldDefinition } from './firm-fields.ts'
import { type ProblemCode, problem } from './problems.ts'
import { BOOKKEEPING } from './record-type.ts'

/** How many own fields of one type are in use at most (domain 1.25). */
export const OWN_FIELDS_MAX = 60
/** Letters of one choice. */
const OPTION_MAX = 60
/** Letters of all choices of one type: they are read whenever somebody signs in. */
export const OPTIONS_TOTAL_MAX = 40_000

/** What is wrong with the definition of an own field by itself, whatever else the firm has. */
export function definitionProblems(definition: FieldDefinition, language: Language): Problem[] {
  return [
    ...keyProblems(definition, language),
    ...(['label_en', 'label_zh'] as const).flatMap((key) =>
      isBlank(definition[key]) ? [problem(key, 'required', language)] : [],
    ),
    ...optionProblems(definition, language),
    ...currencyProblems(definition, language),
  ]
}

/** A key is part of every address and filter of the field, and never changes. */
function keyProblems({ entity, key }: FieldDefinition, language: Language): Problem[] {
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(key)) return [problem('key', 'key', language)]
  // What every JavaScript object has is no name for a value; many a caller writes `to_string` as `toString`.
  const camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const reserved = Object.hasOwn(TYPES[entity].fields, key) || BOOKKEEPING.has(key) || camel in {}
  return reserved ? [problem('key', 'reserved', language)] : []
}

function optionProblems({ kind, options }: FieldDefinition, language: Language): Problem[] {
  const refused = (code: ProblemCode, values?: Record<string, string | number>) => [
    problem('options', code, language, values),
  ]
  const given = options ?? []
  if (kind !== 'choice') return given.length > 0 ? refused('only_for', { kind: KINDS.choice[language] }) : []
  if (given.length === 0) return refused('required')
  if (given.some(isBlank)) return refused('empty')
  if (given.some((option) => option.length > OPTION_MAX)) return refused('too_long', { maximum: OPTION_MAX })
  const distinct = new Set(given.map((option) => option.normalize('NFC').trim()))
  return distinct.size < given.length ? refused('twice') : []
}

function currencyProblems({ kind, currency }: FieldDefinition, language: Language): Problem[] {
  if (kind === 'money') return currency ? [] : [problem('currency', 'required', language)]
  return currency ? [problem('currency', 'only_for', language, { kind: KINDS.money[language] })] : []
}

const KINDS = ownField.fields.kind.choices

/** Nothing that a person could see. */
const isBlank = (name: string): boolean => /^[\s\p{Z}\p{Cc}\p{Cf}]*$/u.test(name)
