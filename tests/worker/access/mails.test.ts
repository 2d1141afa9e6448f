import { describe, expect, test } from 'vitest'
import type { Role } from '#shared/trade/user.ts'
import { aCustomer } from '../../fixtures/builders.ts'
import { newId, plant } from '../firm.ts'
import { plantOf } from './cell.ts'
import { aLargeFirm } from './large-firm.ts'
import { leaks } from './oracle.ts'
import type { Plant } from './plants.ts'

const firm = await aLargeFirm()
const { people } = firm

const beside = (role: Role, domain: string, headers = {}) =>
  firm.ask(role, {
    method: 'POST',
    path: '/v1/panel',
    body: { message: { from: { name: 'A buyer', address: `buyer@${domain}` }, messageId: '<1@a>' } },
    headers,
  })

const domainOf = (customer: Plant): string => (firm.record(customer.id).domains as string[])[0] ?? ''

describe('beside a mail of a colleague’s customer', () => {
  test.each([{}, { Accept: 'text/html' }])(
    'two customers of one colleague have one and the same panel %j',
    async (headers) => {
      const ofOther = [plantOf(firm, 'customer', "another team's"), plantOf(firm, 'customer', 'shared', 'gm')]
      const panels = await Promise.all(ofOther.map((one) => beside('sales_rep', domainOf(one), headers)))
      const [one, another] = panels.map(({ whole }, index) =>
        // What the panel says of the sender is what the mail says; the tag of a section follows from it.
        whole
          .replaceAll(domainOf(ofOther[index] as Plant), 'a domain')
          .replaceAll(/[0-9a-f]{16}/g, 'etag')
          .replaceAll(/content-length.*/g, ''),
      )
      expect(one).toContain(String(firm.record(people.other.id).alias))
      expect(one).toBe(another)
    },
  )

  test.each<Role>(['purchaser', 'planner', 'qc', 'admin', 'dpo'])(
    'a %s is not told whether the sender is a customer',
    async (role) => {
      const [known, unknown] = await Promise.all([
        beside(role, domainOf(plantOf(firm, 'customer', "another team's"))),
        beside(role, 'nobody.example'),
      ])
      expect(known.whole).toBe(unknown.whole)
    },
  )
})

test('of two customers that fit a mail, the hidden one is told by its owner alone', async () => {
  const shared = 'group.example'
  const [mine, hidden] = [
    aCustomer({ id: newId(), name: 'Mine', domains: [shared], owner_id: people.readers.sales_rep.id }),
    aCustomer({ id: newId(), name: 'Hidden', country: 'GL', domains: [shared], owner_id: people.other.id }),
  ]
  await plant(firm.tenantId, { customer: [mine, hidden] })
  const panel = await beside('sales_rep', shared)
  expect(panel.body.order).toEqual(['several'])
  expect(panel.text).toContain('Mine')
  expect(panel.text).toContain(`One is a customer of ${firm.record(people.other.id).alias}.`)
  for (const told of ['Hidden', 'Greenland', hidden.doc_no, hidden.id]) expect(panel.text).not.toContain(told)
})

test('what a panel holds for one reader is in no tag that another gets', async () => {
  const order = plantOf(firm, 'order', "another team's")
  const panel = (role: Role) =>
    firm.ask(role, { method: 'POST', path: '/v1/panel', body: { record: { type: 'order', id: order.id } } })
  const tags = async (role: Role) => (await panel(role)).body.sections.map(({ etag }: { etag: string }) => etag)
  // Both see the order alone; what one of them sees of its cost changes no tag of the other.
  const before = await tags('qc')
  await firm.ask('gm', {
    method: 'PATCH',
    path: `/v1/orders/${order.id}`,
    body: { cost_total: 1, profit_expected: 2 },
    headers: { 'If-Match': '"1"' },
  })
  const after = await panel('qc')
  expect(leaks(firm, 'qc', after.whole)).toEqual([])
  expect(after.body.sections.map(({ key }: { key: string }) => key)).toEqual(['next_step', 'orders', 'desk'])
  expect((await tags('qc'))[1]).toBe(before[1])
})
