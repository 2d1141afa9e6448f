import type { Language } from '#shared/i18n/language.ts'
import type { ValueOf } from '#shared/record/field.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { quotation } from '#shared/trade/quotation.ts'

/**
 * A commercial document as plain data, whatever file it becomes: a quotation (EDI 1001 code 310), a proforma invoice
 * (325) or a sales contract (315). Amounts are minor units of `currency`, quantities thousandths, prices millionths, discounts of a line and
 * tolerances hundredths of a percent, all as records keep them; nothing is worked out here that a record has.
 */
export interface Paper {
  readonly kind: 'quotation' | 'proforma' | 'contract'
  /** Of the words that are ours; what people wrote stays as they wrote it. */
  readonly language: Language
  readonly docNo: string
  readonly versionNo: number
  readonly date: CivilDate
  readonly validUntil: CivilDate | null
  readonly currency: string
  readonly seller: Seller
  readonly buyer: Party
  readonly contact: { readonly name: string; readonly email: string | null; readonly phone: string | null } | null
  /** The member of staff who answers for it. */
  readonly issuer: { readonly name: string; readonly email: string | null } | null
  readonly delivery: Delivery | null
  readonly paymentTerm: string | null
  readonly lines: readonly PaperLine[]
  readonly linesTotal: number
  readonly freight: number | null
  readonly insurance: number | null
  /** What is taken off, as a positive amount. */
  readonly discount: number | null
  readonly total: number
  readonly leadTimeDays: number | null
  /** What the lead time counts from. */
  readonly leadTimeFrom: LeadTimeFrom | null
  readonly tolerance: number | null
  readonly remarks: string | null
  readonly terms: string | null
}

type LeadTimeFrom = ValueOf<typeof quotation.fields.lead_time_from>

export interface Party {
  readonly name: string
  /** Lines of it are separated by line breaks. */
  readonly address: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
}

export interface Seller {
  readonly name: string
  readonly nameEn: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly banks: readonly BankAccount[]
}

export interface BankAccount {
  readonly beneficiary: string
  readonly bank: string
  readonly account: string
  /** ISO 9362. */
  readonly swift: string | null
  readonly address: string | null
}

export interface Delivery {
  /** An Incoterm's code. */
  readonly term: string
  readonly year: number
  readonly place: string
  readonly portOfLoading: string | null
  readonly portOfDischarge: string | null
}

export interface PaperLine {
  readonly seq: number
  readonly sku: string | null
  readonly buyerSku: string | null
  readonly description: string
  readonly qty: number
  /** UN/ECE Recommendation 20 code. */
  readonly unit: string
  readonly unitPrice: number
  readonly discount: number | null
  readonly total: number
}

/** A paper whose numbers do not agree with each other; no file is made of it. */
export class PaperDisagrees extends RangeError {}

/** Throws {@link PaperDisagrees} unless lines, charges and total add up to the cent: a paper is not sent that does not. */
export function mustAddUp(paper: Paper): void {
  const lines = paper.lines.reduce((sum, { total }) => sum + total, 0)
  const { linesTotal, freight, insurance, discount, total } = paper
  if (lines !== linesTotal) throw new PaperDisagrees('lines')
  if (linesTotal + (freight ?? 0) + (insurance ?? 0) - (discount ?? 0) !== total) throw new PaperDisagrees('total')
}
