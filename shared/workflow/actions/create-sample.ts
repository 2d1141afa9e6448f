import { fieldsOf } from '#shared/access/field-class.ts'
import { isOrdered } from '#shared/deal/ordered.ts'
import { text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import { addDays, type CivilDate, dayNumber } from '#shared/time/civil-date.ts'
import type { Action } from '../action.ts'
import { formOf, ownFormFields } from '../form.ts'
import { dealTold } from '../offer/deal-told.ts'
import { typedValues } from '../offer/typed-values.ts'

/** Asks for a sample; the deal's road goes by way of it (domain 1.8, 2.2.4). */
export const createSample: Action<'deal'> = {
  name: 'create-sample',
  on: 'deal',
  needs: { type: 'sample', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (file?.deal.status !== 'open' || isOrdered(file)) return []
    const fields = fieldsFor(view)
    const [asked] = file.parts.inquiry
    const form = formOf({
      action: 'create-sample',
      target: { type: 'deal', id: file.deal.id, version: file.deal.version },
      label: text('Ask for a sample', '申请样品')[view.language],
      fields,
      values: typedValues(
        fields,
        {
          description: asked?.product_line ?? file.deal.product_line,
          qty: 1_000,
          type: 'stock',
          promised_ready: readyBy(view),
        },
        view,
      ),
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ view }) => fieldsFor(view),

  decide({ target: deal, situation: { deal: file }, input, view, newId }) {
    if (!file || deal.status !== 'open') {
      const message = text('The deal is over.', '该生意已结束。')[view.language]
      return { kind: 'rejected', problems: [{ field: 'deal_id', code: 'closed', message }] }
    }
    if (input.freight_payer === 'buyer' && !input.courier_account) {
      const message = text(
        'If the buyer pays the freight, their account with the courier is needed.',
        '由客户承担运费时，须填写客户快递账号。',
      )
      return {
        kind: 'rejected',
        problems: [{ field: 'courier_account', code: 'required', message: message[view.language] }],
      }
    }
    const values = {
      ...input,
      deal_id: deal.id,
      customer_id: deal.customer_id,
      contact_id: deal.contact_id,
      quotation_id: file.parts.quotation[0]?.id ?? null,
      owner_id: deal.owner_id ?? view.viewer.id,
      merchandiser_id: deal.merchandiser_id,
    }
    return {
      kind: 'saved',
      changes: [{ kind: 'create', type: 'sample', id: newId(), values }, dealTold(file, { need_sample: true })],
    }
  },
}

const ASKED = [
  'description',
  'qty',
  'type',
  'promised_ready',
  'freight_payer',
  'courier',
  'courier_account',
  'address',
] as const

function fieldsFor(view: View): Fields {
  const seen = fieldsOf('sample', view)
  const asked = ASKED.flatMap((key): [string, Field][] => (seen[key] ? [[key, seen[key]]] : []))
  const fields = { ...Object.fromEntries(asked), ...ownFormFields('sample', view) }
  return { ...fields, ...(fields.freight_payer ? { freight_payer: { ...fields.freight_payer, required: true } } : {}) }
}

/** A sample takes seven working days (domain 2.2.4, ours), Monday to Friday. */
const WORKING_DAYS = 7

function readyBy({ today }: View): CivilDate {
  let day = today
  for (let left = WORKING_DAYS; left > 0; ) {
    day = addDays(day, 1)
    if (isWeekday(day)) left -= 1
  }
  return day
}

/** The first day that is counted, 1970-01-01, was a Thursday. */
const isWeekday = (day: CivilDate): boolean => ((dayNumber(day) ?? 0) + 3) % 7 < 5
