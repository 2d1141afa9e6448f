import { text } from '#shared/i18n/language.ts'
import type { LateAction } from '../action.ts'
import { formOf } from '../form.ts'

/** Tells finance, and whoever has the customer that a mail pretends to be from, that something is wrong with it (story J11). */
export const reportMail: LateAction<'task'> = {
  name: 'report-mail',
  on: 'task',
  makes: true,
  alerts: true,
  needs: { type: 'task', verb: 'create' },
  section: 'warnings',

  offers({ warnings = [], reported }, view) {
    // A new address alone is no matter for others.
    if (reported || warnings.every(({ kind }) => kind === 'new_address')) return []
    const form = formOf({
      action: 'report-mail',
      target: { type: 'task', id: 'new' },
      label: text('Report it', '上报')[view.language],
      fields: {},
      language: view.language,
    })
    return [{ form, on: null }]
  },

  fields: () => ({}),

  late: async () => (await import('./report-mail-late.ts')).reportMailLate,
}
