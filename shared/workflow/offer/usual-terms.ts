import type { DealFile } from '#shared/deal/deal-file.ts'
import type { LastPrice } from '#shared/deal/last-price.ts'
import { asLineText, linesOf } from '#shared/deal/quoted-lines.ts'
import { LINES_MAX, writeLines } from '#shared/order/line-text.ts'
import type { Values } from '#shared/record/change.ts'
import { addDays, type CivilDate } from '#shared/time/civil-date.ts'
import type { PaymentTerm } from '#shared/trade/index.ts'

/** How long an offer is valid when nobody says (domain 1.7, ours). */
export const VALID_DAYS = 30

/** What a new offer begins with, as it would be stored, and where its prices come from. */
export interface UsualTerms {
  readonly values: Values
  /** As somebody would type them. */
  readonly lines: string
  /** The order whose prices the lines have. */
  readonly of: LastPrice | null
}

/**
 * What a new quotation of a deal begins with: the terms of the offer before it, else what the buyer asked for, else what is
 * usual with them; and what they ordered last, at the prices that they paid.
 */
export function usualTerms(file: DealFile, today: CivilDate, base: string): UsualTerms {
  const { deal, customer, terms, lastPrices, parts } = file
  const [before] = parts.quotation
  const [inquiry] = parts.inquiry
  const [newest] = lastPrices
  const currency =
    before?.currency ??
    deal.currency ??
    inquiry?.currency ??
    newest?.currency ??
    customer?.default_currency ??
    usualCurrency(file, base)
  const asked = inquiry?.incoterm
    ? { incoterm: inquiry.incoterm, named_place: inquiry.named_place }
    : { incoterm: customer?.default_incoterm ?? null, named_place: customer?.default_place ?? null }
  const place = before ? { incoterm: before.incoterm, named_place: before.named_place } : asked
  const ordered = newest && newest.currency === currency ? lastPrices.filter(isOfOrder(newest)).slice(0, LINES_MAX) : []
  const quoted = before ? linesOf(parts.quotation_line, before.id) : []
  const useful = before?.currency === currency && quoted.length > 0
  return {
    values: {
      currency,
      fx_rate: before?.currency === currency ? before.fx_rate : null,
      ...place,
      place_locode: before?.place_locode ?? null,
      payment_term_id: before?.payment_term_id ?? usualTerm(terms, customer?.payment_term ?? null)?.id ?? null,
      valid_until: addDays(today, VALID_DAYS),
      lead_time_days: before?.lead_time_days ?? null,
      tolerance: before?.tolerance ?? null,
    },
    lines: useful
      ? writeLines(quoted.map(asLineText))
      : writeLines(ordered.map((price) => ({ ...price, discount: null, cost_price: null }))),
    of: !useful && ordered.length > 0 ? (newest ?? null) : null,
  }
}

/** Exports are offered in dollars: the first two letters of a currency are those of its country. */
function usualCurrency({ deal, customer, parts }: DealFile, base: string): string {
  const country = customer?.country ?? parts.inquiry[0]?.country ?? deal.destination_country
  return country === null || country === undefined || base.startsWith(country) ? base : 'USD'
}

const isOfOrder =
  ({ order_no }: LastPrice) =>
  (price: LastPrice): boolean =>
    price.order_no === order_no

/** The usual term of a customer is kept in words: by name or code it is found among those in use. */
function usualTerm(terms: readonly PaymentTerm[], usual: string | null): PaymentTerm | undefined {
  const plain = (words: string | null) => (words ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return usual === null
    ? undefined
    : terms.find(({ code, name, name_zh }) => [code, name, name_zh].some((one) => plain(one) === plain(usual)))
}
