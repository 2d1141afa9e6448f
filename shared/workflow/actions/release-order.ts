import { stepTold } from '#shared/deal/step-told.ts'
import { say, text } from '#shared/i18n/language.ts'
import { mayHold } from '#shared/order/header.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'
import { effectView } from './effect-view.ts'

/** Lets an order go on that was held, by somebody who could have held it for the same. */
export const releaseOrder: Action<'order'> = {
  name: 'release-order',
  on: 'order',
  needs: { type: 'order', verb: 'view' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file) return []
    const who = { roles: view.access.roles, standing: file.deal.standing ?? 0 }
    return file.parts.order
      .filter(({ status, hold_kind }) => status === 'on_hold' && mayHold(hold_kind ?? 'customer', who))
      .map((order) => {
        const form = formOf({
          action: 'release-order',
          target: { type: 'order', id: order.id, version: order.version },
          label: say(text('Release {number}', '恢复 {number}'), view.language, { number: order.doc_no }),
          fields: {},
          language: view.language,
          ...(order.hold_reason ? { hint: order.hold_reason } : {}),
        })
        return { form, on: who.standing }
      })
  },

  fields: () => ({}),

  decide({ target: order, situation: { deal: file }, view, newId }): Decision {
    if (order.status !== 'on_hold') return refusal('status', 'not_held', NOT_HELD, view.language)
    const who = { roles: view.access.roles, standing: order.standing ?? 0 }
    if (!mayHold(order.hold_kind ?? 'customer', who)) return refusal('hold_kind', 'not_allowed', OTHERS, view.language)
    const values = { status: 'confirmed', hold_kind: null, hold_reason: null }
    const told = file
      ? stepTold(file, effectView(view, newId), { order_id: order.id, subject: order.doc_no, snippet: 'released:' })
      : []
    return { kind: 'saved', changes: [{ kind: 'update', type: 'order', before: order, values }, ...told] }
  },
}

const NOT_HELD = text('The order is not on hold.', '订单未暂停。')
const OTHERS = text('Whoever could have held it for this lets it go on.', '须由有权以该原因暂停的岗位恢复。')
