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

/** What each stage of an order is left with. */
const ANSWERS: Readonly<Record<string, object>> = {
  not_started: { material_due: '2026-02-01' },
  waiting_material: { planned_finish: '2026-02-01' },
  in_production: { inspection_on: '2026-02-01' },
  inspection: { inspection_result: 'accept', cargo_ready_on: '2026-02-01' },
  ready: { shipped_on: '2026-02-01', bl_no: 'BL-1', eta: '2026-02-01' },
  shipped: { delivered_on: '2026-02-01' },
}

/** Takes an order off everybody's list again, by closing it: nobody cancels one by hand. */
export async function putAway({ id }: Order): Promise<void> {
  for (const _ of Object.keys(ANSWERS)) {
    const { exec_status, version } = await (await api('david.chen', 'GET', `/v1/orders/${id}`)).json()
    if (exec_status === 'closed') return
    const body = { target: { type: 'order', id, version }, input: ANSWERS[exec_status] }
    const key = { 'Idempotency-Key': `put-away-${id}-${version}` }
    const answer = await api('david.chen', 'POST', '/v1/actions/advance-order', body, key)
    if (!answer.ok) throw new Error(`${exec_status}: ${await answer.text()}`)
  }
}
