import { countryName } from '#shared/i18n/dates.ts'
import { say, type Text, text } from '#shared/i18n/language.ts'
import { trimmed } from '#shared/i18n/numbers.ts'
import { formatScaled } from '#shared/money/amount.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { quotation } from '#shared/trade/quotation.ts'
import { chineseAmount } from './chinese-amount.ts'
import { englishAmount } from './english-amount.ts'
import type { BankAccount, Paper, PaperLine } from './paper.ts'
import { unitText, WORDS } from './words.ts'

/**
 * What a template may ask for, as `{{quotation.doc_no}}`: a name, what it stands for, and its value. A number is also an
 * exact decimal string, so that a cell of a sheet holds a real number; a date is one too.
 */
export interface Filling {
  /** As a person reads it; empty for nothing. */
  readonly shown: string
  readonly number?: string
  readonly date?: string
}

export interface Placeholder<Of> {
  readonly label: Text
  readonly of: (of: Of, paper: Paper) => Filling
}

/** Those that stand for one thing of the paper. `proforma.…` says the same as `quotation.…`. */
const SINGLE: Readonly<Record<string, Placeholder<Paper>>> = {
  'quotation.title': written(
    text('QUOTATION or PROFORMA INVOICE', '报价单或形式发票'),
    ({ kind, language }) => WORDS[kind][language],
  ),
  'quotation.doc_no': written(text('Number', '编号'), ({ docNo }) => docNo),
  'quotation.version_no': { label: text('Version', '版本'), of: ({ versionNo }) => integer(versionNo) },
  'quotation.date': { label: text('Date', '日期'), of: ({ date }) => day(date) },
  'quotation.valid_until': { label: text('Valid until', '有效期至'), of: ({ validUntil }) => day(validUntil) },
  'quotation.currency': written(text('Currency', '币种'), ({ currency }) => currency),
  'quotation.delivery': written(text('Delivery term, place and edition', '贸易术语、地点及版本'), deliveryText),
  'quotation.incoterm': written(text('Incoterm', '贸易术语'), ({ delivery }) => delivery?.term),
  'quotation.incoterm_year': {
    label: text('Incoterms edition', '术语版本'),
    of: ({ delivery }) => integer(delivery?.year ?? null),
  },
  'quotation.named_place': written(text('Named place', '交货地点'), ({ delivery }) => delivery?.place),
  'quotation.port_loading': written(text('Port of loading', '装运港'), ({ delivery }) => delivery?.portOfLoading),
  'quotation.port_discharge': written(text('Port of discharge', '目的港'), ({ delivery }) => delivery?.portOfDischarge),
  'quotation.payment_term': written(text('Payment term', '付款方式'), ({ paymentTerm }) => paymentTerm),
  'quotation.lead_time_days': {
    label: text('Lead time in days', '交货期（天）'),
    of: ({ leadTimeDays }) => integer(leadTimeDays),
  },
  'quotation.lead_time': written(text('Lead time in words', '交货期（文字）'), leadTimeText),
  'quotation.tolerance': {
    label: text('More or less, percent', '溢短装（%）'),
    of: ({ tolerance }) => scaled(tolerance, 2, trimmed),
  },
  'quotation.lines_total': { label: text('Sum of lines', '明细合计'), of: (paper) => money(paper.linesTotal, paper) },
  'quotation.freight': { label: text('Freight', '运费'), of: (paper) => money(paper.freight, paper) },
  'quotation.insurance': { label: text('Insurance', '保险费'), of: (paper) => money(paper.insurance, paper) },
  'quotation.discount': { label: text('Discount, taken off', '折让'), of: (paper) => money(paper.discount, paper) },
  'quotation.total': { label: text('Total', '总金额'), of: (paper) => money(paper.total, paper) },
  'quotation.total_in_words': written(text('Total in words of the paper’s language', '总金额大写'), totalInWords),
  'quotation.total_in_english': written(text('Total in English words', '英文大写金额'), ({ total, currency }) =>
    englishAmount(total, currency),
  ),
  'quotation.total_in_chinese': written(text('Total in Chinese capitals', '中文大写金额'), ({ total, currency }) =>
    chineseAmount(total, currency),
  ),
  'quotation.remarks': written(text('Remarks', '备注'), ({ remarks }) => remarks),
  'quotation.terms_text': written(text('Terms', '条款'), ({ terms }) => terms),
  'seller.name': written(text('Our name', '卖方名称'), ({ seller }) => seller.name),
  'seller.name_en': written(text('Our English name', '卖方英文名称'), ({ seller }) => seller.nameEn),
  'seller.address': written(text('Our address', '卖方地址'), ({ seller }) => seller.address),
  'seller.phone': written(text('Our telephone', '卖方电话'), ({ seller }) => seller.phone),
  'seller.email': written(text('Our mail address', '卖方邮箱'), ({ seller }) => seller.email),
  'seller.website': written(text('Our website', '卖方网址'), ({ seller }) => seller.website),
  'buyer.name': written(text("Buyer's name", '买方名称'), ({ buyer }) => buyer.name),
  'buyer.address': written(text("Buyer's address", '买方地址'), ({ buyer }) => buyer.address),
  'buyer.country': written(
    text("Buyer's country", '买方国家'),
    ({ buyer, language }) => buyer.country && countryName(buyer.country, language),
  ),
  'contact.full_name': written(text('Contact', '联系人'), ({ contact }) => contact?.name),
  'contact.email': written(text("Contact's mail address", '联系人邮箱'), ({ contact }) => contact?.email),
  'contact.phone': written(text("Contact's telephone", '联系人电话'), ({ contact }) => contact?.phone),
  'issuer.name': written(text('Who issues it', '经办人'), ({ issuer }) => issuer?.name),
  'issuer.email': written(text("Issuer's mail address", '经办人邮箱'), ({ issuer }) => issuer?.email),
}

