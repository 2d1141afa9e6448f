import type { OpenRequest, Situation } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Change } from '#shared/record/change.ts'
import { accessRequest } from '#shared/trade/access-request.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

const { granted, refused } = accessRequest.fields.status.choices
const FIELDS = {
  answer: { kind: 'choice', required: true, label: text('Answer', '答复'), choices: { granted, refused } },
} as const

/** Shares a customer with the colleague who asked for it, or does not. Whoever may share it answers. */
export const answerRequest: Action<'access_request'> = {
  name: 'answer-request',
  on: 'access_request',
  needs: { type: 'customer', verb: 'share' },
  // The request is its asker's own; the customer is not.
  stands: (situation) => (situation.kind === 'customer' ? (situation.file.customer.standing ?? 0) : 0),
  section: 'requests',

  offers(situation, view) {
    if (situation.kind !== 'customer') return []
    const { customer, requests } = situation.file
    return requests.map((request) => ({
      form: formOf({
        action: 'answer-request',
        target: { type: 'access_request', id: request.id, version: request.version },
        label: text('Answer', '答复')[view.language],
        fields: FIELDS,
        language: view.language,
        folded: true,
      }),
      on: customer.standing ?? 0,
    }))
  },

  fields: () => FIELDS,

  decide({ target: request, situation, input, view }) {
    const open = openRequest(situation, request.id)
    if (situation.kind !== 'customer' || !open) {
      const message = say(ANSWERED, view.language)
      return { kind: 'rejected', problems: [{ field: 'answer', code: 'answered', message }] }
    }
    const { customer } = situation.file
    const values = { status: input.answer, decided_by: view.viewer.id, decided_at: view.now }
    const sharing = [...new Set([...(customer.co_owner_ids ?? []), request.asked_by])]
    return {
      kind: 'saved',
      changes: [
        { kind: 'update', type: 'access_request', before: request, values },
        ...(input.answer === 'granted'
          ? [{ kind: 'update', type: 'customer', before: customer, values: { co_owner_ids: sharing } } satisfies Change]
          : []),
      ],
    }
  },
}

const ANSWERED = text('This request has been answered.', '该申请已处理。')

const openRequest = (situation: Situation, id: string): OpenRequest | undefined =>
  situation.kind === 'customer' ? situation.file.requests.find((one) => one.id === id) : undefined
