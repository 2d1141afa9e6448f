import type { Problem } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Values } from './change.ts'
import type { Fields } from './field.ts'
import { problem } from './problems.ts'

/**
 * What is wrong with the order of a record's dates: a date whose field says `notBefore` is not before the date that it names.
 * It is told at the field that says so, whichever of the two was written. `whole` is the record as it will be.
 */
export const dateOrderProblems = (fields: Fields, whole: Values, language: Language): Problem[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    const first = field.kind === 'date' && field.notBefore !== undefined ? whole[field.notBefore] : null
    const last = whole[key]
    if (typeof first !== 'string' || typeof last !== 'string' || last >= first) return []
    return [problem(key, 'too_early', language, { date: first })]
  })
