import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessOf } from '#shared/access/access.ts'
import { RECENT_TYPES, type RecentType } from '#shared/customer/recent.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { type Customer, TYPES } from '#shared/trade/index.ts'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { readRecents } from '../../../worker/src/store/glances.ts'
import { recordById } from '../../../worker/src/store/records.ts'
import { asReader, standing } from '../../../worker/src/store/standing.ts'
import { given, prepared } from '../../../worker/src/store/statement.ts'
import { commit } from '../../../worker/src/store/write.ts'
import { aContact, aCustomer, anInquiry, aUser } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { aFirm, type Firm, NOW, newId, plant } from '../firm.ts'

const nth = fc.nat(3)
const aStep = fc.oneof(
  fc.record({
    do: fc.constant('make' as const),
    type: fc.constantFrom(...RECENT_TYPES),
    deal: nth,
    owner: nth,
    customer: nth,
  }),
  fc.record({ do: fc.constant('give' as const), what: fc.nat(30), owner: nth }),
  fc.record({
    do: fc.constant('say' as const),
    what: fc.nat(30),
    word: fc.string({ maxLength: 8 }),
    status: fc.nat(9),
  }),
  fc.record({
    do: fc.constant('hand the deal' as const),
    deal: nth,
    owner: nth,
    follower: nth,
    team: fc.boolean(),
    customer: nth,
  }),
  fc.record({ do: fc.constant('line' as const), what: fc.nat(30), price: fc.nat(9_000_000) }),
  fc.record({ do: fc.constant('take out' as const), what: fc.nat(30) }),
)
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** A firm with two customers, three deals, and people of whom the last is nobody. */
async function aCrowd() {
  const firm = await aFirm()
  const [leo, wendy] = ['leo', 'wendy'].map((name) =>
    aUser({ id: newId(), email: `${name}@x.example`, team_id: firm.team.id }),
  )
  if (!leo || !wendy) throw new Error('nobody')
  const other = aCustomer({ id: newId(), owner_id: leo.id, co_owner_ids: [wendy.id], team_id: firm.team.id })
  const deals = [firm.customer.id, other.id, null].map((customer_id) =>
    a.deal({ id: newId(), customer_id, owner_id: firm.mia.id }),
  )
  await plant(firm.tenantId, { user: [leo, wendy], customer: [other], deal: deals })
  return {
    firm,
    staff: [firm.mia.id, leo.id, wendy.id, null],
    customers: [firm.customer, other],
    deals,
    made: [] as Made[],
  }
}
type Crowd = Awaited<ReturnType<typeof aCrowd>>
interface Made {
  readonly type: RecentType
  readonly id: string
}

const stored = (tenantId: string, type: RecentType | 'deal', id: string) =>
  env.DB.prepare(`SELECT * FROM ${TYPES[type].plural} WHERE tenant_id = ? AND id = ?`).bind(tenantId, id).first()

/** Carried out by way of the store: what each route allows is not the matter here. */
async function carryOut({ firm, staff, customers, deals, made }: Crowd, step: Step): Promise<void> {
  const writer = {
    tenantId: firm.tenantId,
    userId: firm.mia.id,
    now: NOW,
    surface: 'api',
    action: 'edited',
    period: '2026',
  } as const
  const write = (change: Parameters<typeof commit>[2][number]) => commit(openDatabase(env.DB), writer, [change], null)
  const update = async (type: RecentType | 'deal', id: string, values: object) => {
    const row = await stored(firm.tenantId, type, id)
    if (row) await write({ kind: 'update', type, before: read(type, row), values: { ...values } })
  }
  if (step.do === 'make') {
    const { type } = step
    const [id, deal_id, customer_id] = [newId(), at(deals, step.deal).id, at(customers, step.customer).id]
    const owner = { owner_id: at(staff, step.owner) }
    const {
      id: _,
      version,
      created_at,
      created_by,
      updated_at,
      updated_by,
      source,
      custom,
      ...values
    } = RECORDS[type]({
      id,
      customer_id,
      deal_id,
      ...owner,
    }) as AnyRecord & Record<string, unknown>
    made.push({ type, id })
    return void (await write({ kind: 'create', type, id, values }))
  }
  if (step.do === 'hand the deal') {
    const { id } = at(deals, step.deal)
    return update('deal', id, {
      owner_id: at(staff, step.owner),
      merchandiser_id: at(staff, step.follower),
      team_id: step.team ? firm.team.id : null,
      customer_id: at([...customers.map((one) => one.id), null], step.customer),
    })
  }
  if (made.length === 0) return
  const { type, id } = at(made, step.what)
  const { fields } = TYPES[type] as { fields: Record<string, { choices?: object }> }
  if (step.do === 'give' && fields.owner_id) return update(type, id, { owner_id: at(staff, step.owner) })
  if (step.do === 'say') {
    const statuses = Object.keys(fields.status?.choices ?? {})
    return update(type, id, type === 'contact' ? { full_name: `x${step.word}` } : { status: at(statuses, step.status) })
  }
  if (step.do === 'line' && type === 'quotation') {
    const {
      id: line,
      version,
      created_at,
      created_by,
      updated_at,
      updated_by,
      source,
      custom,
      ...values
    } = a.quotation_line({
      id: newId(),
      quotation_id: id,
      seq: made.length + step.price,
      unit_price: step.price,
    })
    return void (await write({ kind: 'create', type: 'quotation_line', id: line, values }))
  }
  if (step.do === 'take out') {
    const row = await stored(firm.tenantId, type, id)
    if (row) await write({ kind: 'remove', type, before: read(type, row) })
  }
}

