import { describe, expect, test } from 'vitest'
import type { Role } from '#shared/trade/user.ts'
import { plantOf } from './cell.ts'
import { change } from './change.ts'
import { aLargeFirm } from './large-firm.ts'
import { sees } from './oracle.ts'

/** Rights are those of the moment: whatever changes, the next request follows. */
const firm = await aLargeFirm()
const { tenantId, people } = firm

const get = (role: Role, path: string) => firm.ask(role, { method: 'GET', path: `/v1/${path}` })
const status = async (role: Role, path: string) => (await get(role, path)).status
const patch = (role: Role, path: string, body: object, version: number) =>
  firm.ask(role, { method: 'PATCH', path: `/v1/${path}`, body, headers: { 'If-Match': `"${version}"` } })

describe('who is given something else', () => {
  test('a superior sees and hands out what is below from the moment somebody is put below', async () => {
    const { id } = plantOf(firm, 'customer', "another team's")
    const at = `customers/${id}`
    expect(await status('sales_manager', at)).toBe(404)
    await change(tenantId, 'user', people.other.id, { manager_id: people.juniors.sales_manager.id })
    expect(await status('sales_manager', at)).toBe(200)
    await change(tenantId, 'user', people.other.id, { manager_id: null })
    expect(await status('sales_manager', at)).toBe(404)
  })

  test('an inquiry is seen by whoever comes into its team, and no longer by who leaves it', async () => {
    const at = `inquiries/${plantOf(firm, 'inquiry', 'with another team').id}`
    expect(await status('sales_rep', at)).toBe(404)
    await change(tenantId, 'user', people.readers.sales_rep.id, { team_id: people.teams.b })
    expect(await status('sales_rep', at)).toBe(200)
    await change(tenantId, 'user', people.readers.sales_rep.id, { team_id: people.teams.a })
    expect(await status('sales_rep', at)).toBe(404)
  })

  test('a customer goes with its owner, with its orders, contacts and timeline', async () => {
    const customer = plantOf(firm, 'customer', 'own', 'sales_rep')
    const around = firm.plants.filter(({ given, type }) => given.customer_id === customer.id && type !== 'order')
    const paths = ['contact', 'interaction'].flatMap((type) =>
      around.filter((one) => one.type === type).map(({ id }) => `${type}s/${id}`),
    )
    expect(paths).toHaveLength(2)
    for (const path of [`customers/${customer.id}`, ...paths]) expect(await status('sales_rep', path)).toBe(200)
    await change(tenantId, 'customer', customer.id, { owner_id: people.other.id })
    // Its order is still theirs, so they work for it; with the order gone as well nothing is left.
    for (const path of [`customers/${customer.id}`, ...paths]) expect(await status('sales_rep', path)).toBe(200)
    const order = firm.plants.find(({ given, type }) => given.customer_id === customer.id && type === 'order')
    await change(tenantId, 'order', order?.id ?? '', { owner_id: people.other.id })
    for (const path of [`customers/${customer.id}`, `orders/${order?.id}`, ...paths]) {
      expect(await status('sales_rep', path)).toBe(404)
    }
  })

  test('a followed order taken away takes its customer along', async () => {
    const order = plantOf(firm, 'order', 'followed', 'merchandiser')
    const at = `customers/${order.given.customer_id}`
    expect(await status('merchandiser', at)).toBe(200)
    await change(tenantId, 'order', order.id, { merchandiser_id: null, owner_id: people.other.id })
    expect(await status('merchandiser', at)).toBe(404)
    expect(await status('merchandiser', `orders/${order.id}`)).toBe(404)
  })

  test('another post is another view, at once and in both directions', async () => {
    const at = `orders/${plantOf(firm, 'order', 'own', 'sales_rep').id}`
    const { id } = people.readers.sales_rep
    await change(tenantId, 'user', id, { roles: ['finance'] })
    expect((await get('sales_rep', at)).text).toContain('cost_total')
    await change(tenantId, 'user', id, { roles: ['sales_rep'] })
    await change(tenantId, 'user', id, { roles: ['sales_rep', 'nonsense'] })
    expect((await get('sales_rep', at)).text).not.toContain('cost_total')
    await change(tenantId, 'user', id, { roles: ['admin'] })
    expect(await status('sales_rep', at)).toBe(404)
    await change(tenantId, 'user', id, { roles: ['sales_rep'] })
  })

  test.each(['suspended', 'left', 'invited'])('somebody %s is nobody', async (state) => {
    const { id } = people.readers.auditor
    await change(tenantId, 'user', id, { status: state })
    expect(await status('auditor', 'customers')).toBe(401)
    await change(tenantId, 'user', id, { status: 'active' })
    expect(await status('auditor', 'customers')).toBe(200)
  })
})

describe('who gives something away', () => {
  test('is told that it is done, and of what is no longer theirs no more than that', async () => {
    const customer = plantOf(firm, 'customer', 'of somebody below', 'sales_manager')
    const at = `customers/${customer.id}`
    const answer = await patch('sales_manager', at, { owner_id: people.other.id, city: 'Elsewhere' }, 1)
    expect([answer.status, answer.body]).toEqual([200, { id: customer.id, version: 2, custom: {} }])
    expect(await status('sales_manager', at)).toBe(404)
    expect((await get('gm', at)).body).toMatchObject({ owner_id: people.other.id, city: 'Elsewhere', version: 2 })
  })

  test('and comes too late with a second change finds nothing', async () => {
    const customer = plantOf(firm, 'customer', 'own', 'sales_manager')
    expect(sees('sales_manager', customer)).toBe(true)
    const order = firm.plants.find(({ given, type }) => type === 'order' && given.customer_id === customer.id)
    await change(tenantId, 'order', order?.id ?? '', { owner_id: people.other.id })
    await change(tenantId, 'customer', customer.id, { owner_id: people.other.id })
    const before = await firm.everything()
    const answer = await patch('sales_manager', `customers/${customer.id}`, { city: 'X' }, 1)
    const absent = await patch('sales_manager', `customers/${'0'.repeat(26)}`, { city: 'X' }, 1)
    expect(answer.whole).toBe(absent.whole)
    expect(answer.status).toBe(404)
    expect(await firm.everything()).toBe(before)
  })
})
