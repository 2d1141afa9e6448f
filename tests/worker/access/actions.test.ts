import { describe, expect, test } from 'vitest'
import type { Role } from '#shared/trade/user.ts'
import { newId } from '../firm.ts'
import { plantOf } from './cell.ts'
import { change } from './change.ts'
import { type Answer, aLargeFirm } from './large-firm.ts'
import { leaks } from './oracle.ts'
import type { Plant } from './plants.ts'

const firm = await aLargeFirm()
const { tenantId, people } = firm

const act = (role: Role, action: string, body: object, key = newId()): Promise<Answer> =>
  firm.ask(role, {
    method: 'POST',
    path: `/v1/actions/${action}`,
    body,
    headers: { 'Idempotency-Key': key },
  })

/** A mail of somebody at a customer. */
const mailOf = (customer: Plant) => {
  const [domain] = firm.record(customer.id).domains as string[]
  return { from: { address: `somebody@${domain}` }, messageId: `<${customer.id}>` }
}

/** Refused, and nothing was written, not even to be taken back. */
async function refused(make: () => Promise<Answer>, status: number): Promise<Answer> {
  const before = await firm.written()
  const answer = await make()
  expect(answer.status).toBe(status)
  expect(await firm.written()).toBe(before)
  return answer
}

describe('asking to share a customer', () => {
  const ask = (role: Role, customer: Plant, key?: string) =>
    act(
      role,
      'ask-access',
      { target: { type: 'access_request', id: 'new' }, message: mailOf(customer), input: { reason: 'I met them' } },
      key,
    )
  const ofSomebody = (role: Role) => plantOf(firm, 'customer', 'shared', role)

  test('is told to have been done, tells nothing of the customer, and is not done twice', async () => {
    const customer = ofSomebody('gm')
    const answer = await ask('sales_rep', customer)
    expect([answer.status, answer.body.outcome]).toEqual([200, 'saved'])
    expect(answer.text).toContain('You have asked for this customer')
    expect(answer.text).not.toContain(customer.id)
    expect(leaks(firm, 'sales_rep', answer.whole, JSON.stringify(mailOf(customer)))).toEqual([])
    const again = await refused(() => ask('sales_rep', customer), 422)
    expect(again.body.problems[0].code).toBe('nothing_to_ask')
  })

  test('by ten presses at once makes one request', async () => {
    const customer = ofSomebody('finance')
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('sales_rep', customer)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const answer of answers) expect([200, 409, 422]).toContain(answer.status)
    for (const answer of answers) expect(answer.text).not.toContain(customer.id)
  })

  test('is answered by its owner, not by who asked, and what is granted holds from the next request on', async () => {
    const customer = plantOf(firm, 'customer', 'own', 'sales_rep')
    const asked = await ask('sales_manager', customer)
    expect(asked.body.outcome).toBe('saved')
    const { id } = asked.body.record
    const at = `/v1/customers/${customer.id}`
    const answered = { target: { type: 'access_request', id, version: 1 }, input: { answer: 'granted' } }
    expect((await firm.ask('sales_manager', { method: 'GET', path: `/v1/access_requests/${id}` })).status).toBe(200)
    await refused(() => act('sales_manager', 'answer-request', answered), 403)
    await refused(() => act('merchandiser', 'answer-request', answered), 404)
    expect((await firm.ask('sales_manager', { method: 'GET', path: at })).status).toBe(404)
    expect((await act('sales_rep', 'answer-request', answered)).body.outcome).toBe('saved')
    expect((await firm.ask('sales_manager', { method: 'GET', path: at })).status).toBe(200)
    await refused(
      () => act('sales_rep', 'answer-request', { ...answered, target: { ...answered.target, version: 2 } }),
      422,
    )
  })

  test('that is refused leaves the customer hidden', async () => {
    const customer = plantOf(firm, 'customer', 'shared', 'sales_rep')
    const { id } = (await ask('sales_manager', customer)).body.record
    const answer = { target: { type: 'access_request', id, version: 1 }, input: { answer: 'refused' } }
    expect((await act('sales_rep', 'answer-request', answer)).body.outcome).toBe('saved')
    expect((await firm.ask('sales_manager', { method: 'GET', path: `/v1/customers/${customer.id}` })).status).toBe(404)
  })
})

