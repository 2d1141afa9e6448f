import { replyBy } from '#shared/customer/reply-by.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { countryName, dateTime, hoursApart, localTime } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { trimmed } from '#shared/i18n/numbers.ts'
import { formatScaled } from '#shared/money/amount.ts'
import type { Found } from '#shared/recognition/found.ts'
import type { LineReading, MailReading } from '#shared/recognition/mail-reading.ts'
import { officeHours } from '#shared/time/office-hours.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import { quotation as quotationType } from '#shared/trade/quotation.ts'
import { unitWord } from '#shared/trade/unit.ts'
import { goodsOffers } from '#shared/workflow/offer/asked-goods.ts'
import { FROM_SHEET } from '#shared/workflow/offer/from-mail.ts'
import { SUMMARY_MAX, type Widget } from '../panel.ts'
import type { AskedSection, View } from '../section-builder.ts'

/**
 * What the open mail asks for, as it says itself: by when, on which terms, which goods. It is in the mail that its reader has
 * open, so that whoever has it open sees it, also where the customer is a colleague's; nothing of it is stored.
 */
export const asked: AskedSection = {
  key: 'asked',
  offers: goodsOffers,
  build(situation, view) {
    const reading = isAsked(situation) ? view.reading?.() : undefined
    if (!reading) return null
    const { lines, incoterms, reply_by } = reading
    if (lines.length === 0 && incoterms.length === 0 && !reply_by) return null
    const { language } = view
    const first = [...place(reading, view), ...deadline(reading, view), ...terms(reading, view)]
    const goods = lines.map((line) => goodsItem(line, view))
    const whole = [...first, ...goods, ...others(reading, view)]
    const room = SUMMARY_MAX - first.length
    const rest = goods.length - room
    const more = say(MORE, language, { count: rest + 1 })
    const seen: Widget[] = rest > 0 ? [...goods.slice(0, room - 1), { kind: 'note', text: more }] : goods
    return {
      title: text('What the mail asks for', '邮件需求')[language],
      summary: [...first, ...seen],
      ...(whole.length > first.length + seen.length || rest > 0 ? { full: whole } : {}),
    }
  },
}

const MORE = text('and {count} more lines', '另有{count}行')

/** Beside a mail with whom nothing has been offered yet: later on the deal itself says what it is about. */
function isAsked({ kind, deal }: Situation): boolean {
  if (kind === 'unknown' || kind === 'inquiry' || kind === 'taken') return true
  return kind === 'customer' && !(deal?.deal.status === 'open' && deal.parts.quotation.length > 0)
}

/** Where they are, what time it is there, and in which language they write. */
function place(
  { country, timezone, language: written }: MailReading,
  { language, now, timezone: here }: View,
): Widget[] {
  const names = [country && countryName(country.value, language), written && languageName(written.value, language)]
  const label = names.filter(Boolean).join(' · ')
  if (label === '') return []
  const known = timezone
    ? { value: localTime(now, timezone.value, language), detail: hoursApart(now, timezone.value, here, language) }
    : { value: '' }
  return timezone || names.length > 0 ? [{ kind: 'fact', label, ...known }] : []
}

function languageName(tag: string, language: View['language']): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** When they want to hear, on the clock here and there, and until when that can be made during office hours. */
function deadline({ reply_by, timezone: there }: MailReading, { language, timezone, now }: View): Widget[] {
  if (!reply_by) return []
  const by = replyBy(reply_by.value, there?.value ?? null, officeHours(timezone))
  if (!by) return []
  const label = inquiryType.fields.reply_by.label[language]
  const quote = say(now > by.quoteBy ? OVER : QUOTE_BY, language, { time: moment(by.quoteBy, timezone, language) })
  const theirs = by.timed && there ? say(THEIRS, language, { time: localTime(by.wanted, there.value, language) }) : ''
  return [
    {
      kind: 'fact',
      label,
      value: by.timed ? moment(by.wanted, timezone, language) : reply_by.value,
      detail: [theirs, quote, doubt([reply_by], language)].filter(Boolean).join(' · '),
      tone: now > by.quoteBy ? 'warning' : 'info',
    },
  ]
}

