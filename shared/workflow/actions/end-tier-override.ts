import { tierTold } from '#shared/customer/rank-told.ts'
import { valuesByFigures } from '#shared/customer/tier-override.ts'
import { text } from '#shared/i18n/language.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

/** Takes a tier off that somebody has set: the one that follows from the figures counts again. */
export const endTierOverride: Action<'customer'> = {
  name: 'end-tier-override',
  on: 'customer',
  needs: { type: 'customer', verb: 'assign' },
  section: 'who',

  offers(situation, view) {
    if (situation.kind !== 'customer' || !situation.file.customer.tier_override) return []
    const { customer } = situation.file
    const form = formOf({
      action: 'end-tier-override',
      target: { type: 'customer', id: customer.id, version: customer.version },
      label: text('Back to the tier by figures', '恢复计算等级')[view.language],
      fields: {},
      language: view.language,
    })
    return [{ form, on: customer.standing ?? 0 }]
  },

  fields: () => ({}),

  decide({ target: customer, view, newId }): Decision {
    if (!customer.tier_override) return refusal('tier_override', 'not_set', NOT_SET, view.language)
    const values = valuesByFigures(customer, view.now)
    const told = tierTold(customer, values, { now: view.now, by: view.viewer.id, newId })
    return { kind: 'saved', changes: [{ kind: 'update', type: 'customer', before: customer, values }, ...told] }
  },
}

const NOT_SET = text('No tier is set by hand.', '未人工指定等级。')
