import { isCurrency } from '#shared/money/currency.ts'
import type { Values } from './change.ts'

/** The currency of an amount: its own, the firm's (`base`), or what a field of the record says; null while that is empty. */
export function currencyOf({ currency }: { readonly currency: string }, record: Values, base: string): string | null {
  if (isCurrency(currency)) return currency
  return currency === 'base' ? base : ((record[currency] as string | null | undefined) ?? null)
}
