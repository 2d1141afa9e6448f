import type { Survey } from '#shared/trade/index.ts'
import { type Effect, effected } from './effect.ts'

/** From this score down the buyer has a reason (domain 1.21). */
const LOW = 6

/** A low score opens a case, so that somebody looks at why. */
export const caseOfLowScore: Effect = ({ file, record, view }) => {
  const { nps, comment, shipment_id, customer_id, owner_id } = record as unknown as Survey
  if (nps === null || nps > LOW || !customer_id) return effected()
  return effected({
    kind: 'create',
    type: 'after_sales_case',
    id: view.newId(),
    values: {
      deal_id: file.deal.id,
      customer_id,
      shipment_id,
      order_id: file.parts.order[0]?.id ?? null,
      owner_id: file.deal.owner_id ?? owner_id,
      currency: file.parts.order[0]?.currency ?? null,
      kind: 'other',
      opened_at: view.now,
      description: comment ?? `NPS ${nps}`,
    },
  })
}
