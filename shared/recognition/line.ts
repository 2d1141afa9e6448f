import type { Found } from './found.ts'

/** A line of goods that a buyer asks for; what the mail does not say of it is left out. */
export interface InquiryLine {
  readonly desc?: Found<string>
  readonly buyer_sku?: Found<string>
  readonly our_sku?: Found<string>
  readonly qty?: Found<number>
  /** What it was before, where the mail changes a quantity. */
  readonly old_qty?: Found<number>
  readonly annual_qty?: Found<number>
  /** As the buyer writes it; `unitCode` of `units.ts` has its code. */
  readonly unit?: Found<string>
  /** A decimal: `5.40`. */
  readonly target_price?: Found<string>
  readonly currency?: Found<string>
  /** The Incoterm and place that the target price is meant for. */
  readonly target_basis?: Found<string>
  /** What shall be made the buyer's own of it: `laser logo, gift box`. */
  readonly customisation?: Found<string>
  readonly note?: Found<string>
  /** The sheet that came with the mail and the row of it, from 1; absent for what the mail says itself. */
  readonly source?: { readonly file: string; readonly row: number }
}
