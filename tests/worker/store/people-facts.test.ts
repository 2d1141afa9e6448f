import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OWN, SUBTREE, TEAM } from '#shared/access/standing.ts'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aCustomer, aUser } from '../../fixtures/builders.ts'
import { change } from '../access/change.ts'
import { aFirm, anIdentity, newId, plant } from '../firm.ts'

/** Who stands near whom, and whose every customer is, as the store has it now. */
async function people(tenantId: string): Promise<unknown[]> {
  const tables = ['staff_near', 'customer_people', 'open_order_lists'].map((table) =>
    env.DB.prepare(`SELECT * FROM ${table} WHERE tenant_id = ? ORDER BY 2, 3, 4`).bind(tenantId),
  )
  return (await env.DB.batch(tables)).map(({ results }) => results)
}

const anew = (tenantId: string) => openDatabase(env.DB).batch(rebuildFacts(tenantId))

type Step =
  | { readonly do: 'make an order'; readonly customer: number; readonly owner: number; readonly follower: number }
  | { readonly do: 'give an order away'; readonly order: number; readonly owner: number }
  | { readonly do: 'let somebody follow'; readonly order: number; readonly follower: number }
  | { readonly do: 'give a customer away'; readonly customer: number; readonly owner: number }
  | { readonly do: 'share a customer'; readonly customer: number; readonly asker: number }
  | { readonly do: 'put below'; readonly one: number; readonly other: number }
  | { readonly do: 'put into a team'; readonly one: number; readonly team: number }

const nth = fc.nat(3)
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('make an order' as const), customer: nth, owner: nth, follower: nth }),
  fc.record({ do: fc.constant('give an order away' as const), order: nth, owner: nth }),
  fc.record({ do: fc.constant('let somebody follow' as const), order: nth, follower: nth }),
  fc.record({ do: fc.constant('give a customer away' as const), customer: nth, owner: nth }),
  fc.record({ do: fc.constant('share a customer' as const), customer: nth, asker: nth }),
  fc.record({ do: fc.constant('put below' as const), one: nth, other: nth }),
  fc.record({ do: fc.constant('put into a team' as const), one: nth, team: nth }),
)

/** A firm with two customers more, and reps whose ids count from 0; the last of them is nobody. */
async function aCrowd() {
  const firm = await aFirm()
  const reps = ['wendy', 'leo'].map((name) => aUser({ id: newId(), email: `${name}@bluewhale-outdoor.example` }))
  const customers = [1, 2].map((at) => aCustomer({ id: newId(), domains: [`c${at}.example`] }))
  await plant(firm.tenantId, { user: reps, customer: customers })
  const tokens = await Promise.all(reps.map((rep) => anIdentity(firm.tenantId, rep)))
  return {
    firm,
    staff: [firm.mia.id, ...reps.map(({ id }) => id), null],
    tokens: ['mia', ...tokens],
    customers: [firm.customer, ...customers],
    orders: [firm.order.id],
  }
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** Carries a step out through the API, and through the store what no route does yet. */
async function carryOut(crowd: Awaited<ReturnType<typeof aCrowd>>, step: Step): Promise<void> {
  const { firm, staff, tokens, customers, orders } = crowd
  const patch = async (path: string, body: object) => {
    const etag = (await firm.call('GET', path)).headers.get('ETag') ?? ''
    expect((await firm.call('PATCH', path, body, { headers: { 'If-Match': etag } })).status).toBe(200)
  }
  const act = (as: string, action: string, body: object) =>
    firm.call('POST', `/v1/actions/${action}`, body, { as, headers: { 'Idempotency-Key': newId() } })
  switch (step.do) {
    case 'make an order': {
      const { body, status } = await firm.call('POST', '/v1/orders', {
        customer_id: at(customers, step.customer).id,
        owner_id: at(staff, step.owner),
        merchandiser_id: at(staff, step.follower),
        order_date: '2026-10-01',
        currency: 'USD',
        incoterm: 'FOB',
        named_place: 'Yantian',
      })
      expect(status).toBe(201)
      orders.push(body.id)
      return
    }
    case 'give an order away':
      return patch(`/v1/orders/${at(orders, step.order)}`, { owner_id: at(staff, step.owner) })
    case 'let somebody follow':
      return patch(`/v1/orders/${at(orders, step.order)}`, { merchandiser_id: at(staff, step.follower) })
    case 'give a customer away':
      return patch(`/v1/customers/${at(customers, step.customer).id}`, { owner_id: at(staff, step.owner) })
    case 'share a customer': {
      const [domain] = at(customers, step.customer).domains ?? []
      const asked = await act(at(tokens, step.asker), 'ask-access', {
        target: { type: 'access_request', id: 'new' },
        message: { from: { address: `a@${domain}` } },
      })
      // Whose it is already has nothing to ask for.
      if (asked.status !== 200) return
      const target = { type: 'access_request', id: asked.body.record.id, version: 1 }
      expect((await act('david', 'answer-request', { target, input: { answer: 'granted' } })).status).toBe(200)
      return
    }
    case 'put below':
      return change(firm.tenantId, 'user', at(staff.slice(0, -1), step.one) ?? '', {
        manager_id: at(staff, step.other),
      })
    case 'put into a team':
      return change(firm.tenantId, 'user', at(staff.slice(0, -1), step.one) ?? '', { team_id: at(TEAMS, step.team) })
  }
}

const TEAMS = [newId(), newId(), null]

test('whatever is written, who is near whom and whose a customer is are as if worked out from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 12 }), async (steps) => {
      const crowd = await aCrowd()
      for (const step of steps) await carryOut(crowd, step)
      const kept = await people(crowd.firm.tenantId)
      await anew(crowd.firm.tenantId)
      expect(kept).toEqual(await people(crowd.firm.tenantId))
    }),
    { numRuns: 15 },
  )
})

