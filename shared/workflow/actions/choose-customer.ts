import type { Candidate, Situation } from '#shared/customer/situation.ts'
import { text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import type { Fields } from '#shared/record/field.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

/** Says whose mails a thread's are, where several customers fit: from then on it is so for everybody. */
export const chooseCustomer: Action<'mail_thread'> = {
  name: 'choose-customer',
  on: 'mail_thread',
  makes: true,
  needs: { type: 'interaction', verb: 'create' },
  section: 'several',

  offers(situation, view) {
    const candidates = toChooseFrom(situation)
    if (candidates.length === 0) return []
    const form = formOf({
      action: 'choose-customer',
      target: { type: 'mail_thread', id: 'new' },
      label: text('Choose for this thread', '指定此会话的客户')[view.language],
      fields: fieldsOf(candidates),
      language: view.language,
      folded: true,
    })
    return [{ form, on: null }]
  },

  fields: ({ situation }) => fieldsOf(toChooseFrom(situation)),

  decide({ situation: { thread }, input, view, newId }) {
    if (!thread) {
      const message = NO_THREAD[view.language]
      return { kind: 'rejected', problems: [{ field: 'message', code: 'required', message }] }
    }
    const values = { customer_id: input.customer, chosen_by: view.viewer.id, chosen_at: view.now }
    const { root, conversation, chosen } = thread
    const change: Change = chosen
      ? { kind: 'update', type: 'mail_thread', before: chosen, values }
      : { kind: 'create', type: 'mail_thread', id: newId(), values: { root, conversation, ...values } }
    return { kind: 'saved', changes: [change] }
  },
}

const NO_THREAD = text('Open the mail whose customer is to be chosen.', '请打开要指定客户的邮件。')

/** Nobody chooses where there is one customer and no doubt. */
function toChooseFrom({ kind, thread }: Situation): readonly Candidate[] {
  const candidates = thread?.candidates ?? []
  if (kind === 'several' || kind === 'unknown') return candidates
  return kind === 'customer' && candidates.length > 1 ? candidates : []
}

/** Names are data: one that two customers have is told apart by their countries. */
const fieldsOf = (candidates: readonly Candidate[]): Fields => ({
  customer: {
    kind: 'choice',
    required: true,
    label: text('Customer', '客户'),
    order: candidates.map(({ id }) => id),
    choices: Object.fromEntries(
      candidates.map(({ id, name, country, owner }) => {
        const label = [name, country, owner ?? ''].filter(Boolean).join(' · ')
        return [id, text(label, label)]
      }),
    ),
  },
})
