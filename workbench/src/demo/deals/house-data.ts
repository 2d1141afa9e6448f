import type { PaymentTerm, Product } from '#shared/trade/index.ts'
import type { Firm } from '../firm.ts'
import { TERMS, type TermKey } from '../payment-terms.ts'
import { record } from '../record.ts'
import type { House } from '../staff.ts'
import { PRODUCTS } from '../words/products.ts'

/** Since when the firm has its terms and its articles: days ago. */
const SINCE_DAYS = 2_300

/** The terms that the firm's orders are paid by, for quotations to name. */
export function paymentTerms(firm: Firm, house: House): PaymentTerm[] {
  return (Object.keys(TERMS) as TermKey[]).map((key) => {
    const { name, parts } = TERMS[key]
    const last = parts.at(-1)
    const guard = parts.length > 1 && last && 'guards' in last ? last.guards : undefined
    return record('payment_term', making(firm, house, 'payment_term', key), {
      code: key,
      name,
      lines: parts.map(({ pct, anchor, days }) => ({ pct, anchor, days })),
      grace_days: 0,
      deposit_before_production: parts.some((part) => 'guards' in part && part.guards === 'production_start'),
      balance_before: guard === 'loading' || guard === 'bl_release' ? guard : null,
      risk_class: RISKS[key] ?? 2,
      status: 'active',
    })
  })
}

const RISKS: Readonly<Partial<Record<TermKey, number>>> = { advance: 1, open_account: 5, collection: 4 }

export const termId = (firm: Firm, key: TermKey): string => firm.id('payment_term', key, since(firm))

/** Every article that orders are written of. */
export function products(firm: Firm, house: House): Product[] {
  return PRODUCTS.map(({ sku, description, line, cost, pack, unit }) =>
    record('product', making(firm, house, 'product', sku), {
      code: sku,
      name: description,
      product_line: line,
      unit,
      pcs_per_carton: pack,
      cost_standard: Math.round(cost * 1e6),
      vat_rate: 1_300,
      rebate_rate: 1_300,
      lifecycle: 'active',
    }),
  )
}

const since = (firm: Firm): number => firm.at(firm.day - SINCE_DAYS, 10 * 60)

const making = (firm: Firm, house: House, type: 'payment_term' | 'product', key: string) => ({
  id: firm.id(type, key, since(firm)),
  at: since(firm),
  by: house.personId('fang.yuan'),
})
