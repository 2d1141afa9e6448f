import { aUser } from '../../fixtures/builders.ts'
import { type Answer, anIdentity, newId, plant } from '../firm.ts'
import { signedHeaders } from '../hooks.ts'
import { type ADeal, aDeal } from './a-signed-deal.ts'

/** A deal whose goods are booked, with what is paid by their dates. */
export const aBookedDeal = (given: object = {}) =>
  aDeal('shipment', ({ customer_id, deal_id }) => {
    const order_id = newId()
    const shipment_id = newId()
    const part = (seq: number, anchor: string, offset_days: number, due_date: string) => ({
      order_id,
      customer_id,
      deal_id,
      seq,
      currency: 'USD',
      amount: 100_000,
      anchor,
      offset_days,
      due_date,
      status: 'scheduled',
    })
    return {
      order: [
        {
          id: order_id,
          deal_id,
          customer_id,
          currency: 'USD',
          order_date: '2026-09-01',
          incoterm: 'FOB',
          named_place: 'Yantian',
          exec_status: 'ready',
        },
      ],
      order_line: [
        {
          order_id,
          seq: 1,
          sku: 'A',
          description: 'A',
          qty: 1_000,
          unit: 'H87',
          currency: 'USD',
          unit_price: 1_000_000,
        },
      ],
      production_order: [{ deal_id, order_id, qty: 1_000, status: 'inspected' }],
      installment: [part(1, 'etd', -3, '2026-10-29'), part(2, 'eta', -5, '2026-11-26')],
      shipment: [
        {
          id: shipment_id,
          doc_no: 'SH-2026-0001',
          deal_id,
          customer_id,
          order_id,
          status: 'booked',
          booking_no: 'B1',
          bl_no: 'BL1',
          pol: 'CNYTN',
          pod: 'BRSSZ',
          etd: '2026-11-01',
          eta: '2026-12-01',
          first_eta: '2026-12-01',
          ...given,
        },
      ],
      container: [{ shipment_id, no: 'CSQU3054383' }],
    }
  })

/** A source of milestones of a firm, made by an administrator, with its first secret. */
export async function aSource(
  { tenantId, call }: Pick<ADeal, 'tenantId' | 'call'>,
  kind = 'carrier',
  name = 'Ocean Line',
) {
  const someone = aUser({
    id: newId(),
    email: `admin-${newId()}@bluewhale-outdoor.example`,
    alias: 'Ada',
    roles: ['admin'],
  })
  await plant(tenantId, { user: [someone] })
  const admin = await anIdentity(tenantId, someone)
  const { body: source } = await call('POST', '/v1/milestone_sources', { name, kind }, { as: admin })

  const secrets = (query = '', as: string | null = admin) =>
    call('POST', `/v1/milestone_sources/${source.id}/secrets${query}`, undefined, { as })
  const { secret, url } = (await secrets()).body

  /** Tells something as this source does; headers may be made wrong. */
  const tell = (said: unknown, { by = [secret], id = newId(), at, headers = {} }: Telling = {}): Promise<Answer> => {
    const body = typeof said === 'string' ? said : JSON.stringify(said)
    const signed = signedHeaders(by, body, { id, ...(at === undefined ? {} : { at }) })
    return call('POST', new URL(url).pathname, body, { as: null, headers: { ...signed, ...headers } })
  }
  return { id: String(source.id), name, admin, secret: String(secret), url: String(url), secrets, tell }
}

interface Telling {
  readonly by?: readonly string[]
  readonly id?: string
  readonly at?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The vessel will be a week late. */
export const LATE = { type: 'ARRI', classifier: 'EST', at: '2026-12-08T06:30:00-03:00', location: 'BRSSZ' }

export const BY_BOOKING = { booking_no: 'B1' }
