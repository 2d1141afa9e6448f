import type { DealFile } from '#shared/deal/deal-file.ts'
import { changed } from '#shared/deal/effects/effect.ts'
import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'

/**
 * What is written when a deal that had no customer has one: the deal, and what was made for it so far. A quotation that waits for
 * approval stays as it was asked for.
 */
export function customerLinked(
  { deal, parts }: DealFile,
  customer: { readonly customer_id: string; readonly contact_id: string | null },
): Change[] {
  const without = (record: AnyRecord): boolean => record.customer_id === null
  return [
    changed('deal', deal, customer),
    ...parts.inquiry.filter(without).map((inquiry) => changed('inquiry', inquiry, customer)),
    ...parts.quotation
      .filter((quotation) => without(quotation) && quotation.status !== 'pending_approval')
      .map((quotation) => changed('quotation', quotation, customer)),
    ...parts.sample.filter(without).map((sample) => changed('sample', sample, customer)),
  ]
}
