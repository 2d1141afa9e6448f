import { RECENT_TYPES, type Recents, recentOf } from '#shared/customer/recent.ts'
import type { CustomerFile, Situation } from '#shared/customer/situation.ts'
import { byColumn } from '#shared/record/custom.ts'
import type { Field, Fields } from '#shared/record/field.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { BLANK } from './blanked.ts'
import { INVOLVED, OWN, type Standing } from './standing.ts'

/**
 * A customer that there is not, with an order, money and a history, and with every field filled in: so that one can be
 * shown what somebody sees of a customer who stands to them like this, without any customer.
 */
export function exampleSituation(
  { fields, now, today }: { readonly fields: FirmFields; readonly now: number; readonly today: string },
  standing: Standing,
): Situation {
  const made = (type: TypeName, given: object, stands = standing) => ({
    ...filled(fields[type], now, today),
    version: 1,
    created_at: now,
    updated_at: now,
    source: 'api',
    ...given,
    id: EXAMPLE,
    standing: stands,
  })
  // Whose customer it is only by an order they follow, they are near to that order.
  const orderStanding = standing === INVOLVED ? OWN | INVOLVED : standing
  const order = made(
    'order',
    { status: 'confirmed', exec_status: 'in_production', customer_id: EXAMPLE },
    orderStanding,
  )
  const part = made('installment', { order_no: BLANK, status: 'due', paid_amount: 0, amount: 100 }, orderStanding)
  const file = {
    customer: made('customer', { country: 'AQ', status: 'active' }),
    contact: made('contact', { emails: [BLANK], phones: [BLANK], timezone: 'UTC' }),
    owner: { id: EXAMPLE, alias: BLANK, display_name: BLANK },
    match: { by: 'record' },
    orders: [order],
    asked: null,
    openOrders: 1,
    money: [{ currency: 'USD', open_amount: 100, dues: [[today, 100]], at_risk: 100 }],
    installments: [part],
    due: [part],
    timeline: [made('interaction', { order_id: null })],
    requests: [],
    recents: recentsOf(fields, { now, today }, orderStanding),
  }
  return { kind: 'customer', file: file as unknown as CustomerFile, deal: null }
}

/** No id that anything has. */
const EXAMPLE = '0'.repeat(26)

/** One of everything that may be recent with a customer. */
function recentsOf(
  fields: FirmFields,
  { now, today }: { readonly now: number; readonly today: string },
  standing: Standing,
): Recents {
  const lists = RECENT_TYPES.map((type) => {
    const all = filled(fields[type], now, today)
    const values = Object.fromEntries(recentOf(type).fields.map((key) => [key, all[key] ?? null]))
    const record = { id: EXAMPLE, values, dealId: EXAMPLE, standing, dealStanding: standing }
    return [type, { records: [record], count: 1, standing }] as const
  })
  return Object.fromEntries(lists) as unknown as Recents
}

function filled(fields: Fields, now: number, today: string): Record<string, unknown> {
  const values = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, exampleOf(field, now, today)]))
  return { custom: {}, ...byColumn(values, {}) }
}

function exampleOf(field: Field, now: number, today: string): unknown {
  switch (field.kind) {
    case 'choice':
      return field.order?.[0] ?? Object.keys(field.choices)[0] ?? null
    case 'texts':
      return [BLANK]
    case 'data':
      return null
    case 'date':
      return today
    case 'instant':
      return now
    case 'boolean':
      return true
    case 'country':
      return 'AQ'
    case 'currency':
      return 'USD'
    case 'timezone':
      return 'UTC'
    case 'language':
      return 'en'
    case 'reference':
      return EXAMPLE
    case 'text':
    case 'email':
      return BLANK
    default:
      return 100
  }
}