/** `Sat 2026-07-11 08:00` */
const moment = (instant: number, timezone: string, language: View['language']): string =>
  `${localTime(instant, timezone, language).split(' ')[0]} ${dateTime(instant, timezone)}`

const QUOTE_BY = text('quote by {time}', '请在{time}前报价')
const OVER = text('was to be quoted by {time}', '应在{time}前报价')
const THEIRS = text('{time} there', '当地{time}')

/** On which terms: every one that is named, with its place. */
function terms({ incoterms }: MailReading, { language }: View): Widget[] {
  if (incoterms.length === 0) return []
  const value = incoterms.map(({ code, place }) => [code.value, place?.value].filter(Boolean).join(' ')).join(' / ')
  const unsure = doubt(
    incoterms.flatMap(({ code, place }) => [code, place]),
    language,
  )
  const label = inquiryType.fields.incoterm.label[language]
  return [{ kind: 'fact', label, value, ...(unsure ? { detail: unsure } : {}) }]
}

/** A line of goods: how many, what they wish to pay, under which number of theirs or of ours. */
function goodsItem(line: LineReading, { language }: View): Widget {
  const { desc, buyer_sku, our_sku, qty, annual_qty, target_price, target_basis, currency } = line
  const { customisation, note, source } = line
  const wish = target_price && [currency?.value, target_price.value, target_basis?.value].filter(Boolean).join(' ')
  const amounts = [
    annual_qty ? say(ANNUAL, language, { amount: grouped(annual_qty.value) }) : '',
    wish ? say(TARGET, language, { price: wish }) : '',
  ]
  const parts = [desc, buyer_sku, our_sku, qty, target_price, customisation]
  return {
    kind: 'item',
    title: desc?.value ?? our_sku?.value ?? buyer_sku?.value ?? '',
    lines: [
      [desc ? our_sku?.value : '', buyer_sku ? say(THEIR_SKU, language, { sku: buyer_sku.value }) : '']
        .filter(Boolean)
        .join(' · '),
      amounts.filter(Boolean).join(' · '),
      customisation?.value ?? '',
      note?.value ?? '',
      source ? say(FROM_SHEET, language, { file: source.file, row: source.row }) : '',
      doubt(parts, language),
    ].filter(Boolean),
    ...(qty ? { badge: `${grouped(qty.value)} ${wordOf(line)}`.trim() } : {}),
  }
}

const wordOf = ({ unit, unitCode }: LineReading): string => (unitCode ? unitWord(unitCode) : (unit?.value ?? ''))

const ANNUAL = text('{amount} a year', '年需求{amount}')
const TARGET = text('target {price}', '目标价{price}')
const THEIR_SKU = text('their SKU {sku}', '客户货号{sku}')

/** `1,200` and `2.5`, whichever way the buyer wrote it. */
const grouped = (amount: number): string => trimmed(formatScaled(Math.round(amount * 1000), 3))

/** What else is said: how it is paid, dates, what is to come with the offer. */
function others(reading: MailReading, { language }: View): Widget[] {
  const { payment, wants, currency, requested_ship_date, delivery_by, arrive_before, quote_valid_until } = reading
  const { fields } = quotationType
  const facts: readonly (readonly [string, Found<string> | null | undefined])[] = [
    [fields.payment_term_id.label[language], payment],
    [fields.currency.label[language], currency],
    [fields.valid_until.label[language], quote_valid_until],
    [text('To be shipped by', '要求出运')[language], requested_ship_date],
    [inquiryType.fields.requested_delivery.label[language], delivery_by ?? arrive_before],
  ]
  return [
    ...facts.flatMap(([label, one]): Widget[] => {
      if (!one) return []
      const unsure = doubt([one], language)
      return [{ kind: 'fact', label, value: one.value, ...(unsure ? { detail: unsure } : {}) }]
    }),
    ...wants.map(
      ({ value, words }): Widget => ({
        kind: 'fact',
        label: text('Also wanted', '另需')[language],
        value,
        detail: words,
      }),
    ),
  ]
}

/** Said of what can be read in two ways. */
const doubt = (parts: readonly (Found<unknown> | null | undefined)[], language: View['language']): string =>
  parts.some((one) => one && !one.certain) ? CHECK[language] : ''

const CHECK = text('please check', '请核对')
