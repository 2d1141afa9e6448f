import { stepTold } from '#shared/deal/step-told.ts'
import { say, text } from '#shared/i18n/language.ts'
import { holdsOf } from '#shared/order/header.ts'
import type { Fields } from '#shared/record/field.ts'
import { order as orderType } from '#shared/trade/order.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'
import { effectView } from './effect-view.ts'

const { hold_kind, hold_reason } = orderType.fields

/** Stops an order with a reason: nothing more is released, begun or loaded for it until somebody of that post lets it go on. */
export const holdOrder: Action<'order'> = {
  name: 'hold-order',
  on: 'order',
  needs: { type: 'order', verb: 'view' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const kinds = holdsOf({ roles: view.access.roles, standing: file.deal.standing ?? 0 })
    if (kinds.length === 0) return []
    return file.parts.order
      .filter(({ status, exec_status }) => status === 'confirmed' && exec_status !== 'closed')
      .map((order) => {
        const form = formOf({
          action: 'hold-order',
          target: { type: 'order', id: order.id, version: order.version },
          label: say(text('Hold {number}', '暂停 {number}'), view.language, { number: order.doc_no }),
          fields: fieldsFor(kinds),
          language: view.language,
          folded: true,
        })
        return { form, on: file.deal.standing ?? 0 }
      })
  },

  fields: ({ target, view }) => fieldsFor(holdsOf({ roles: view.access.roles, standing: target.standing ?? 0 })),

  decide({ target: order, situation: { deal: file }, input, view, newId }): Decision {
    if (order.status !== 'confirmed' || order.exec_status === 'closed') {
      return refusal('status', 'not_open', NOT_OPEN, view.language)
    }
    const told = file
      ? stepTold(file, effectView(view, newId), {
          order_id: order.id,
          subject: order.doc_no,
          snippet: `hold:${String(input.hold_kind)}:${String(input.hold_reason)}`,
        })
      : []
    return {
      kind: 'saved',
      changes: [{ kind: 'update', type: 'order', before: order, values: { ...input, status: 'on_hold' } }, ...told],
    }
  },
}

/** Only the kinds that somebody's post has to do with: any other is no choice of theirs. */
function fieldsFor(kinds: readonly (keyof typeof hold_kind.choices)[]): Fields {
  const choices = Object.fromEntries(kinds.map((kind) => [kind, hold_kind.choices[kind]]))
  return {
    hold_kind: { ...hold_kind, choices, required: true },
    hold_reason: { ...hold_reason, required: true },
  }
}

const NOT_OPEN = text('The order is not open, or it is on hold already.', '订单未确认，或已暂停。')
