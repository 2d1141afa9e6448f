import { api } from './workbench.ts'

export interface Order {
  readonly id: string
  readonly doc_no: string
}

/** An open order of Trilha Sul for one test; promised so early that it comes first, and its next step too. */
export async function anOrder(more: Readonly<Record<string, unknown>> = {}): Promise<Order> {
  const message = { from: { address: 'thiago.nunes@trilhasul.example' } }
  const panel = await (await api('mia.zhao', 'POST', '/v1/panel', { message })).json()
  const known = panel.sections.find((one: { key: string }) => one.key === 'orders').full[0].open.id
  const { customer_id } = await (await api('mia.zhao', 'GET', `/v1/orders/${known}`)).json()
  const body = {
    customer_id,
    order_date: '2026-01-02',
    promised_date: '2026-02-01',
    currency: 'USD',
    incoterm: 'FOB',
    named_place: 'Yantian',
    ...more,
  }
  return (await api('mia.zhao', 'POST', '/v1/orders', body)).json()
}

/** Takes an order off everybody's list again, so that the next test finds the demo as it was. */
export async function putAway({ id }: Order): Promise<void> {
  const etag = (await api('mia.zhao', 'GET', `/v1/orders/${id}`)).headers.get('ETag') ?? ''
  await api('mia.zhao', 'PATCH', `/v1/orders/${id}`, { status: 'cancelled' }, { 'If-Match': etag })
}
