import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import type { SearchAnswer } from '#shared/search/found.ts'
import { bulkSearchKeys, rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aContact, aCustomer, anInquiry, anOrder, aUser } from '../../fixtures/builders.ts'
import { type Answer, aFirm, anIdentity, type Firm, newId, plant } from '../firm.ts'

const ask = (firm: Firm, q: string, as: 'mia' | 'david' | string = 'mia'): Promise<Answer> =>
  firm.call('GET', `/v1/search?${new URLSearchParams({ q })}`, undefined, { as })

async function titles(...asked: Parameters<typeof ask>): Promise<string[]> {
  const answer: SearchAnswer = (await ask(...asked)).body
  return answer.results.map(({ title }) => title)
}

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

test('customers, contacts, inquiries and orders are found by what is written in them', async () => {
  const firm = await aFirm()
  const customer = {
    name: '海森园艺贸易有限公司',
    country: 'CN',
    timezone: 'Asia/Shanghai',
    domains: ['haisen.example'],
  }
  const made = (await firm.call('POST', '/v1/customers', { ...customer, owner_id: firm.mia.id })).body
  await firm.call('POST', '/v1/contacts', {
    customer_id: made.id,
    full_name: 'Zoë Hansen',
    phones: ['+49 40 1234 5678'],
  })
  const { order_date, currency, incoterm, named_place } = firm.order
  const order = { customer_id: made.id, order_date, currency, incoterm, named_place, buyer_po_no: 'PO 4500-991' }
  const sold = (await firm.call('POST', '/v1/orders', order)).body
  expect(await titles(firm, '园艺')).toEqual([customer.name])
  expect(await titles(firm, 'haisen.example')).toEqual([customer.name])
  expect(await titles(firm, made.doc_no)).toEqual([customer.name])
  expect(await titles(firm, 'zoe hansne')).toEqual(['Zoë Hansen'])
  expect(await titles(firm, sold.doc_no)).toEqual([sold.doc_no])
  expect(await titles(firm, '4500991')).toEqual([sold.doc_no])
  expect((await ask(firm, '040-12345678')).body.results).toEqual([
    {
      type: 'contact',
      id: expect.any(String),
      opens: { type: 'customer', id: made.id },
      title: 'Zoë Hansen',
      subtitle: customer.name,
      why: 'Telephone',
    },
  ])
  expect((await ask(firm, '…')).body).toEqual({ results: [] })
  expect((await ask(firm, '')).status).toBe(400)
})

test('another name leaves nothing of the first behind', async () => {
  const firm = await aFirm()
  const rename = { name: 'Nordwind Handel', short_name: null }
  await firm.call('PATCH', `/v1/customers/${firm.customer.id}`, rename, { headers: { 'If-Match': '"1"' } })
  expect([await titles(firm, 'Trilha Comércio'), await titles(firm, 'nordwnd')]).toEqual([[], ['Nordwind Handel']])
})

/** What is kept of the firm, as the store has it now. */
const kept = async ({ tenantId }: Firm) =>
  (await env.DB.prepare('SELECT * FROM search_keys WHERE tenant_id = ? ORDER BY key, record_id').bind(tenantId).all())
    .results

test('what writes have kept is what is worked out from scratch, whoever a customer was given to', async () => {
  const firm = await aFirm()
  const { order_date, currency, incoterm, named_place } = firm.order
  const order = { customer_id: firm.customer.id, order_date, currency, incoterm, named_place }
  const made = (await firm.call('POST', '/v1/orders', order)).body
  await firm.call('POST', '/v1/contacts', { customer_id: firm.customer.id, full_name: 'Otto Meier' })
  const path = `/v1/customers/${firm.customer.id}`
  await firm.call('PATCH', path, { owner_id: firm.david.id }, { headers: { 'If-Match': '"1"' } })
  await firm.call('PATCH', path, { name: 'Sul Trilha' }, { headers: { 'If-Match': '"2"' } })
  await firm.call('PATCH', `/v1/orders/${made.id}`, { buyer_po_no: '77-1234' }, { headers: { 'If-Match': '"1"' } })
  const before = await kept(firm)
  const all = async (path: string) => (await firm.call('GET', `/v1/${path}`)).body.records
  const records = {
    customer: await all('customers'),
    contact: await all('contacts'),
    order: await all('orders'),
  }
  await openDatabase(env.DB).batch([
    { sql: 'DELETE FROM search_keys WHERE tenant_id = ?', params: [firm.tenantId] },
    ...bulkSearchKeys('customer', firm.tenantId, records.customer),
    ...bulkSearchKeys('contact', firm.tenantId, records.contact),
    ...bulkSearchKeys('order', firm.tenantId, records.order),
    ...rebuildFacts(firm.tenantId),
  ])
  expect(before.length).toBeGreaterThan(30)
  expect(before).toEqual(await kept(firm))
})

