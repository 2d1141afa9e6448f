import type { Language } from '#shared/i18n/language.ts'
import { formatScaled } from '#shared/money/amount.ts'
import { customer as customerType } from '#shared/trade/customer.ts'
import type { Customer } from '#shared/trade/index.ts'

/** The tier with its score and what it follows from: `B` and `62.5`. */
export function tierLine(customer: Customer, language: Language): { value: string; detail?: string } {
  if (!customer.tier) return { value: '–' }
  const score = customer.tier_score === null ? '' : formatScaled(customer.tier_score, 1)
  const basis =
    customer.tier_basis && customer.tier_basis !== 'score'
      ? customerType.fields.tier_basis.choices[customer.tier_basis][language]
      : ''
  const detail = [score, basis].filter(Boolean).join(' · ')
  return { value: customer.tier, ...(detail ? { detail } : {}) }
}
