import { type CustomerFile, DUE_MAX, type OpenInstallment } from '#shared/customer/situation.ts'
import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { daysBetween } from '#shared/time/civil-date.ts'
import { installment as installmentType } from '#shared/trade/installment.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { lateness } from './order-item.ts'

/** How many currencies are seen at a glance; a customer with more is rare. */
const CURRENCIES = 3

/** Unpaid and overdue money in each currency; in full, every installment that has a date. */
export const money: SectionBuilder<CustomerFile> = {
  key: 'money',
  build(file, view) {
    if (!file.money) return null
    const title = text('Money', '款项')[view.language]
    if (file.money.length === 0) {
      return { title, summary: [{ kind: 'note', text: text('Nothing unpaid.', '没有未收款。')[view.language] }] }
    }
    const late = file.money.flatMap(({ currency }) => overdue(file, currency, view) ?? [])
    const summary: Widget[] = [
      ...file.money.slice(0, CURRENCIES).map(
        ({ currency, open_amount }): Widget => ({
          kind: 'fact',
          label: text('Unpaid', '未收')[view.language],
          value: formatMoney(open_amount, currency),
        }),
      ),
      ...late.slice(0, CURRENCIES),
    ]
    return {
      title,
      ...(late.length > 0 ? { tone: 'danger' as const } : {}),
      summary,
      full: [...summary, ...file.due.map((part) => installmentFact(part, view))],
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

/** What of a currency is past its due date. The list read is bounded: where it is full, the sum is a floor and says so. */
function overdue(file: CustomerFile, currency: string, view: View): Widget | null {
  const late = file.due.filter((part) => part.due_date && part.due_date < view.today)
  const own = late.filter((part) => part.currency === currency)
  const oldest = own[0]?.due_date
  if (!oldest) return null
  const sum = own.reduce((total, part) => total + part.amount - part.paid_amount, 0)
  const amount = formatMoney(sum, currency)
  const atLeast = late.length === DUE_MAX
  return {
    kind: 'fact',
    label: text('Overdue', '逾期')[view.language],
    value: atLeast ? say(text('at least {amount}', '至少 {amount}'), view.language, { amount }) : amount,
    detail: say(text('{days} days', '{days}天'), view.language, { days: daysBetween(oldest, view.today) }),
    tone: 'danger',
  }
}
