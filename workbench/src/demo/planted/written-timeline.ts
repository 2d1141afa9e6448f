import type { Contact, Interaction, Order } from '#shared/trade/index.ts'
import type { Firm } from '../firm.ts'
import { record } from '../record.ts'
import type { House } from '../staff.ts'
import type { PlantedCustomer } from './definition.ts'

/** A timeline that was written down item by item. */
export function writtenTimeline(
  firm: Firm,
  house: House,
  customer: PlantedCustomer,
  customer_id: string,
  contacts: readonly Contact[],
  orders: readonly Order[],
): Interaction[] {
  return (customer.timeline ?? []).map((planted, index) => {
    const at = firm.at(firm.day - planted.ago, planted.minute)
    const order = orders[customer.orders.findIndex(({ name }) => name === planted.order)]
    const by = house.personId(planted.by)
    return record(
      'interaction',
      { id: firm.id('interaction', `${customer.key}/${index}`, at), at, by, from: 'outlook' },
      {
        kind: planted.kind,
        direction: planted.direction,
        occurred_at: at,
        customer_id,
        contact_id: contacts.find(({ emails }) => emails?.includes(planted.contact ?? ''))?.id ?? null,
        order_id: order?.id ?? null,
        subject: planted.subject.replace('{no}', order?.doc_no ?? ''),
        snippet: planted.snippet,
        message_id: planted.messageId,
        filed_by: by,
      },
    )
  })
}
