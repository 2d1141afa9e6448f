import { fieldsOf } from '#shared/access/field-class.ts'
import type { Problem } from '#shared/api.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { linesOf } from '#shared/deal/quoted-lines.ts'
import { type Language, text } from '#shared/i18n/language.ts'
import { quotationSums } from '#shared/order/quotation-sums.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Values } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Quotation } from '#shared/trade/index.ts'
import { ownFormFields } from '../form.ts'

/** What a contract is asked for besides what its quotation says. */
const ASKED = [
  'kind',
  'buyer_po_no',
  'contract_date',
  'latest_shipment_date',
  'partial_shipment',
  'transhipment',
  'claims_days',
  'terms_text',
] as const

/** The form of a contract, as far as its reader sees the fields. */
export function contractFields(view: View): Fields {
  const seen = fieldsOf('contract', view)
  const asked = ASKED.flatMap((key) => (seen[key] ? [[key, seen[key]] as const] : []))
  return { ...Object.fromEntries(asked), ...ownFormFields('contract', view) }
}

const AGREED: readonly Quotation['status'][] = ['accepted', 'negotiating']

/** An offer that was not accepted in time is none any more; what was accepted stays agreed. */
export const hasExpired = ({ status, valid_until }: Quotation, today: CivilDate): boolean =>
  status === 'negotiating' && valid_until !== null && valid_until < today

/** What a contract can be made from: what the buyer has accepted, or is about to; the newest first. */
export const quotationsToSign = ({ parts }: DealFile, today: CivilDate): Quotation[] =>
  [...parts.quotation]
    .filter((quotation) => AGREED.includes(quotation.status) && !hasExpired(quotation, today))
    .sort((a, b) => AGREED.indexOf(a.status) - AGREED.indexOf(b.status))

/** What a contract takes over from its quotation, all of it. */
export const termsOf = (quotation: Quotation): Values => ({
  quotation_id: quotation.id,
  contact_id: quotation.contact_id,
  currency: quotation.currency,
  amount: quotation.total,
  fx_rate: quotation.fx_rate,
  fx_date: quotation.fx_date,
  incoterm: quotation.incoterm,
  incoterm_year: quotation.incoterm_year,
  named_place: quotation.named_place,
  place_locode: quotation.place_locode,
  port_loading: quotation.port_loading,
  port_discharge: quotation.port_discharge,
  payment_term_id: quotation.payment_term_id,
  tolerance: quotation.tolerance,
})

/** A contract comes to what its lines come to, with freight and insurance and less the discount, to the cent (domain 2.2.5). */
export function amountProblems(quotation: Quotation, { parts }: DealFile, language: Language): Problem[] {
  const lines = linesOf(parts.quotation_line, quotation.id)
  const { total } = quotationSums(lines, quotation)
  return lines.length > 0 && total === quotation.total
    ? []
    : [{ field: 'amount', code: 'amounts', message: NOT_THE_LINES[language] }]
}

/** Dates that are over already. */
export const dateProblems = ({ latest_shipment_date: date }: Values, { today, language }: View): Problem[] =>
  typeof date === 'string' && date < today
    ? [{ field: 'latest_shipment_date', code: 'past', message: OVER[language] }]
    : []

const NOT_THE_LINES = text(
  'The lines of the quotation do not come to its total: look at it again.',
  '报价单明细合计与总额不一致，请核对。',
)
const OVER = text('This date is over.', '该日期已过。')
