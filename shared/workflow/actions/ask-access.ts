import type { Elsewhere, Situation } from '#shared/customer/situation.ts'
import { say, text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
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
    const asked = askable(situation)
    if (asked.length === 0) return []
    const form = formOf({
      action: 'ask-access',
      target: { type: 'access_request', id: 'new' },
      label: text('Ask for this customer', '申请该客户')[view.language],
      fields: fieldsFor(asked),
      values: { wanted: 'shared', ...(asked.length > 1 ? { whose: '1' } : {}) },
      language: view.language,
      primary: situation.kind === 'taken',
      ...(situation.kind === 'taken' ? {} : { folded: true as const }),
    })
    return [{ form, on: null }]
  },

  fields: ({ situation }) => fieldsFor(askable(situation)),

  decide({ situation, input, view, newId }) {
    const wanted = askable(situation)[Number(input.whose ?? 1) - 1]
    if (!wanted) {
      const message = say(NOTHING_TO_ASK, view.language)
      return { kind: 'rejected', problems: [{ field: 'message', code: 'nothing_to_ask', message }] }
    }
    const values = {
      customer_id: wanted.customerId,
      ...(situation.kind === 'taken' ? situation.askedOf : {}),
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

/** Customers of colleagues that the mail may be of, and that the reader has not asked for. */
function askable(situation: Situation): readonly Elsewhere[] {
  if (situation.kind === 'taken') {
    return situation.claim.asked ? [] : [{ ...situation.claim, customerId: situation.customerId }]
  }
  if (situation.kind !== 'several' && situation.kind !== 'unknown') return []
  // Whom nobody has, nobody can be asked for.
  return (situation.others ?? []).filter(({ asked, owner }) => !asked && owner !== null)
}

/** Of several they are told apart by whose they are, and by nothing else: their places are no ids. */
const fieldsFor = (asked: readonly Elsewhere[]): Fields =>
  asked.length < 2
    ? FIELDS
    : {
        whose: {
          kind: 'choice',
          required: true,
          label: text('Customer of', '客户负责人'),
          choices: Object.fromEntries(
            asked.map(({ owner }, at) => [String(at + 1), text(owner ?? '', owner ?? '')] as const),
          ),
        },
        ...FIELDS,
      }
