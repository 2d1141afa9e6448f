import { INVOLVED, OWN, type Standing } from '#shared/access/standing.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { started } from '#shared/deal/started.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { type Change, changedId, type Values } from '#shared/record/change.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { deal as dealType } from '#shared/trade/deal.ts'
import type { Customer, Inquiry } from '#shared/trade/index.ts'
import type { Action } from '../action.ts'
import { formOf, ownFormFields } from '../form.ts'
import { effectView } from './effect-view.ts'

const { subject, product_line, destination_country, currency, need_sample } = dealType.fields

/** Begins a deal with a customer, or with an inquiry that has none: on the road that the firm published last, or another. */
export const startDeal: Action<'deal'> = {
  name: 'start-deal',
  on: 'deal',
  makes: true,
  needs: { type: 'deal', verb: 'create' },
  stands: standingToNewDeal,
  section: 'start',
  begins: true,

  offers(situation, view) {
    const origin = originOf(situation, view)
    if (!origin) return []
    const { customer, inquiry } = origin
    const form = formOf({
      action: 'start-deal',
      target: { type: 'deal', id: 'new' },
      label: text('Start a deal', '新建生意')[view.language],
      fields: fieldsFor(situation, view),
      values: {
        subject: (inquiry?.subject ?? '').slice(0, 200),
        ...(inquiry?.product_line ? { product_line: inquiry.product_line } : {}),
        destination_country: inquiry?.country ?? customer?.country ?? '',
        currency: customer?.default_currency ?? view.currency,
      },
      language: view.language,
      folded: true,
    })
    return [{ form, on: standingToNewDeal(situation) }]
  },

  fields: ({ situation, view }) => fieldsFor(situation, view),

  decide({ situation, input: { road: key, ...values }, view, newId, superiors }) {
    const origin = originOf(situation, view)
    if (!origin) {
      const message = text(
        'A deal begins with a customer or with an inquiry of one’s own.',
        '生意须从客户或自己的询盘开始。',
      )
      return {
        kind: 'rejected',
        problems: [{ field: 'customer_id', code: 'no_origin', message: message[view.language] }],
      }
    }
    const { customer, inquiry } = origin
    const roads = situation.roads ?? []
    const id = newId()
    const owner = customer?.owner_id ?? inquiry?.owner_id ?? view.viewer.id
    const asked: Change = inquiry
      ? { kind: 'update', type: 'inquiry', before: inquiry, values: { deal_id: id } }
      : spoken(newId(), { ...values, deal_id: id, customer_id: customer?.id, owner_id: owner }, view)
    const begun = started(
      {
        id,
        values: {
          ...values,
          customer_id: customer?.id ?? null,
          inquiry_id: changedId(asked),
          owner_id: owner,
        },
        changes: [asked],
        customer,
        road: roads.find((road) => road.key === key) ?? roads[0] ?? null,
        ...(superiors ? { superiors } : {}),
      },
      effectView(view, newId),
    )
    return 'problems' in begun
      ? { kind: 'rejected', problems: begun.problems }
      : { kind: 'saved', changes: begun.changes.toSorted((a, b) => rank(a) - rank(b)) }
  },
}

/**
 * How somebody stands to the deal that they begin: as to its customer, for it is that customer's owner's, but who only works on
 * an order there begins none. Of a customer of nobody, and of an inquiry of one's own, it is one's own.
 */
function standingToNewDeal(situation: Situation): Standing {
  if (situation.kind !== 'customer') return OWN
  const { owner_id, standing = 0 } = situation.file.customer
  return owner_id === null ? OWN : standing & ~INVOLVED
}

/** A customer asks without a mail of a stranger: who begins the deal has taken it on with that. */
function spoken(id: string, values: Values, { now }: View): Change {
  const { subject, product_line, deal_id, customer_id, owner_id } = values
  return {
    kind: 'create',
    type: 'inquiry',
    id,
    values: {
      channel: 'other',
      status: 'claimed',
      received_at: now,
      claimed_at: now,
      subject,
      product_line,
      deal_id,
      customer_id,
      owner_id,
    },
  }
}

/** The deal is what was made, whatever else was written for it. */
const rank = ({ type }: Change): number => (type === 'deal' ? 0 : 1)

interface Origin {
  readonly customer: Customer | null
  readonly inquiry: Inquiry | null
}

/** What a deal can begin with here; an inquiry that has one already is no beginning. */
function originOf(situation: Situation, { viewer }: View): Origin | null {
  if (situation.kind === 'customer') return { customer: situation.file.customer, inquiry: null }
  if (situation.kind !== 'inquiry' && situation.kind !== 'unknown') return null
  const { inquiry } = situation
  const isOpen = inquiry && inquiry.deal_id === null && !ENDED.includes(inquiry.status)
  return isOpen && inquiry.owner_id === viewer.id ? { customer: null, inquiry } : null
}

/** No road begins with what has come to nothing. */
const ENDED: readonly Inquiry['status'][] = ['converted', 'invalid', 'lost', 'duplicate']

/** Which road is asked where there are several. */
function fieldsFor({ roads = [] }: Situation, view: View): Fields {
  const choice: Field = {
    kind: 'choice',
    label: text('Process', '流程'),
    choices: Object.fromEntries(roads.map(({ key, definition }) => [key, nameIn(definition, key)])),
  }
  return {
    subject,
    product_line,
    destination_country,
    currency,
    need_sample,
    ...(roads.length > 1 ? { road: choice } : {}),
    ...ownFormFields('deal', view),
  }
}

function nameIn(definition: string, key: string): Text {
  const { name } = JSON.parse(definition) as { readonly name: Text | string }
  return typeof name === 'string' ? text(name, name) : (name ?? text(key, key))
}
