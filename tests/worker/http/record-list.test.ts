import { describe, expect, test } from 'vitest'
import { aCustomer } from '../../fixtures/builders.ts'
import { aFirm, newId, plant } from '../firm.ts'

describe('reading', () => {
  test('lists filter, sort and page through everything once', async () => {
    const firm = await aFirm()
    await plant(firm.tenantId, {
      customer: Array.from({ length: 25 }, (_, i) =>
        aCustomer({ id: newId(), country: 'DE', name: `K${i % 5}`, city: i % 3 ? 'Köln' : null }),
      ),
    })
    for (const sort of ['name', '-name', 'city', '-city', '-created_at']) {
      const seen: string[] = []
      let next = ''
      do {
        const page = await firm.call(
          'GET',
          `/v1/customers?country=DE&sort=${sort}&limit=7${next && `&cursor=${encodeURIComponent(next)}`}`,
        )
        expect(page.status).toBe(200)
        seen.push(...page.body.records.map((one: { id: string }) => one.id))
        next = page.body.next
      } while (next)
      expect(new Set(seen).size).toBe(25)
      expect(seen).toHaveLength(25)
    }
  })

  test.each([
    'sort=profit;drop',
    'colour=red',
    'limit=0',
    'limit=100000',
    'cursor=xx',
    'sort=tenant_id',
    'tenant_id=x',
  ])('a list with %s is refused', async (params) => {
    const firm = await aFirm()
    expect((await firm.call('GET', `/v1/customers?${params}`)).status).toBe(400)
  })

  test("another firm's record, list and history are not there", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    expect((await theirs.call('GET', `/v1/orders/${ours.order.id}`)).status).toBe(404)
    expect((await theirs.call('GET', `/v1/orders/${ours.order.id}/events`)).status).toBe(404)
    expect((await theirs.call('GET', `/v1/orders?customer_id=${ours.customer.id}`)).body.records).toEqual([])
  })

  test('nothing authenticated may be kept by a cache', async () => {
    const firm = await aFirm()
    for (const path of ['/v1/customers', `/v1/orders/${firm.order.id}`, '/v1/orders/none'])
      expect((await firm.call('GET', path)).headers.get('Cache-Control')).toBe('no-store')
  })
})