test('what one may not see is not found, and a field that one does not see finds nothing', async () => {
  const firm = await aFirm()
  const nobody = aUser({ id: newId(), email: 'rep@bluewhale-outdoor.example', team_id: newId() })
  const buyer = aUser({ id: newId(), email: 'buyer@bluewhale-outdoor.example', roles: ['purchaser'] })
  await plant(firm.tenantId, { user: [nobody, buyer] })
  const [rep, purchaser] = [await anIdentity(firm.tenantId, nobody), await anIdentity(firm.tenantId, buyer)]
  expect(await titles(firm, 'trilha', rep)).toEqual([])
  expect(await titles(firm, firm.order.doc_no, rep)).toEqual([])
  // A purchaser sees all orders and no customer.
  const { results } = (await ask(firm, firm.order.doc_no, purchaser)).body
  expect(results).toMatchObject([{ title: firm.order.doc_no, subtitle: null }])
  expect((await ask(await aFirm(), firm.order.doc_no, rep)).body.results).toEqual([])
})

/** A firm in which the same words are in very many names, of others and of Mia. */
async function aCrowd(others: number): Promise<Firm> {
  const firm = await aFirm()
  const other = aUser({ id: newId(), email: 'other@bluewhale-outdoor.example', team_id: newId() })
  const name = (i: number) => `Hansen Trading Garten${i} 海森贸易`
  const customers = many(others, (i) => aCustomer({ id: newId(), name: name(i), owner_id: other.id, domains: [] }))
  const mine = many(8, (i) =>
    aCustomer({ id: newId(), name: `Hansen Trading Zaun${i} 海森贸易`, owner_id: firm.mia.id, domains: [] }),
  )
  const all = [...customers, ...mine]
  const order = (one: { id: string; owner_id: string | null }, i: number) =>
    anOrder({
      id: newId(),
      customer_id: one.id,
      owner_id: one.owner_id,
      merchandiser_id: firm.mia.id,
      doc_no: `SO-2026-${10_000 + i}`,
    })
  await plant(firm.tenantId, {
    user: [other],
    customer: all,
    contact: all.map((one) => aContact({ id: newId(), customer_id: one.id, full_name: 'Hanna Hansen' })),
    order: mine.flatMap((one, at) => many(3, (i) => order(one, at * 3 + i))),
    inquiry: all.map(() => anInquiry({ id: newId(), company_name: 'Hansen Imports', owner_id: firm.mia.id })),
  })
  return firm
}

test('two round trips and at most 50 rows beyond the sign-in, the same in a firm ten times as large', async () => {
  const [small, large] = [await aCrowd(30), await aCrowd(300)]
  for (const q of [
    'h',
    'hansen',
    'hansne',
    'hansen trading',
    'trading hansne',
    '海森贸易',
    'SO-2026-1',
    '2026',
    'xqzwv',
    'hanna hansen',
  ]) {
    for (const as of ['mia', 'david'] as const) {
      const [few, lots] = [await ask(small, q, as), await ask(large, q, as)]
      const beyond = ({ rowsRead }: Answer) => rowsRead - SIGN_IN
      expect([q, few.trips, lots.trips]).toEqual([q, 2, 2])
      expect([q, as, beyond(lots) <= 50, beyond(few) <= 50]).toEqual([q, as, true, true])
    }
  }
})

/** The reader with their firm and its own fields. */
const SIGN_IN = 4

test('one’s own is found among however many of others', async () => {
  const firm = await aCrowd(300)
  expect(await titles(firm, 'trading')).toEqual(expect.arrayContaining([expect.stringMatching(/Zaun/)]))
  expect((await titles(firm, 'zaun3 hansen'))[0]).toBe('Hansen Trading Zaun3 海森贸易')
  expect((await titles(firm, 'tradign zaun3'))[0]).toBe('Hansen Trading Zaun3 海森贸易')
})
