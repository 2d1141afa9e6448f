import type { DealFile } from '#shared/deal/deal-file.ts'
import type { LineValues } from '#shared/deal/quoted-lines.ts'
import { costIn } from '#shared/order/article.ts'
import { expectedMargin, quotationSums } from '#shared/order/quotation-sums.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { MailReading } from '#shared/recognition/mail-reading.ts'
import type { Values } from '#shared/record/change.ts'
import type { AskedGoods } from './asked-goods.ts'
import { usualTerms } from './usual-terms.ts'

/** So many terms of one mail are offered side by side. */
const TERMS_MAX = 3

interface Drafting {
  readonly file: DealFile
  readonly asked: AskedGoods
  /** What the form said: `product_n`, `price_n` (millionths), `fx_rate`. */
  readonly input: Values
  readonly reading: MailReading
  readonly view: View
}

/** Drafts of what a mail asks for, one for each Incoterm that it names. What nobody knows, as the freight, is left out of them. */
export function askedDrafts(drafting: Drafting): { readonly values: Values; readonly lines: LineValues[] }[] {
  const { file, asked, input, reading, view } = drafting
  const { currency } = asked
  const lines = linesDrafted(drafting)
  const { currency: _, fx_rate: __, ...usual } = usualTerms(file, view.today, view.currency).values
  const fx_rate = currency === view.currency ? null : ((input.fx_rate as number | null | undefined) ?? null)
  const wanted = reading.quote_valid_until?.value
  const charges = { currency, freight: null, insurance: null, discount: null }
  const named = reading.incoterms.slice(0, TERMS_MAX).map(
    ({ code, place, locode }): Values => ({
      incoterm: code.value,
      named_place: place?.value.slice(0, 80) ?? null,
      place_locode: locode?.value ?? null,
    }),
  )
  return (named.length > 0 ? named : [{}]).map((term) => ({
    lines,
    values: {
      ...usual,
      ...term,
      ...portOf(term),
      currency,
      fx_rate,
      fx_date: fx_rate === null ? null : rateDate(asked, fx_rate, view),
      ...(wanted && wanted >= view.today ? { valid_until: wanted } : {}),
      ...quotationSums(lines, charges),
      expected_margin: expectedMargin(lines, charges, { base: view.currency, rate: fx_rate }),
      costed: lines.some(({ cost_price }) => cost_price !== null),
    },
  }))
}

/** A rate that was taken over is of the day that it was of; another is today's. */
const rateDate = ({ rate }: AskedGoods, fx_rate: number, { today }: View): string =>
  rate && rate.fx_rate === fx_rate && rate.fx_date !== null ? rate.fx_date : today

/** Up to the main carriage the place is where goods are loaded, else where they arrive. */
const portOf = ({ incoterm, place_locode }: Values): Values =>
  place_locode
    ? { [['EXW', 'FCA', 'FAS', 'FOB'].includes(String(incoterm)) ? 'port_loading' : 'port_discharge']: place_locode }
    : {}

const linesDrafted = ({ asked: { goods, currency }, input }: Drafting): LineValues[] =>
  goods.map(({ line, qty, unit, meant }, at) => {
    const article = meant.choices.find(({ code }) => code === input[`product_${at + 1}`])
    return {
      seq: at + 1,
      product_id: article?.id ?? null,
      sku: article?.code ?? null,
      // Under this number of theirs it is found again.
      buyer_sku: line.buyer_sku?.value.slice(0, 60) ?? null,
      description: (line.desc?.value ?? article?.name ?? line.our_sku?.value ?? '').slice(0, 500),
      hs_code: article?.hs_code ?? null,
      qty,
      unit,
      moq: null,
      currency,
      unit_price: Number(input[`price_${at + 1}`]),
      discount: null,
      // What one costs is by the unit that the article is counted in.
      cost_price: costIn(article, unit),
    }
  })
