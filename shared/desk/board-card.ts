import { distance } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import { heldBack, nextStep } from '#shared/order/execution.ts'
import { lateness } from '#shared/panel/sections/order-item.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import type { BoardCard } from './board.ts'

/** What a card is made of, as its reader may see it. */
export interface OnBoard {
  readonly order: Order
  readonly customer: string | null
  readonly owner: string | null
  /** Unpaid installments that a step may wait for; `hidden` where the reader does not see how much they are. */
  readonly installments: readonly (Installment & { readonly hidden?: true })[]
}

/** An order as a card of the board. */
export function orderCard(
  { order, customer, owner, installments }: OnBoard,
  { today, language }: { readonly today: CivilDate; readonly language: Language },
): BoardCard {
  const step = nextStep(order, installments)
  const due = step?.due(order, installments) ?? null
  return {
    type: 'order',
    id: order.id,
    title: order.doc_no,
    customer,
    productLine: order.product_line,
    owner,
    step: step?.milestone[language] ?? null,
    due,
    dueText: due && dueText(due, today, language),
    tone: lateness(due, today),
    total: order.total === null ? null : formatMoney(order.total, order.currency),
    onHold: order.status === 'on_hold',
    stuck: step && heldBack(order, step, installments, language),
  }
}

/** How far off a date is, and the date; its year only where that is not this one: `6 days late · 10-14`. */
function dueText(due: CivilDate, today: CivilDate, language: Language): string {
  const sameYear = due.slice(0, 4) === today.slice(0, 4)
  return `${distance(due, today, language)} · ${sameYear ? due.slice(5) : due}`
}
