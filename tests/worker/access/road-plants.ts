import type { TypeName } from '#shared/trade/index.ts'
import type { Plant, Whose } from './plants.ts'

type Put = (type: TypeName, whose: Whose, given: Plant['given']) => string

interface Place {
  /** Whose the records are; every other name on them is a stranger's. */
  readonly me: string
  readonly stranger: string
  /** A customer and an order of theirs. */
  readonly customer_id: string
  readonly order_id: string
}

/** A stranger's deal and customer, among which somebody has only one thing. */
export interface Elsewhere {
  readonly deal_id: string
  readonly customer_id: string
}

/**
 * One record of each type along the road, somebody's by one way alone: their own name on it, their deal, their order or
 * their customer. Without an `elsewhere` they are a stranger's by every way.
 */
export function plantRoad(put: Put, whose: Whose, place: Place, elsewhere?: Elsewhere): Elsewhere {
  const { me, stranger, customer_id, order_id } = place
  const add = (type: TypeName, given: Plant['given']) => put(type, whose, { ...PLAIN, ...given })

  const named = elsewhere ?? { customer_id }
  const deal_id = add('deal', {
    owner_id: me,
    merchandiser_id: stranger,
    team_id: null,
    customer_id: named.customer_id,
  })
  const among = elsewhere?.deal_id ?? deal_id
  const followed = { deal_id: among, customer_id, owner_id: stranger }

  const quotation_id = add('quotation', { deal_id: among, customer_id, owner_id: me })
  add('quotation_line', { quotation_id, seq: 1 })
  add('sample', { ...followed, merchandiser_id: me })
  add('contract', { deal_id, customer_id, owner_id: stranger })
  add('approval', { deal_id: among, requested_by: me, steps: [] })
  add('task', { deal_id: among, assignee_id: me })
  add('production_order', { deal_id: among, order_id })
  const shipment_id = add('shipment', { deal_id, customer_id, order_id, owner_id: stranger })
  add('shipment_line', { shipment_id, seq: 1 })
  add('container', { shipment_id, no: 'CSQU3054383' })
  add('milestone', { shipment_id })
  add('document', { deal_id, order_id, shipment_id })
  const receipt_id = add('receipt', { deal_id: among, claimed_by: me, customer_id: named.customer_id })
  add('allocation', { receipt_id, deal_id: among, target_currency: 'USD' })
  add('after_sales_case', { deal_id: among, customer_id, owner_id: stranger })
  add('survey', { deal_id, owner_id: stranger, shipment_id })
  return { deal_id, customer_id }
}

const PLAIN = { currency: 'USD' }
