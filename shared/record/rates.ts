import type { Problem } from '#shared/api.ts'
import type { Language } from '#shared/i18n/language.ts'
import { implausibleRate } from '#shared/money/plausible-rate.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import type { Values } from './change.ts'
import type { Fields } from './field.ts'
import { problem } from './problems.ts'

/** What is wrong with the exchange rates among `values`; `base` is the firm's own currency. */
export function rateProblems(
  type: TypeName,
  values: Values,
  whole: Values,
  base: string,
  language: Language,
): Problem[] {
  const fields: Fields = TYPES[type].fields
  return Object.entries(values).flatMap(([key, rate]) => {
    const field = fields[key]
    const currency = field?.kind === 'rate' && field.of !== undefined ? whole[field.of] : null
    if (typeof rate !== 'number' || typeof currency !== 'string') return []
    const about = implausibleRate(rate, currency, base)
    return about === null ? [] : [problem(key, 'rate', language, { about, base, currency })]
  })
}
