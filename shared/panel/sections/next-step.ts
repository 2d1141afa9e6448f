import type { CustomerFile } from '#shared/customer/situation.ts'
import { dateWithDistance } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { heldBack, nextStep } from '#shared/order/execution.ts'
import type { Order } from '#shared/trade/index.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { lateness } from './order-item.ts'

/** The one thing to do next for this customer, by when, and the form to do it with. */
export const nextStepSection: SectionBuilder<CustomerFile> = {
  key: 'next_step',
  build(file, view) {
    const order = mostUrgent(file, view)
    if (!order) return null
    const step = nextStep(order, file.installments)
    if (!step) return null
    const due = step.due(order, file.installments)
    const held = heldBack(order, step, file.installments, view.language)
    const form = view.offers('orders').find((offer) => offer.target.id === order.id)
    const summary: Widget[] = [
      {
        kind: 'fact',
        label: order.doc_no,
        value: step.milestone[view.language],
        ...(due ? { detail: dateWithDistance(due, view.today, view.language) } : {}),
        tone: lateness(due, view.today),
      },
    ]
    if (held) summary.push({ kind: 'note', text: held, tone: 'warning' })
    if (form) summary.push({ ...form, primary: true })
    return { title: text('Next step', '下一步')[view.language], summary, tone: lateness(due, view.today) }
  },
}

/** The open order whose next milestone comes first; a step that can be taken goes before one that is held back. */
export function mostUrgent(file: CustomerFile, view: View): Order | null {
  const rank = (order: Order): string => {
    const step = nextStep(order, file.installments)
    if (!step) return 'z'
    const held = heldBack(order, step, file.installments, view.language) ? '1' : '0'
    return `${step.due(order, file.installments) ?? '9999-12-31'}${held}${order.doc_no}`
  }
  return [...file.orders].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] ?? null
}