describe('an inquiry', () => {
  const claim = (role: Role, { id }: Plant) =>
    act(role, 'claim-inquiry', { target: { type: 'inquiry', id, version: 1 } })

  test('with the own team is claimed once, and then is its claimer’s', async () => {
    const inquiry = plantOf(firm, 'inquiry', 'with own team')
    expect((await claim('sales_rep', inquiry)).body.outcome).toBe('saved')
    const { body } = await firm.ask('sales_rep', { method: 'GET', path: `/v1/inquiries/${inquiry.id}` })
    expect([body.owner_id, body.status]).toEqual([people.readers.sales_rep.id, 'claimed'])
    await refused(() => claim('sales_manager', inquiry), 409)
  })

  test('of a colleague in the team is seen and not taken away', async () => {
    const answer = await refused(() => claim('sales_rep', plantOf(firm, 'inquiry', "own team's")), 422)
    expect(answer.body.problems[0].code).toBe('claimed')
  })

  test.each(["another team's", 'with another team'])(
    '%s is not told from none beside its mail, but for whose it is',
    async (whose) => {
      const inquiry = plantOf(firm, 'inquiry', whose)
      const message = { from: { address: String(firm.record(inquiry.id).email) }, messageId: '<1@x.example>' }
      const panel = await firm.ask('sales_rep', { method: 'POST', path: '/v1/panel', body: { message } })
      expect(leaks(firm, 'sales_rep', panel.whole, JSON.stringify(message))).toEqual([])
      const owner = whose === 'with another team' ? 'Another team' : String(firm.record(people.other.id).alias)
      expect(panel.text).toContain(`${owner} has an inquiry of this sender.`)
      expect(panel.text).not.toContain('create-inquiry')
      const body = { target: { type: 'inquiry', id: 'new' }, message, input: { subject: 'x', email: 'a@b.example' } }
      await refused(() => act('sales_rep', 'create-inquiry', body), 422)
    },
  )
})

describe('a step of an order', () => {
  const waiting = plantOf(firm, 'order', "another team's")
  const advance = (role: Role) =>
    act(role, 'advance-order', {
      target: { type: 'order', id: waiting.id, version: 1 },
      input: { material_due: '2026-11-30' },
    })

  test('that waits for its deposit says so to whoever takes it, and how much only to who sees what is owed', async () => {
    const told = async (role: Role) => (await refused(() => advance(role), 422)).body.problems[0].message
    expect(await told('planner')).toBe('Deposit not received yet.')
    expect(await told('gm')).toMatch(/^Deposit USD [\d,.]+ not received yet\.$/)
  })

  test.each<Role>(['purchaser', 'legal', 'finance', 'auditor'])(
    'is not taken by a %s who sees the order',
    async (role) => {
      await refused(() => advance(role), 403)
    },
  )
})

describe('what was done before', () => {
  test('is not told again to who may not see it any more', async () => {
    const customer = plantOf(firm, 'customer', 'own', 'merchandiser')
    await change(tenantId, 'customer', customer.id, { owner_id: people.readers.sales_rep.id })
    const body = { target: { type: 'customer', id: customer.id }, input: { note: 'Called' } }
    const key = newId()
    expect((await act('sales_rep', 'add-note', body, key)).status).toBe(200)
    expect((await act('sales_rep', 'add-note', body, key)).status).toBe(200)
    await change(tenantId, 'customer', customer.id, { owner_id: people.other.id })
    const replayed = await refused(() => act('sales_rep', 'add-note', body, key), 404)
    const absent = { ...body, target: { ...body.target, id: newId() } }
    expect(replayed.whole).toBe((await act('sales_rep', 'add-note', absent, key)).whole)
  })

  test('by somebody else is nothing to whoever knows their key', async () => {
    const customer = plantOf(firm, 'customer', 'own', 'sales_rep')
    const body = { target: { type: 'customer', id: customer.id }, input: { note: 'Called' } }
    const key = newId()
    expect((await act('sales_rep', 'add-note', body, key)).status).toBe(200)
    await refused(() => act('finance', 'add-note', body, key), 403)
    await refused(() => act('planner', 'add-note', body, key), 404)
  })

  test('a record made with a key is not shown again after it became somebody else’s', async () => {
    const make = () =>
      firm.ask('sales_rep', {
        method: 'POST',
        path: '/v1/customers',
        body: { name: 'Nova', country: 'IS', timezone: 'Atlantic/Reykjavik' },
        headers: { 'Idempotency-Key': 'made-once' },
      })
    const { id } = (await make()).body
    expect((await make()).body.id).toBe(id)
    await change(tenantId, 'customer', id, { owner_id: people.other.id })
    const replayed = await refused(make, 404)
    expect(replayed.text).not.toContain('Nova')
  })
})
