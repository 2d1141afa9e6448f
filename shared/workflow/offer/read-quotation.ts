import type { Problem } from '#shared/api.ts'
import type { DealFile } from '#shared/deal/deal-file.ts'
import { type LineValues, lineValues } from '#shared/deal/quoted-lines.ts'
import { seenDeal } from '#shared/deal/seen-deal.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { lineProblems } from '#shared/order/line-problem.ts'
import { readLines } from '#shared/order/line-text.ts'
import { expectedMargin, quotationSums } from '#shared/order/quotation-sums.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Values } from '#shared/record/change.ts'
import { rateProblems } from '#shared/record/rates.ts'
import type { Quotation, QuotationLine } from '#shared/trade/index.ts'

interface Reading {
  readonly file: DealFile
  /** What the form said. */
  readonly input: Values
  readonly currency: string
  /** The quotation that this one is a version of, or the draft as it is; its lines give what was not typed. */
  readonly before: Quotation | null
  readonly linesBefore: readonly QuotationLine[]
  readonly view: View
}

export type ReadQuotation =
  | { readonly problems: readonly Problem[] }
  | { readonly values: Values; readonly lines: readonly LineValues[] }

/** What a form of a quotation says, as values of the quotation and of its lines; or everything that is wrong with it. */
export function readQuotation(reading: Reading): ReadQuotation {
  const { file, input, currency, before, linesBefore, view } = reading
  const { lines: typed, ...values } = input
  const seesCost = view.access.sees.has('cost')
  const read = readLines(String(typed), currency, seesCost)
  const lines = lineValues(read.lines, currency, {
    before: linesBefore,
    lastPrices: seenDeal(file, view).lastPrices,
    seesCost,
  })
  const terms = { currency, ...(currency === view.currency ? { ...values, fx_rate: null } : values) }
  const problems = [...lineProblems('lines', read.problems, view.language), ...termProblems(terms, view)]
  if (problems.length > 0) return { problems }
  const charges = {
    currency,
    freight: amountIn(values, before, 'freight'),
    insurance: amountIn(values, before, 'insurance'),
    discount: amountIn(values, before, 'discount'),
  }
  const sums = quotationSums(lines, charges)
  if (sums.total < 0) return { problems: [said('discount', 'too_big', TOO_MUCH, view.language)] }
  const rate = (terms as Values).fx_rate as number | null | undefined
  const expected_margin = expectedMargin(lines, charges, { base: view.currency, rate: rate ?? null })
  // What was known of one offer of the deal is known of its next.
  const costed = file.parts.quotation.some((one) => one.costed) || lines.some(({ cost_price }) => cost_price !== null)
  return {
    values: { ...terms, ...portOf(terms, before), ...rateDate(terms, before, view), ...sums, expected_margin, costed },
    lines,
  }
}

/** What the form did not ask stays as it was. */
const amountIn = (values: Values, before: Quotation | null, key: 'freight' | 'insurance' | 'discount'): number | null =>
  ((key in values ? values[key] : before?.[key]) as number | null | undefined) ?? null

/** Where the seller's part of the way ends before the main carriage, nothing of that carriage is the seller's to charge. */
const WITHOUT_CARRIAGE: readonly unknown[] = ['EXW', 'FCA', 'FAS', 'FOB']

function termProblems(values: Values, { language, today, currency: base }: View): Problem[] {
  const { currency, fx_rate, incoterm, valid_until } = values
  const foreign = { base, currency: String(currency) }
  const carried = WITHOUT_CARRIAGE.includes(incoterm)
    ? (['freight', 'insurance'] as const).filter((key) => Number(values[key] ?? 0) > 0)
    : []
  return [
    ...(currency !== base && (fx_rate ?? null) === null
      ? [said('fx_rate', 'required', NO_RATE, language, foreign)]
      : []),
    ...rateProblems('quotation', { fx_rate }, values, base, language),
    ...carried.map((key) => said(key, 'incoterm', NOT_UNDER_TERM, language, { incoterm: String(incoterm) })),
    ...(typeof valid_until === 'string' && valid_until < today ? [said('valid_until', 'past', OVER, language)] : []),
  ]
}

/** The place of the term is a port: where the goods are loaded before the main carriage, else where it ends. */
function portOf({ incoterm, place_locode }: Values, before: Quotation | null): Values {
  if (!place_locode) return {}
  const port = WITHOUT_CARRIAGE.includes(incoterm) ? 'port_loading' : 'port_discharge'
  const known = before?.[port] ?? null
  return known === null || known === before?.place_locode ? { [port]: place_locode } : {}
}

/** A rate is that of the day on which somebody named it. */
function rateDate({ fx_rate }: Values, before: Quotation | null, { today }: View): Values {
  if (fx_rate === undefined || fx_rate === null) return { fx_date: null }
  return before && before.fx_rate === fx_rate && before.fx_date !== null
    ? { fx_date: before.fx_date }
    : { fx_date: today }
}

const said = (field: string, code: string, sentence: Text, language: Language, values = {}): Problem => ({
  field,
  code,
  message: say(sentence, language, values),
})

const NO_RATE = text(
  'The exchange rate is missing: how many {base} are paid for one {currency}.',
  '缺少汇率：1 {currency} 折合多少 {base}。',
)
const NOT_UNDER_TERM = text('Under {incoterm} the buyer pays this.', '{incoterm} 条款下由客户承担。')
const OVER = text('This date is over.', '该日期已过。')
const TOO_MUCH = text('The discount is more than the whole.', '折让超过总额。')
