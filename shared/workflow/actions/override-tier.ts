import { tierTold } from '#shared/customer/rank-told.ts'
import { valuesAsSet } from '#shared/customer/tier-override.ts'
import { text } from '#shared/i18n/language.ts'
import { addDays, yearsAfter } from '#shared/time/civil-date.ts'
import { customer as customerType } from '#shared/trade/customer.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

const { tier, tier_override_reason, tier_override_until } = customerType.fields

const FIELDS = {
  tier: { kind: 'choice', choices: tier.choices, label: tier.label, required: true },
  reason: { kind: 'text', max: tier_override_reason.max, label: tier_override_reason.label, required: true },
  until: { kind: 'date', label: tier_override_until.label, required: true },
} as const

/** Sets a tier in place of the one that follows from the figures, with a reason and an end within twelve months (domain 1.3). */
export const overrideTier: Action<'customer'> = {
  name: 'override-tier',
  on: 'customer',
  needs: { type: 'customer', verb: 'assign' },
  section: 'who',

  offers(situation, view) {
    if (situation.kind !== 'customer') return []
    const { customer } = situation.file
    const form = formOf({
      action: 'override-tier',
      target: { type: 'customer', id: customer.id, version: customer.version },
      label: text('Set the tier by hand', '人工指定等级')[view.language],
      fields: FIELDS,
      values: {
        tier: customer.tier_override ?? customer.tier ?? undefined,
        reason: customer.tier_override_reason ?? undefined,
        until: customer.tier_override_until ?? addDays(view.today, DAYS_PROPOSED),
      },
      language: view.language,
      folded: true,
    })
    return [{ form, on: customer.standing ?? 0 }]
  },

  fields: () => FIELDS,

  decide({ target: customer, input, view, newId }): Decision {
    const until = String(input.until)
    const last = yearsAfter(view.today, 1)
    if (until < view.today) return refusal('until', 'past', PAST, view.language)
    if (until > last) return refusal('until', 'too_long', TOO_LONG, view.language, { last })
    const values = valuesAsSet(customer, {
      tier: input.tier as 'A' | 'B' | 'C',
      reason: String(input.reason),
      until,
      by: view.viewer.id,
      now: view.now,
    })
    const told = tierTold(customer, values, { now: view.now, by: view.viewer.id, newId })
    return { kind: 'saved', changes: [{ kind: 'update', type: 'customer', before: customer, values }, ...told] }
  },
}

const DAYS_PROPOSED = 180
const PAST = text('This day is over.', '该日期已过。')
const TOO_LONG = text('At most twelve months, until {last}.', '最长十二个月，至 {last}。')
