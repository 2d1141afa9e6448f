import { seenSituation } from '#shared/access/seen-file.ts'
import { type OrdersFile, ordersFileOf, ordersToShow, type Situation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import { heldBack, nextStep, stepFields } from '#shared/order/execution.ts'
import type { Form } from '#shared/panel/panel.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Change } from '#shared/record/change.ts'
import { asTyped } from '#shared/record/typed.ts'
import { addDays } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

/** Moves an order to its next execution stage, with what that step wants to know. */
export const advanceOrder: Action<'order'> = {
  name: 'advance-order',
  on: 'order',
  needs: { type: 'order', verb: 'execute' },
  section: 'orders',

  offers(situation, view) {
    const file = ordersFileOf(situation)
    return (file ? ordersToShow(file) : []).flatMap((order) => {
      if (isMadeInParts(order, situation)) return []
      const form = offerFor(order, file as OrdersFile, view)
      return form ? [{ form, on: order.standing ?? 0 }] : []
    })
  },

  fields({ target, situation }) {
    const step = nextStep(target, installmentsOf(situation))
    return step ? stepFields(step) : {}
  },

  decide({ target: order, situation, input, view, newId }) {
    const installments = installmentsOf(situation)
    const step = nextStep(order, installments)
    if (!step) {
      const message = text('The order is closed.', '订单已结案。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'exec_status', code: 'closed', message }] }
    }
    // What is owed is said as its reader may know it, here as on the panel.
    const held = heldBack(order, step, installmentsOf(seenSituation(situation, view)), view.language)
    if (held) return { kind: 'rejected', problems: [{ field: 'exec_status', code: 'held_back', message: held }] }
    return {
      kind: 'saved',
      changes: [
        { kind: 'update', type: 'order', before: order, values: { ...input, exec_status: step.to } },
        ...anchored(order, { ...order, ...input } as Order, installments),
        {
          kind: 'create',
          type: 'interaction',
          id: newId(),
          values: {
            kind: 'system',
            direction: 'internal',
            occurred_at: view.now,
            customer_id: order.customer_id,
            order_id: order.id,
            subject: order.doc_no,
            // Said in the reader's language when it is shown: see the timeline section.
            snippet: `exec_status:${step.to}`,
            filed_by: view.viewer.id,
          },
        },
      ],
    }
  },
}

/** An order that production orders are made for follows them by itself: nobody has to say the same twice. */
const isMadeInParts = ({ id }: Order, { deal }: Situation): boolean => {
  const made = deal && (deal.whole ?? deal).parts.production_order
  return made?.some(({ order_id }) => order_id === id) ?? false
}

function offerFor(order: Order, file: OrdersFile, view: View): Form | null {
  const step = nextStep(order, file.installments)
  if (!step || heldBack(order, step, file.installments, view.language)) return null
  const fields = stepFields(step)
  const proposed = step.proposes?.(order, view.today) ?? {}
  const values = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      asTyped(field, order[key as keyof Order], { record: order, currency: view.currency }) ?? proposed[key],
    ]),
  )
  return formOf({
    action: 'advance-order',
    target: { type: 'order', id: order.id, version: order.version },
    label: step.label[view.language],
    fields,
    values,
    language: view.language,
    folded: true,
  })
}

const installmentsOf = (situation: Situation): readonly Installment[] => ordersFileOf(situation)?.installments ?? []

/**
 * Installments counted from an event of the order become due once that event has its date (domain 3.3).
 * The copy of the B/L goes out when the cargo is on board.
 */
function anchored(before: Order, after: Order, installments: readonly Installment[]): Change[] {
  const dates: Partial<Record<Installment['anchor'], string | null>> = {
    ...(before.cargo_ready_on ? {} : { cargo_ready: after.cargo_ready_on, inspection_passed: after.cargo_ready_on }),
    ...(before.shipped_on ? {} : { bl_date: after.shipped_on, etd: after.shipped_on, bl_copy_sent: after.shipped_on }),
    ...(before.delivered_on ? {} : { delivered: after.delivered_on }),
  }
  return installments
    .filter((part) => part.order_id === before.id && part.status === 'awaiting_anchor' && dates[part.anchor])
    .map((part) => ({
      kind: 'update',
      type: 'installment',
      before: part,
      values: { due_date: addDays(dates[part.anchor] ?? '', part.offset_days), status: 'scheduled' },
    }))
}
