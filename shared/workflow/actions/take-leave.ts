import { OWN } from '#shared/access/standing.ts'
import { text } from '#shared/i18n/language.ts'
import { user as userType } from '#shared/trade/user.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

const { away_from, away_to, deputy_id } = userType.fields

const FIELDS = {
  from: { kind: 'date', label: away_from.label, required: true },
  to: { kind: 'date', label: away_to.label, required: true },
  deputy: { kind: 'text', max: 80, label: deputy_id.label, required: true },
} as const

/** Says when somebody is away and who stands in for them: themselves, whoever is above them, or who keeps the house. */
export const takeLeave: LateAction<'user'> = {
  name: 'take-leave',
  on: 'user',
  needs: { type: 'user', verb: 'execute' },
  section: 'leave',
  knowsStaff: true,

  offers(situation, { language, today }) {
    const own = situation.kind === 'home' ? situation.home.leave?.own : undefined
    if (!own || own.away_from) return []
    const form = formOf({
      action: 'take-leave',
      target: { type: 'user', id: own.id, version: own.version },
      label: text('I am away', '我要休假')[language],
      fields: FIELDS,
      values: { from: today },
      language,
      folded: true,
    })
    return [{ form, on: OWN }]
  },

  fields: () => FIELDS,

  late: async () => (await import('./leave-late.ts')).takeLeaveLate,
}

/** Ends a leave before its time, or takes back one that is yet to come. */
export const endLeave: LateAction<'user'> = {
  name: 'end-leave',
  on: 'user',
  needs: { type: 'user', verb: 'execute' },
  section: 'leave',

  offers(situation, { language }) {
    const own = situation.kind === 'home' ? situation.home.leave?.own : undefined
    if (!own?.away_from) return []
    const form = formOf({
      action: 'end-leave',
      target: { type: 'user', id: own.id, version: own.version },
      label: text('I am back', '提前结束休假')[language],
      fields: {},
      language,
    })
    return [{ form, on: OWN }]
  },

  fields: () => ({}),

  late: async () => (await import('./leave-late.ts')).endLeaveLate,
}
