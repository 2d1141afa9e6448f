import { may } from '#shared/access/access.ts'
import type { Standing } from '#shared/access/standing.ts'
import type { OpenRequest } from '#shared/customer/open-request.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Change } from '#shared/record/change.ts'
import { accessRequest } from '#shared/trade/access-request.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

const { granted, refused } = accessRequest.fields.status.choices
const shared = text('Share it instead', '改为共享')

/** To hand a customer over takes more than to share it. */
function fieldsOf({ wanted }: Pick<OpenRequest, 'wanted'>, standing: Standing, { access }: View) {
  const isTransfer = wanted === 'transfer'
  const mayGrant = !isTransfer || may(access, 'customer', 'assign', standing)
  const choices = { ...(mayGrant ? { granted } : {}), ...(isTransfer ? { shared } : {}), refused }
  return { answer: { kind: 'choice', required: true, label: text('Answer', '答复'), choices } } as const
}

/** Shares a customer with the colleague who asked for it, hands it over, or does not. Whoever may share it answers. */
export const answerRequest: Action<'access_request'> = {
  name: 'answer-request',
  on: 'access_request',
  needs: { type: 'customer', verb: 'share' },
  // The request is its asker's own; the customer is not.
  stands: (situation) => (situation.kind === 'customer' ? (situation.file.customer.standing ?? 0) : 0),
  section: 'requests',

  offers: (situation, view) =>
    requestsIn(situation).map(({ request, standing }) => ({
      form: formOf({
        action: 'answer-request',
        target: { type: 'access_request', id: request.id, version: request.version },
        label: text('Answer', '答复')[view.language],
        fields: fieldsOf(request, standing, view),
        // To hand a customer over is not done by one press.
        values: request.wanted === 'transfer' ? {} : { answer: 'granted' },
        language: view.language,
      }),
      on: standing,
    })),

  fields: ({ target, situation, view }) =>
    fieldsOf(target, situation.kind === 'customer' ? (situation.file.customer.standing ?? 0) : 0, view),

  decide({ target: request, situation, input, view }) {
    const open = openRequest(situation, request.id)
    if (situation.kind !== 'customer' || !open) {
      const message = say(ANSWERED, view.language)
      return { kind: 'rejected', problems: [{ field: 'answer', code: 'answered', message }] }
    }
    const { customer } = situation.file
    const status = input.answer === 'refused' ? 'refused' : 'granted'
    const values = { status, decided_by: view.viewer.id, decided_at: view.now }
    const others = (customer.co_owner_ids ?? []).filter((id) => id !== request.asked_by)
    const given =
      input.answer === 'granted' && request.wanted === 'transfer'
        ? { owner_id: request.asked_by, co_owner_ids: others }
        : { co_owner_ids: [...others, request.asked_by] }
    return {
      kind: 'saved',
      changes: [
        { kind: 'update', type: 'access_request', before: request, values },
        ...(status === 'granted'
          ? [{ kind: 'update', type: 'customer', before: customer, values: given } satisfies Change]
          : []),
      ],
    }
  },
}

/** Those beside a customer's mail, and those that wait with no mail open. */
function requestsIn(situation: Situation): readonly { readonly request: OpenRequest; readonly standing: Standing }[] {
  if (situation.kind === 'home')
    return situation.home.requests.map((request) => ({ request, standing: request.standing }))
  if (situation.kind !== 'customer') return []
  const { customer, requests } = situation.file
  return requests.map((request) => ({ request, standing: customer.standing ?? 0 }))
}

const ANSWERED = text('This request has been answered.', '该申请已处理。')

const openRequest = (situation: Situation, id: string): OpenRequest | undefined =>
  situation.kind === 'customer' ? situation.file.requests.find((one) => one.id === id) : undefined
