import { isCurrency } from '#shared/money/currency.ts'
import type { Values } from './change.ts'

/** The currency of an amount: its own, the firm's (`base`), or what a field of the record says; null while that says none. */
export function currencyOf({ currency }: { readonly currency: string }, record: Values, base: string): string | null {
  if (isCurrency(currency)) return currency
  if (currency === 'base') return base
  const said = record[currency]
  return typeof said === 'string' && isCurrency(said) ? said : null
}