const LINE: Readonly<Record<string, Placeholder<PaperLine>>> = {
  'line.seq': { label: text('Line number', '行号'), of: ({ seq }) => integer(seq) },
  'line.sku': written(text('SKU', '货号'), ({ sku }) => sku),
  'line.buyer_sku': written(text("Buyer's SKU", '客户货号'), ({ buyerSku }) => buyerSku),
  'line.description': written(text('Description', '品名'), ({ description }) => description),
  'line.qty': { label: text('Quantity', '数量'), of: ({ qty }) => scaled(qty, 3, trimmed) },
  'line.unit': written(text('Unit', '单位'), ({ unit }, { language }) => unitText(unit)[language]),
  'line.unit_price': {
    label: text('Unit price', '单价'),
    of: ({ unitPrice }, { currency }) => price(unitPrice, currency),
  },
  'line.discount': {
    label: text('Discount, percent', '折扣（%）'),
    of: ({ discount }) => scaled(discount, 2, trimmed),
  },
  'line.line_total': { label: text('Amount', '金额'), of: ({ total }, paper) => money(total, paper) },
}

/** Freight, insurance and discount, those that there are. */
interface Charge {
  readonly label: string
  readonly amount: number
}

const CHARGE: Readonly<Record<string, Placeholder<Charge>>> = {
  'charge.label': written(text('Freight, insurance or discount', '运费、保险费或折让'), ({ label }) => label),
  'charge.amount': { label: text('Its amount', '其金额'), of: ({ amount }, paper) => money(amount, paper) },
}

const BANK: Readonly<Record<string, Placeholder<BankAccount>>> = {
  'bank.beneficiary': written(text('Beneficiary', '收款人'), ({ beneficiary }) => beneficiary),
  'bank.bank': written(text('Bank', '开户行'), ({ bank }) => bank),
  'bank.account': written(text('Account no.', '账号'), ({ account }) => account),
  'bank.swift': written(text('SWIFT', 'SWIFT'), ({ swift }) => swift),
  'bank.address': written(text('Bank address', '银行地址'), ({ address }) => address),
}

/** What a paper has several of; in a template, a row that names one stands for all of them. */
interface Repeat<Of> {
  readonly rows: (paper: Paper) => readonly Of[]
  readonly placeholders: Readonly<Record<string, Placeholder<Of>>>
}

// biome-ignore lint/suspicious/noExplicitAny: each repeat hands its own rows to its own placeholders
export const REPEATS: Readonly<Record<'line' | 'charge' | 'bank', Repeat<any>>> = {
  line: { rows: ({ lines }) => lines, placeholders: LINE } satisfies Repeat<PaperLine>,
  charge: { rows: chargesOf, placeholders: CHARGE } satisfies Repeat<Charge>,
  bank: { rows: ({ seller }) => seller.banks, placeholders: BANK } satisfies Repeat<BankAccount>,
}

