import { type OrdersFile, ordersToShow } from '#shared/customer/situation.ts'
import { dateWithDistance } from '#shared/i18n/dates.ts'
import { text } from '#shared/i18n/language.ts'
import { type ExecutionStep, heldBack, nextStep } from '#shared/order/execution.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Order } from '#shared/trade/index.ts'
import type { Form, Widget } from '../panel.ts'
import type { SectionBuilder, View } from '../section-builder.ts'
import { lateness } from './order-item.ts'

/** The one thing to do next for this customer, by when, and the form to do it with. */
export const nextStepSection: SectionBuilder<OrdersFile> = {
  key: 'next_step',
  build(file, view) {
    const waiting = steps(file, view)
    const taken = waiting.find((step) => !step.held) ?? waiting[0]
    if (!taken) return null
    const form = view.offers('orders').find((offer) => isStepOf(taken.order, offer))
    // What is more urgent but waits for somebody else is said before what can be done.
    const held = waiting.filter((step) => step.held && step.rank <= taken.rank).slice(0, HELD_MAX)
    return {
      title: text('Next step', '下一步')[view.language],
      summary: [
        ...held.map(
          ({ order, held }): Widget => ({ kind: 'note', text: `${order.doc_no}: ${held ?? ''}`, tone: 'warning' }),
        ),
        {
          kind: 'fact',
          label: taken.order.doc_no,
          value: taken.step.milestone[view.language],
          ...(taken.due ? { detail: dateWithDistance(taken.due, view.today, view.language) } : {}),
          tone: lateness(taken.due, view.today),
        },
        ...(form ? [{ ...form, primary: true as const }] : []),
      ],
      tone: lateness(taken.due, view.today),
    }
  },
}

/** Whether a form is the one that takes an order its next step. */
export const isStepOf = (order: Order, { action, target }: Form): boolean =>
  action === 'advance-order' && target.id === order.id

/** How many steps that wait for somebody else are named. */
const HELD_MAX = 2

/** The order whose form stands in the next step. */
export function orderToMove(file: OrdersFile, view: View): Order | null {
  return steps(file, view).find((step) => !step.held)?.order ?? null
}

interface Waiting {
  readonly order: Order
  readonly step: ExecutionStep
  readonly due: CivilDate | null
  /** Why it cannot be taken yet. */
  readonly held: string | null
  readonly rank: string
}

/** The next step of every order shown: of the one asked for, then the most urgent first. */
function steps(file: OrdersFile, view: View): Waiting[] {
  const { asked, installments } = file
  return ordersToShow(file)
    .flatMap((order): Waiting[] => {
      const step = nextStep(order, installments)
      if (!step) return []
      const due = step.due(order, installments)
      const held = heldBack(order, step, installments, view.language)
      const rank = order.id === asked?.id ? '' : `${due ?? '9999-12-31'} ${order.doc_no}`
      return [{ order, step, due, held, rank }]
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
}
