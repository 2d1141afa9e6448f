import { expect, test } from 'vitest'
import { aFirm, type Firm } from '../firm.ts'

const panelOf = async (firm: Firm, as: 'mia' | 'david') => {
  const answer = await firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } }, { as })
  expect([answer.status, answer.trips]).toEqual([200, 2])
  return answer.body
}
const put = (firm: Firm, layout: unknown, version: number) =>
  firm.call('PUT', '/v1/panel-layout', { layout }, { headers: { 'If-Match': `"${version}"` } })

test('a layout counts from the next panel on, for the posts that it is for, without a trip more', async () => {
  const firm = await aFirm()
  const before = await firm.call('GET', '/v1/panel-layout')
  expect(before.body).toMatchObject({ version: 1, layout: null, mayEdit: true })
  const everybody = [
    { key: 'orders' },
    { key: 'who' },
    { key: 'money', hidden: true },
    { key: 'timeline', folded: true },
  ]
  const saved = await put(firm, { everybody, roles: { gm: [{ key: 'contacts' }, { key: 'who' }] } }, 1)
  expect([saved.status, saved.body.version]).toEqual([200, 2])

  const mia = await panelOf(firm, 'mia')
  expect(mia.order.indexOf('orders')).toBeLessThan(mia.order.indexOf('who'))
  expect(mia.order).not.toContain('money')
  expect(mia.sections.find(({ key }: { key: string }) => key === 'timeline').folded).toBe(true)
  const david = await panelOf(firm, 'david')
  expect(david.order[0]).toBe('contacts')
  expect(david.order).toContain('money')
})

test('it is refused as a whole where it is not one, or somebody has changed it meanwhile; its changes stay in the history', async () => {
  const firm = await aFirm()
  expect((await put(firm, { everybody: [{ key: 'who', hidden: true }] }, 1)).status).toBe(400)
  expect((await firm.call('PUT', '/v1/panel-layout', { layout: null })).status).toBe(428)
  expect((await put(firm, { everybody: [{ key: 'money' }] }, 1)).status).toBe(200)
  expect((await put(firm, null, 1)).status).toBe(412)
  expect((await put(firm, null, 2)).body).toMatchObject({ version: 3, layout: null })
  const { body } = await firm.call('GET', `/v1/tenants/${firm.tenantId}/events`)
  expect(body.events.map(({ version }: { version: number }) => version)).toEqual([3, 2])
})
