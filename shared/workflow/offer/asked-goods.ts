import type { Situation } from '#shared/customer/situation.ts'
import { isOrdered } from '#shared/deal/ordered.ts'
import { seenDeal } from '#shared/deal/seen-deal.ts'
import { type Language, say, type Text, text } from '#shared/i18n/language.ts'
import { readNumber, trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { type Article, costIn, type Meant, meaning } from '#shared/order/article.ts'
import { expectedMargin } from '#shared/order/quotation-sums.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { LineReading } from '#shared/recognition/mail-reading.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { quotation } from '#shared/trade/quotation.ts'
import { unitWord } from '#shared/trade/unit.ts'
import type { Offer } from '../action.ts'
import { formOf } from '../form.ts'
import { usualTerms } from './usual-terms.ts'

/** So many lines are laid before somebody; a longer list is quoted as text. */
export const GOODS_MAX = 10

/** A line that the mail asks for, with what it is offered as. */
export interface AskedGood {
  readonly line: LineReading
  /** Thousandths. */
  readonly qty: number
  /** UN/ECE Recommendation 20. */
  readonly unit: string
  readonly meant: Meant
  /** Millionths; null where a person has to say. */
  readonly price: { readonly unit_price: number; readonly from: Text } | null
}

/** What of the open mail can be quoted. */
export interface AskedGoods {
  readonly currency: string
  /** Of the newest offer, 10⁻⁸. Null where no offer has named one, and in the firm's own currency. */
  readonly rate: { readonly fx_rate: number; readonly fx_date: string | null } | null
  readonly goods: readonly AskedGood[]
  /** Lines without a quantity, and beyond {@link GOODS_MAX}. */
  readonly left: number
}

/**
 * The goods of the open mail as they may be quoted; null where there are none, or the deal has an offer. A price is what this buyer
 * paid last, else what they wish to pay, told as such: what is earned by it stands beside it, and a person decides.
 */
export function askedGoods({ goods: known, deal: file }: Situation, view: Omit<View, 'offers'>): AskedGoods | null {
  const reading = known ? view.reading?.() : undefined
  if (!known || !reading || file?.deal.status !== 'open' || isOrdered(file) || file.parts.quotation.length > 0)
    return null
  const { values } = usualTerms(file, view.today, view.currency)
  const said = reading.currency ?? reading.lines.find(({ currency }) => currency)?.currency
  const currency = said?.value ?? String(values.currency)
  const means = meaning(known.articles, known.mapped)
  const { lastPrices } = seenDeal(file, view)
  const counted = reading.lines.filter(({ qty, desc, our_sku }) => qty && qty.value > 0 && (desc ?? our_sku))
  const goods = counted.slice(0, GOODS_MAX).map((line): AskedGood => {
    const meant = means(line, file.deal.customer_id)
    const sku = meant.article?.code
    const paid = lastPrices.find((one) => sku !== undefined && one.sku === sku && one.currency === currency)
    const wish = wishOf(line, currency)
    return {
      line,
      qty: Math.round((line.qty?.value ?? 0) * 1000),
      unit: line.unitCode ?? meant.article?.unit ?? 'H87',
      meant,
      price: paid
        ? { unit_price: paid.unit_price, from: filled(LAST, { number: paid.order_no, date: paid.date }) }
        : wish === null
          ? null
          : { unit_price: wish, from: WISH },
    }
  })
  if (goods.length === 0) return null
  const rate = currency === view.currency ? null : (known.rates.find((one) => one.currency === currency) ?? null)
  return { currency, rate, goods, left: reading.lines.length - goods.length }
}

/** Of a target that pays the main carriage too nobody knows what is for the goods. */
const CARRIED = /\b(?:CFR|CIF|CPT|CIP|DAP|DPU|DDP)\b/i

function wishOf({ target_price, currency: of, target_basis }: LineReading, currency: string): number | null {
  if (!target_price || (of && of.value !== currency) || CARRIED.test(target_basis?.value ?? '')) return null
  const price = readNumber(target_price.value, 6)
  return price !== null && price >= 0 ? price : null
}

/** The form: an article and a price for each line, and the rate where there is one. */
export function goodsFields(asked: AskedGoods, view: Omit<View, 'offers'>): Fields {
  const { currency, goods } = asked
  const rows = goods.flatMap(({ line, qty, unit, meant }, at): [string, Field][] => {
    const n = at + 1
    const name = line.desc?.value ?? line.our_sku?.value ?? ''
    const theirs = line.buyer_sku ? ` (${line.buyer_sku.value})` : ''
    const words = `${n}. ${name}${theirs}, ${amount(qty)} ${unitWord(unit)}`
    const label = text(words, words)
    return [
      [
        `product_${n}`,
        {
          kind: 'choice',
          label,
          choices: Object.fromEntries(meant.choices.map((one) => [one.code, named(one)])),
          order: meant.choices.map(({ code }) => code),
        },
      ],
      [`price_${n}`, { kind: 'price', currency, required: true, label: filled(PRICE, { n, currency }) }],
    ]
  })
  return {
    ...Object.fromEntries(rows),
    ...(currency === view.currency ? {} : { fx_rate: quotation.fields.fx_rate }),
  }
}

/** Offered beside a mail that asks for goods, as long as the deal has no quotation. */
export function goodsOffers(situation: Situation, view: Omit<View, 'offers'>): readonly Offer[] {
  const { deal: file } = situation
  const asked = file ? askedGoods(situation, view) : null
  if (!file || !asked) return []
  const { goods, rate, left, currency } = asked
  const rows = goods.map(({ meant, price }, at) => ({ n: at + 1, meant, price }))
  const form = formOf({
    action: 'quote-asked',
    target: { type: 'deal', id: file.deal.id, version: file.deal.version },
    label: QUOTE[view.language],
    ...(left > 0 ? { hint: say(LEFT, view.language, { count: left }) } : {}),
    fields: goodsFields(asked, view),
    values: {
      ...Object.fromEntries(rows.map(({ n, meant }) => [`product_${n}`, meant.article?.code ?? ''])),
      ...Object.fromEntries(
        rows.flatMap(({ n, price }) => (price ? [[`price_${n}`, typed(price.unit_price, 6)]] : [])),
      ),
      ...(rate ? { fx_rate: typed(rate.fx_rate, 8) } : {}),
    },
    hints: {
      ...Object.fromEntries(rows.map(({ n, meant }) => [`product_${n}`, WHY[meant.because]])),
      ...Object.fromEntries(goods.map((good, at) => [`price_${at + 1}`, priceHint(good, asked, view)])),
      fx_rate: rate ? filled(RATE_OF, { date: rate.fx_date ?? '–' }) : filled(NO_RATE, { currency }),
    },
    reads: true,
    language: view.language,
    folded: true,
  })
  return [{ form, on: file.deal.standing ?? 0 }]
}

/** Where a price comes from, and what is earned by it for who may know. */
function priceHint({ meant, price, qty, unit }: AskedGood, asked: AskedGoods, view: Omit<View, 'offers'>): Text {
  if (!price) return NO_PRICE
  if (!MARGIN_CLASSES.every((one) => view.access.sees.has(one)) || !meant.article) return price.from
  const earned = earnedBy({ qty, unit_price: price.unit_price, cost_price: costIn(meant.article, unit) }, asked, view)
  return text(`${price.from.en} · ${earned.en}`, `${price.from['zh-CN']} · ${earned['zh-CN']}`)
}

/** What a margin with a price tells: who may not know one of these is told none. */
export const MARGIN_CLASSES = ['sales', 'cost', 'profit'] as const

/** What a line earns, in words; or what of it is not known. */
export function earnedBy(
  line: { readonly qty: number; readonly unit_price: number; readonly cost_price: number | null },
  { currency, rate }: { readonly currency: string; readonly rate: { readonly fx_rate: number } | null },
  { currency: base }: Pick<View, 'currency'>,
): Text {
  if (line.cost_price === null) return NO_COST
  if (currency !== base && rate === null) return UNRATED
  const margin = expectedMargin(
    [{ ...line, discount: null }],
    { currency, discount: null },
    { base, rate: rate?.fx_rate ?? null },
  )
  return margin === null ? NO_MARGIN : filled(MARGIN, { margin: typed(margin, 2) })
}

const typed = (scaled: number, decimals: number): string => trimmed(typedNumber(scaled, decimals))
/** `6,000` of thousandths. */
export const amount = (qty: number): string =>
  Number(typed(qty, 3)).toLocaleString('en-US', { maximumFractionDigits: 3 })
const named = ({ code, name, name_zh }: Article): Text => text(`${code} ${name}`, `${code} ${name_zh ?? name}`)

/** A sentence with its values, in both languages. */
function filled(sentence: Text, values: Readonly<Record<string, string | number>>): Text {
  const [en, zh] = (['en', 'zh-CN'] as const satisfies readonly Language[]).map((one) => say(sentence, one, values))
  return text(en ?? '', zh ?? '')
}

const QUOTE = text('Quote', '报价')
const PRICE = text('{n}. Price ({currency})', '{n}. 单价（{currency}）')
const WHY: Readonly<Record<Meant['because'], Text>> = {
  named: text('Their mail names our code.', '来信已写明我方编码。'),
  before: text('Quoted to them before under this number of theirs.', '此前已按该客户货号报过价。'),
  alike: text('Suggested by its name: please check.', '按品名推荐，请核对。'),
  several: text('Several of ours may be meant: please choose.', '可能对应多款产品，请选择。'),
  faint: text(
    'Nothing of ours is called quite like this: please choose, or it is quoted in their words.',
    '没有名称一致的产品，请选择，否则按客户品名报价。',
  ),
  none: text(
    'Nothing of ours is called like this: it is quoted in their words.',
    '没有名称相近的产品，将按客户品名报价。',
  ),
}
const WISH = text('Their target price', '客户目标价')
const LAST = text('Paid last, {number} of {date}', '上次成交价，{date} {number}')
const NO_PRICE = text('No price is known: please say one.', '暂无价格，请填写。')
const NO_COST = text('cost not known', '成本未知')
const UNRATED = text('margin not known without a rate', '缺少汇率，毛利率未知')
const NO_MARGIN = text('margin not known', '毛利率未知')
const MARGIN = text('expected margin {margin} %', '预期毛利率 {margin} %')
const RATE_OF = text('As in the newest quotation, rate of {date}', '取自最近报价单，汇率日期 {date}')
const NO_RATE = text(
  'No quotation in {currency} has a rate yet: without one the margin is not known.',
  '尚无 {currency} 报价汇率，不填则毛利率未知。',
)
const LEFT = text(
  '{count} more lines are not in it: no quantity, or too many.',
  '另有 {count} 行未列入（无数量或行数过多）。',
)