const read = (type: RecentType | 'deal', row: Record<string, unknown>): AnyRecord => {
  const fields: Record<string, { kind: string }> = TYPES[type].fields
  const whole = Object.entries(row).map(([key, value]) => {
    const kind = fields[key]?.kind
    return [
      key,
      key === 'custom' || ((kind === 'texts' || kind === 'data') && value !== null) ? JSON.parse(String(value)) : value,
    ]
  })
  return Object.fromEntries(whole) as AnyRecord
}

type Given = {
  readonly id: string
  readonly customer_id: string
  readonly deal_id: string
  readonly owner_id: string | null
}
const RECORDS: Readonly<Record<RecentType, (given: Given) => AnyRecord>> = {
  contact: ({ id, customer_id }) => aContact({ id, customer_id }),
  inquiry: (given) => anInquiry(given),
  quotation: (given) => a.quotation(given),
  sample: (given) => a.sample(given),
  after_sales_case: (given) => a.after_sales_case(given),
  document: ({ id, deal_id }) => a.document({ id, deal_id }),
}

async function kept(tenantId: string) {
  const tables = ['customer_recent ORDER BY record_id', 'customer_glances ORDER BY customer_id'].map((rest) => {
    const [table, order] = rest.split(' ORDER')
    return env.DB.prepare(`SELECT * FROM ${table} WHERE tenant_id = ? ORDER${order}`).bind(tenantId)
  })
  const [rows, glances] = (await env.DB.batch<Record<string, unknown>>(tables)).map(({ results }) => results)
  // A customer with whom there is nothing any more may have a row that says so, or none.
  return { rows, glances: (glances ?? []).filter(({ counts }) => counts !== '{}') }
}

/** How everybody stands to everything kept: as each record's own look-up says. */
async function standingsOf({ firm, staff, customers }: Crowd): Promise<void> {
  const { tenantId, team } = firm
  for (const id of staff.filter((one) => one !== null)) {
    const reader = {
      tenantId,
      id,
      teamId: id === firm.mia.id ? (firm.mia.team_id ?? null) : team.id,
      access: accessOf(['gm']),
      now: NOW,
      standsFor: [],
    }
    for (const { id: customerId } of customers) {
      const row = await glanceRow(reader, customerId)
      const recents = readRecents({ items: row.items, counts: row.counts, near: row.near }, row.customer, reader)
      for (const type of RECENT_TYPES) {
        for (const record of recents[type].records) {
          const { sql: text, params } = recordById(type, reader, record.id)
          const own = await env.DB.prepare(text)
            .bind(...params)
            .first<{ standing: number }>()
          expect([type, record.standing]).toEqual([type, own?.standing])
        }
      }
    }
  }
}

const GLANCE = prepared<'tenant' | 'me' | 'team' | 'customer'>(sql`
  SELECT c.*, ${standing('customer', 'c')} AS standing, g.items, g.counts,
    (SELECT json_group_object(n.near_id, n.standing) FROM staff_near n WHERE n.tenant_id = ${given('tenant')} AND n.person_id = ${given('me')}) AS near
  FROM customers c LEFT JOIN customer_glances g ON g.tenant_id = c.tenant_id AND g.customer_id = c.id
  WHERE c.tenant_id = ${given('tenant')} AND c.id = ${given('customer')}`)

async function glanceRow(reader: Parameters<typeof asReader>[0], customerId: string) {
  const { sql: text, params } = GLANCE({ ...asReader(reader), customer: customerId })
  const { items, counts, near, ...customer } = (await env.DB.prepare(text)
    .bind(...params)
    .first()) as Record<string, unknown>
  const owners = JSON.parse(String(customer.co_owner_ids ?? 'null'))
  return { items, counts, near, customer: { ...customer, co_owner_ids: owners } as unknown as Customer }
}

/** An inquiry of one customer in the deal of another: who follows the deal stands with both. */
const FOLLOWER_OF_ANOTHERS: Step[] = [
  { do: 'make', type: 'inquiry', deal: 0, owner: 0, customer: 1 },
  { do: 'hand the deal', deal: 0, owner: 0, follower: 0, team: false, customer: 0 },
]

test('whatever is written, what is recent with a customer is what is worked out from scratch, and as near as each record is by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 6, maxLength: 25 }), async (steps) => {
      const crowd = await aCrowd()
      for (const step of steps) await carryOut(crowd, step)
      const { tenantId }: Firm = crowd.firm
      const written = await kept(tenantId)
      await standingsOf(crowd)
      await openDatabase(env.DB).batch(rebuildFacts(tenantId))
      expect(written).toEqual(await kept(tenantId))
    }),
    { numRuns: 12, examples: [[FOLLOWER_OF_ANOTHERS]] },
  )
})
