import { text } from '#shared/i18n/language.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

/** In one press, for a customer who should have ordered by now: a task to call them, what to ask, and a draft to them (story J11). */
export const planCall: LateAction<'customer'> = {
  name: 'plan-call',
  on: 'customer',
  adds: true,
  writes: true,
  needs: { type: 'task', verb: 'create' },
  section: 'who',

  offers(situation, view) {
    if (situation.kind !== 'customer') return []
    const { customer } = situation.file
    if (customer.churn_status !== 'at_risk' && customer.churn_status !== 'lost') return []
    const form = formOf({
      action: 'plan-call',
      target: { type: 'customer', id: customer.id },
      label: text('Call plan', '拟定回访')[view.language],
      fields: {},
      language: view.language,
    })
    return [{ form, on: customer.standing ?? 0 }]
  },

  fields: () => ({}),

  late: async () => (await import('./plan-call-late.ts')).planCallLate,
}
