import type { Language } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { contract as contractType } from '#shared/trade/contract.ts'
import type { Contract } from '#shared/trade/index.ts'

/** What a contract says beside the goods and the price, in the order in which contracts say it. */
const CLAUSES = [
  'buyer_po_no',
  'latest_shipment_date',
  'partial_shipment',
  'transhipment',
  'quality_terms',
  'inspection_clause',
  'claims_days',
  'penalty',
  'law',
  'arbitration',
] as const satisfies readonly (keyof Contract)[]

/** The clauses of a contract, a line each under its name, and then its other terms. Null for a contract that has none. */
export function contractClauses(contract: Contract, language: Language): string | null {
  const { fields }: { readonly fields: Fields } = contractType
  const clauses = CLAUSES.flatMap((key) => {
    const [field, value] = [fields[key], contract[key] ?? null]
    if (!field || value === null) return []
    const shown = field.kind === 'choice' ? (field.choices[String(value)]?.[language] ?? value) : value
    return [`${field.label[language]}: ${shown}`]
  })
  const all = [...clauses, ...(contract.terms_text === null ? [] : [contract.terms_text])]
  return all.length > 0 ? all.join('\n') : null
}
