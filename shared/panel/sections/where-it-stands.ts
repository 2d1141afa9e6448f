import type { OrdersFile } from '#shared/customer/situation.ts'
import { dateWithDistance } from '#shared/i18n/dates.ts'
import { say, text } from '#shared/i18n/language.ts'
import { heldBack, isOpen, nextStep } from '#shared/order/execution.ts'
import { daysBetween } from '#shared/time/civil-date.ts'
import { dateIn } from '#shared/time/zone.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { lateness } from './order-item.ts'

/** On an order's own page: in which stage it is and since when, what is next or why it is stuck, and who is to act. */
export const whereItStands: SectionBuilder<OrdersFile> = {
  key: 'where_it_stands',
  build({ asked, installments, trace }, view) {
    const step = asked && nextStep(asked, installments)
    if (view.desk !== null || !trace || !asked || !step || !isOpen(asked)) return null
    const { language, today } = view
    const { fields } = orderType
    const held = heldBack(asked, step, installments, language)
    const due = step.due(asked, installments)
    const tone = held === null ? lateness(due, today) : 'warning'
    // What waits for the buyer is its owner's to ask for; what is to be done, its follower's to do.
    const acts = held === null && trace.follower !== null ? 'merchandiser_id' : 'owner_id'
    const name = acts === 'owner_id' ? trace.owner : trace.follower
    const since = sinceOf(trace.since, view)
    const facts: Widget[] = [
      {
        kind: 'fact',
        label: fields.exec_status.label[language],
        value: fields.exec_status.choices[asked.exec_status][language],
        ...(since === null ? {} : { detail: [since, trace.by].filter(Boolean).join(' · ') }),
      },
      {
        kind: 'fact',
        label: text('Waits for', '等待')[language],
        value: step.milestone[language],
        ...(due ? { detail: dateWithDistance(due, today, language) } : {}),
        tone: lateness(due, today),
      },
      {
        kind: 'fact',
        label: text('To act', '待处理人')[language],
        value: name ?? text('nobody yet', '暂无')[language],
        ...(name === null ? { tone: 'danger' } : { detail: fields[acts].label[language] }),
      },
    ]
    return {
      title: text('Where it stands', '当前进度')[language],
      summary: [...(held === null ? [] : [{ kind: 'note', text: held, tone: 'warning' } as const]), ...facts],
      tone,
    }
  },
}

function sinceOf(since: number | null, { language, today, timezone }: View): string | null {
  if (since === null) return null
  const date = dateIn(since, timezone)
  const days = daysBetween(date, today)
  if (days <= 0) return say(text('since today', '今天起'), language)
  if (days === 1) return say(text('since yesterday', '昨天起'), language)
  return say(text('since {date}, {days} days', '自{date}起，{days}天'), language, { date, days })
}
