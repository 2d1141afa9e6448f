import { creditLeft } from '#shared/customer/credit-left.ts'
import type { CustomerFile, OpenInstallment, OpenMoney } from '#shared/customer/situation.ts'
import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { BUCKETS, type Bucket } from '#shared/order/aging-buckets.ts'
import { openAging, overdueOf } from '#shared/order/open-aging.ts'
import { daysBetween } from '#shared/time/civil-date.ts'
import { installment as installmentType } from '#shared/trade/installment.ts'
import type { Share, Tone, Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { lateness } from './order-item.ts'

/** How many currencies are seen at a glance; a customer with more is rare. */
const CURRENCIES = 2

/** Unpaid and overdue money in each currency, how old it is, and what of the credit limit is left; in full, every installment that has a date. */
export const money: SectionBuilder<CustomerFile> = {
  key: 'money',
  build(file, view) {
    if (!file.money) return null
    const { language } = view
    const title = text('Money', '款项')[language]
    const credit = creditFacts(file, view)
    const offers = view.offers('money')
    if (file.money.length === 0) {
      const nothing: Widget = { kind: 'note', text: text('Nothing unpaid.', '没有未收款。')[language] }
      const summary = [nothing, ...credit]
      return { title, summary, ...(offers.length > 0 ? { full: [...summary, ...offers] } : {}) }
    }
    const unpaid = file.money.map(
      ({ currency, open_amount }): Widget => ({
        kind: 'fact',
        label: text('Unpaid', '未收')[language],
        value: formatMoney(open_amount, currency),
      }),
    )
    const late = file.money.flatMap((one) => overdue(one, view) ?? [])
    const bars = file.money.flatMap((one) => ages(one, view) ?? [])
    const isLate = late.length > 0 || credit.some((one) => one.tone === 'danger')
    return {
      title,
      ...(isLate ? { tone: 'danger' as const } : {}),
      summary: [
        ...unpaid.slice(0, CURRENCIES),
        ...late.slice(0, CURRENCIES),
        ...bars.slice(0, 1),
        ...credit.slice(0, 1),
      ],
      full: [...unpaid, ...late, ...bars, ...credit, ...file.due.map((part) => installmentFact(part, view)), ...offers],
    }
  },
}

function installmentFact(part: OpenInstallment, view: View): Widget {
  const status = installmentType.fields.status.choices[part.status][view.language]
  return {
    kind: 'fact',
    label: `${part.order_no} · ${part.seq}`,
    value: formatMoney(part.amount - part.paid_amount, part.currency),
    detail: part.due_date ? dateWithDistance(part.due_date, view.today, view.language) : status,
    tone: lateness(part.due_date, view.today),
  }
}

/** What of a currency is past its due date, and since when. */
function overdue({ currency, dues }: OpenMoney, { today, language }: View): Widget | null {
  const sum = overdueOf(openAging(dues, today))
  const oldest = dues.find(([due]) => due !== null)?.[0]
  if (sum === 0 || !oldest) return null
  return {
    kind: 'fact',
    label: text('Overdue', '逾期')[language],
    value: formatMoney(sum, currency),
    detail: say(text('{days} days', '{days}天'), language, { days: daysBetween(oldest, today) }),
    tone: 'danger',
  }
}

/** How late the open money of a currency is; nothing where none is. */
function ages({ currency, dues, open_amount }: OpenMoney, { today, language }: View): Widget | null {
  const aging = openAging(dues, today)
  if (overdueOf(aging) === 0 || open_amount <= 0) return null
  const parts = BUCKETS.filter((bucket) => aging[bucket] > 0).map(
    (bucket): Share => ({
      label: AGES[bucket][language],
      value: formatMoney(aging[bucket], currency),
      share: Math.round((aging[bucket] / open_amount) * 1000),
      tone: AGE_TONES[bucket],
    }),
  )
  return {
    kind: 'shares',
    label: say(text('{currency} by days overdue', '{currency} 账龄'), language, { currency }),
    parts,
  }
}

const AGES = {
  not_due: text('not due', '未到期'),
  d1_30: text('1–30 days', '1–30天'),
  d31_60: text('31–60 days', '31–60天'),
  d61_90: text('61–90 days', '61–90天'),
  d90_plus: text('over 90 days', '90天以上'),
} as const satisfies Record<Bucket, unknown>

const AGE_TONES: Readonly<Record<Bucket, Tone>> = {
  not_due: 'neutral',
  d1_30: 'warning',
  d31_60: 'warning',
  d61_90: 'danger',
  d90_plus: 'danger',
}

/** What of the limit is left, and what is owed in other currencies, which it does not count. */
function creditFacts({ customer, money }: CustomerFile, { today, language }: View) {
  const credit = creditLeft(customer, money ?? [], today)
  if (!credit) return []
  const { currency, left, limit, uncounted } = credit
  const others = uncounted.map((one) => formatMoney(one.at_risk, one.currency)).join(', ')
  const of = say(text('of {limit}', '额度 {limit}'), language, { limit: formatMoney(limit, currency) })
  const without = others && say(text('not counting {others}', '未计入 {others}'), language, { others })
  const ended = credit.ended ? text('limit has ended', '额度已到期')[language] : ''
  return [
    {
      kind: 'fact' as const,
      label: text('Credit left', '剩余信用额度')[language],
      value: formatMoney(left, currency),
      detail: [of, ended, without].filter(Boolean).join(' · '),
      tone: TONES[credit.decision],
    },
  ]
}

const TONES = { allow: 'good', warn: 'warning', block: 'danger' } as const satisfies Record<string, Tone>