test('writers at once leave nobody with what was taken from them, and nobody without what is theirs', async () => {
  const { firm, staff, customers } = await aCrowd()
  const body = {
    customer_id: firm.customer.id,
    order_date: '2026-10-01',
    currency: 'USD',
    incoterm: 'FOB',
    named_place: 'Y',
  }
  const make = (at: number) => firm.call('POST', '/v1/orders', { ...body, owner_id: staff[at % 3] })
  const orders = await Promise.all(Array.from({ length: 9 }, (_, index) => make(index)))
  await Promise.all([
    ...orders.map(({ body: { id } }, index) =>
      firm.call('PATCH', `/v1/orders/${id}`, { owner_id: staff[(index + 1) % 4] }, { headers: { 'If-Match': '"1"' } }),
    ),
    ...customers.map(({ id }, index) =>
      firm.call('PATCH', `/v1/customers/${id}`, { owner_id: staff[index] }, { headers: { 'If-Match': '"1"' } }),
    ),
  ])
  const kept = await people(firm.tenantId)
  await anew(firm.tenantId)
  expect(kept).toEqual(await people(firm.tenantId))
})

describe('who is below whom', () => {
  interface Member {
    readonly manager: number | null
    readonly team: number | null
  }

  /** A firm of these people, each with the place of their superior and of their team; and how each stands to each. */
  async function standings(members: readonly Member[]): Promise<string[]> {
    const tenantId = newId()
    const ids = members.map(() => newId())
    const user = members.map(({ manager, team }, index) =>
      aUser({
        id: ids[index] ?? '',
        email: `p${index}@bluewhale-outdoor.example`,
        manager_id: manager === null ? null : (ids[manager] ?? null),
        team_id: team === null ? null : (TEAMS[team] ?? null),
      }),
    )
    await plant(tenantId, { user })
    const { results } = await env.DB.prepare('SELECT person_id, near_id, standing FROM staff_near WHERE tenant_id = ?')
      .bind(tenantId)
      .all<{ person_id: string; near_id: string; standing: number }>()
    return results
      .map(({ person_id, near_id, standing }) => `${ids.indexOf(person_id)} ${ids.indexOf(near_id)} ${standing}`)
      .sort()
  }

  /** The same by walking up from everybody, ten steps at most. */
  function walked(members: readonly Member[]): string[] {
    const isAbove = (above: number, below: number): boolean => {
      let one: number | null = below
      for (let step = 0; step <= 10 && one !== null; step++) {
        if (one === above) return true
        one = members[one]?.manager ?? null
      }
      return false
    }
    return members
      .flatMap((a, person) =>
        members.flatMap((b, near) => {
          const team = a.team !== null && a.team === b.team ? TEAM : 0
          const standing = (person === near ? OWN : 0) | team | (isAbove(person, near) ? SUBTREE : 0)
          return standing === 0 ? [] : [`${person} ${near} ${standing}`]
        }),
      )
      .sort()
  }

  test('is whoever is reached by walking up, in any firm, circles among them', async () => {
    const aMember = (count: number) => fc.record({ manager: fc.option(fc.nat(count - 1)), team: fc.option(fc.nat(1)) })
    const aStaff = fc
      .integer({ min: 1, max: 14 })
      .chain((count) => fc.array(aMember(count), { minLength: count, maxLength: count }))
    await fc.assert(
      fc.asyncProperty(aStaff, async (members) => {
        expect(await standings(members)).toEqual(walked(members))
      }),
      { numRuns: 40 },
    )
  })

  test('ten superiors above, and no eleventh', async () => {
    const chain = Array.from({ length: 13 }, (_, index) => ({ manager: index === 0 ? null : index - 1, team: null }))
    const below = (await standings(chain)).filter((one) => one.startsWith('0 '))
    expect(below).toHaveLength(11)
    expect(below).not.toContain(`0 11 ${SUBTREE}`)
  })

  test('a circle of superiors ends: each is above each, and no writer waits for ever', async () => {
    const circle = [1, 2, 0].map((manager) => ({ manager, team: null }))
    expect(await standings(circle)).toHaveLength(9)
  })
})
