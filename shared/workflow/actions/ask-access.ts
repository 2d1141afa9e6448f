import { say, text } from '#shared/i18n/language.ts'
import { accessRequest } from '#shared/trade/access-request.ts'
import type { Action } from '../action.ts'
import { formOf } from '../form.ts'

const { wanted, reason } = accessRequest.fields
const FIELDS = { wanted, reason } as const

/** Asks the owner of a customer, whom the reader may not see, to share it or to hand it over (撞单). */
export const askAccess: Action<'access_request'> = {
  name: 'ask-access',
  on: 'access_request',
  makes: true,
  needs: { type: 'access_request', verb: 'create' },
  section: 'taken',

  offers(situation, view) {
    if (situation.kind !== 'taken' || situation.claim.asked) return []
    const form = formOf({
      action: 'ask-access',
      target: { type: 'access_request', id: 'new' },
      label: text('Ask for this customer', '申请该客户')[view.language],
      fields: FIELDS,
      values: { wanted: 'shared' },
      language: view.language,
      primary: true,
    })
    return [{ form, on: null }]
  },

  fields: () => FIELDS,

  decide({ situation, input, view, newId }) {
    if (situation.kind !== 'taken' || situation.claim.asked) {
      const message = say(NOTHING_TO_ASK, view.language)
      return { kind: 'rejected', problems: [{ field: 'message', code: 'nothing_to_ask', message }] }
    }
    const values = {
      customer_id: situation.customerId,
      ...situation.askedOf,
      asked_by: view.viewer.id,
      asked_at: view.now,
      wanted: input.wanted ?? 'shared',
      reason: input.reason ?? null,
    }
    return { kind: 'saved', changes: [{ kind: 'create', type: 'access_request', id: newId(), values }] }
  },
}

const NOTHING_TO_ASK = text(
  'There is nothing to ask for: this is no customer of a colleague, or you have asked already.',
  '无需申请：这不是同事的客户，或您已申请过。',
)