export type RepeatName = keyof typeof REPEATS

/** Every placeholder there is, for people who write templates. */
export const PLACEHOLDERS: Readonly<Record<string, { readonly label: Text; readonly repeat: RepeatName | null }>> =
  Object.fromEntries([
    ...Object.entries(SINGLE).map(([name, { label }]) => [name, { label, repeat: null }]),
    ...(Object.keys(REPEATS) as RepeatName[]).flatMap((repeat) =>
      Object.entries(REPEATS[repeat].placeholders).map(([name, { label }]) => [name, { label, repeat }]),
    ),
  ])

/** What a template calls a placeholder, as it is known here: in small letters and without the document's kind. */
export const placeholderName = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^proforma\./, 'quotation.')

/** Whose rows a placeholder repeats; null for one that stands for one thing, undefined for one that does not exist. */
export const repeatOf = (name: string): RepeatName | null | undefined =>
  Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]?.repeat : undefined

/** One value of the paper; `row` is the row of the placeholder's repeat, absent where the paper has none. */
export function filling(paper: Paper, name: string, row?: number): Filling {
  const repeat = repeatOf(name)
  if (repeat === undefined) throw new RangeError('unknown placeholder')
  if (repeat === null) return SINGLE[name]?.of(paper, paper) ?? NOTHING
  const one = row === undefined ? undefined : REPEATS[repeat].rows(paper)[row]
  return (one !== undefined && REPEATS[repeat].placeholders[name]?.of(one, paper)) || NOTHING
}

/** A total in the words of the paper's language. */
export function totalInWords({ total, currency, language }: Paper): string {
  return language === 'zh-CN' ? chineseAmount(total, currency) : englishAmount(total, currency)
}

/** `CIF Santos, Incoterms® 2020`. */
export function deliveryText({ delivery, language }: Paper): string {
  if (!delivery) return ''
  return `${delivery.term} ${delivery.place}, ${say(WORDS.edition, language, { year: delivery.year })}`
}

/** `35 days from the deposit`. */
export function leadTimeText({ leadTimeDays, leadTimeFrom, language }: Paper): string {
  if (leadTimeDays === null) return ''
  const start = leadTimeFrom && quotation.fields.lead_time_from.choices[leadTimeFrom][language]
  return start
    ? say(WORDS.daysFrom, language, { days: leadTimeDays, start })
    : say(WORDS.days, language, { days: leadTimeDays })
}

/** What comes to the sum of lines; a discount is taken off. */
export function chargesOf({ freight, insurance, discount, language }: Paper): Charge[] {
  const charge = (label: Text, amount: number | null) => (amount ? [{ label: label[language], amount }] : [])
  return [
    ...charge(WORDS.freight, freight),
    ...charge(WORDS.insurance, insurance),
    ...charge(WORDS.discount, discount === null ? null : -discount),
  ]
}

const NOTHING: Filling = { shown: '' }

function written<Of>(label: Text, of: (of: Of, paper: Paper) => string | null | undefined): Placeholder<Of> {
  return { label, of: (one, paper) => ({ shown: of(one, paper) ?? '' }) }
}

const day = (date: string | null): Filling => (date ? { shown: date, date } : NOTHING)
const integer = (value: number | null): Filling => scaled(value, 0)

function scaled(
  value: number | null,
  decimals: number,
  shown: (number: string) => string = (number) => number,
): Filling {
  if (value === null) return NOTHING
  const figures = formatScaled(value, decimals)
  return { shown: shown(figures), number: figures.replaceAll(',', '').replace('−', '-') }
}

const money = (minor: number | null, { currency }: Paper): Filling => scaled(minor, decimalsOf(currency))

/** A unit price with at least the decimals of its currency: `5.40`, `0.0125`. */
function price(value: number, currency: string): Filling {
  const least = decimalsOf(currency)
  return scaled(value, 6, (number) => {
    const [whole = '', part = ''] = trimmed(number).split('.')
    return least + part.length === 0 ? whole : `${whole}.${part.padEnd(least, '0')}`
  })
}
