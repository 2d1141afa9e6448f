import { text } from '#shared/i18n/language.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

/** Takes back whose mails a thread's are said to be: it is as found again, for everybody. */
export const undoChoice: Action<'mail_thread'> = {
  name: 'undo-choice',
  on: 'mail_thread',
  // It acts on the choice of the open mail's thread, whichever that is by now.
  makes: true,
  needs: { type: 'interaction', verb: 'create' },
  section: 'who',

  offers(situation, view) {
    if (situation.kind !== 'customer' || !situation.thread?.chosen?.customer_id) return []
    const form = formOf({
      action: 'undo-choice',
      target: { type: 'mail_thread', id: 'new' },
      label: text('Not this customer’s thread', '此会话不属于该客户')[view.language],
      fields: {},
      language: view.language,
    })
    return [{ form, on: null }]
  },

  fields: () => ({}),

  decide({ situation: { thread }, view }) {
    const chosen = thread?.chosen
    if (!chosen?.customer_id) {
      const message = NOT_CHOSEN[view.language]
      return { kind: 'rejected', problems: [{ field: 'message', code: 'required', message }] }
    }
    const values = { customer_id: null, chosen_by: view.viewer.id, chosen_at: view.now }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'mail_thread', before: chosen, values }] }
  },
}

const NOT_CHOSEN = text('Nothing was chosen for this thread.', '此会话未指定客户。')
