import type { DealFile } from '#shared/deal/deal-file.ts'
import { text } from '#shared/i18n/language.ts'
import { hasDeparted } from '#shared/order/shipped-quantities.ts'
import type { Fields } from '#shared/record/field.ts'
import { addDays } from '#shared/time/civil-date.ts'
import { afterSalesCase } from '#shared/trade/after-sales-case.ts'
import type { Shipment } from '#shared/trade/index.ts'
import type { Action, Decision } from '../action.ts'
import { formOf } from '../form.ts'
import { refusal } from '../refusal.ts'

const { kind, description, claimed_qty, claimed_amount } = afterSalesCase.fields

/** What the buyer complains of once goods have left; also after the deal is won, for they turn up late (domain 1.21). */
export const openCase: Action<'deal'> = {
  name: 'open-case',
  on: 'deal',
  adds: true,
  needs: { type: 'after_sales_case', verb: 'create' },
  section: 'road',

  offers({ deal: file }, view) {
    if (!file || sentIn(file.whole ?? file).length === 0) return []
    const form = formOf({
      action: 'open-case',
      target: { type: 'deal', id: file.deal.id },
      label: text('The buyer complains', '客户投诉')[view.language],
      fields: fieldsFor(file.whole ?? file),
      values: { about: sentIn(file.whole ?? file)[0]?.id ?? '' },
      language: view.language,
      folded: true,
    })
    return [{ form, on: file.deal.standing ?? 0 }]
  },

  fields: ({ situation: { deal: file } }) => (file ? fieldsFor(file) : {}),

  decide({ target: deal, situation: { deal: file }, input: { about, ...input }, view, newId }): Decision {
    const sent = file ? sentIn(file) : []
    const shipment = sent.find(({ id }) => id === about) ?? sent[0]
    const order = file?.parts.order.find(({ id }) => id === shipment?.order_id) ?? file?.parts.order[0]
    if (!shipment || !order) return refusal('about', 'not_shipped', NOTHING, view.language)
    const { claims_days = null } = file?.parts.contract.find(({ id }) => id === order.contract_id) ?? {}
    const from = shipment.delivered_on ?? shipment.ata
    return {
      kind: 'saved',
      changes: [
        {
          kind: 'create',
          type: 'after_sales_case',
          id: newId(),
          values: {
            ...input,
            deal_id: deal.id,
            customer_id: order.customer_id,
            order_id: order.id,
            shipment_id: shipment.id,
            owner_id: deal.owner_id ?? view.viewer.id,
            currency: order.currency,
            opened_at: view.now,
            claim_deadline: claims_days !== null && from !== null ? addDays(from, claims_days) : null,
          },
        },
      ],
    }
  },
}

/** What has left, the newest first. */
const sentIn = ({ parts }: DealFile): Shipment[] => parts.shipment.filter(hasDeparted)

function fieldsFor(file: DealFile): Fields {
  const sent = sentIn(file)
  const currency = file.parts.order[0]?.currency ?? 'base'
  return {
    kind,
    description,
    ...(sent.length > 1
      ? {
          about: {
            kind: 'choice' as const,
            label: text('Shipment', '出货'),
            choices: Object.fromEntries(sent.map(({ id, doc_no }) => [id, text(doc_no, doc_no)])),
          },
        }
      : {}),
    claimed_qty,
    claimed_amount: { ...claimed_amount, currency },
  }
}

const NOTHING = text('Nothing of this deal has left yet.', '尚无货物出运。')
