import { dateWithDistance } from '#shared/i18n/dates.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { type Agreed, nextStep } from '#shared/order/execution.ts'
import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import type { Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Tone } from '../panel.ts'
import type { View } from '../section-builder.ts'
import type { Item } from './item-list.ts'

/** An order in a list: number and amount, its stage, the next milestone with its date, and what else tells it from others. */
export function orderItem(
  order: Order,
  installments: readonly Agreed[],
  view: View,
  detail = `${order.incoterm} ${order.named_place}`,
): Item {
  const step = nextStep(order, installments)
  const due = step?.due(order, installments) ?? null
  const milestone =
    step && `${step.milestone[view.language]}: ${due ? dateWithDistance(due, view.today, view.language) : '–'}`
  const held = order.status === 'on_hold'
  return {
    kind: 'item',
    title: order.total === null ? order.doc_no : `${order.doc_no} · ${formatMoney(order.total, order.currency)}`,
    lines: [milestone ?? '', detail].filter(Boolean),
    badge: held
      ? orderType.fields.status.choices.on_hold[view.language]
      : orderType.fields.exec_status.choices[order.exec_status][view.language],
    tone: held ? 'warning' : lateness(due, view.today),
    open: { type: 'order', id: order.id },
  }
}

/** From how near on a date is a warning. */
export const SOON_DAYS = 3

/** Late is danger, within {@link SOON_DAYS} days a warning. */
export function lateness(due: CivilDate | null, today: CivilDate): Tone {
  if (!due) return 'neutral'
  const days = daysBetween(today, due)
  return days < 0 ? 'danger' : days <= SOON_DAYS ? 'warning' : 'neutral'
}
