import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { anInstallment, anOrder } from '../../fixtures/builders.ts'
import { type Answer, aFirm, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

const key = () => ({ headers: { 'Idempotency-Key': newId() } })

const advance = (firm: Firm, more: object = {}, options: object = key()) =>
  firm.call(
    'POST',
    '/v1/actions/advance-order',
    {
      host: 'outlook',
      target: { type: 'order', id: firm.order.id, version: 1 },
      input: { inspection_on: '2026-10-26' },
      ...more,
    },
    options,
  )

const note = (firm: Firm, text: unknown, options: object = key()) =>
  firm.call(
    'POST',
    '/v1/actions/add-note',
    { target: { type: 'customer', id: firm.customer.id }, input: { note: text } },
    options,
  )

const sectionKeys = (answer: Answer): string[] => answer.body.sections.map((one: { key: string }) => one.key)

describe('moving an order to its next stage', () => {
  test('stores the stage with what the step asked, its event and its timeline item, and answers with what changed', async () => {
    const firm = await aFirm()
    const before = await firm.call('POST', '/v1/panel', { record: { type: 'order', id: firm.order.id } })
    const have = Object.fromEntries(
      before.body.sections.map((one: { key: string; etag: string }) => [one.key, one.etag]),
    )
    const answer = await advance(firm, { have })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ outcome: 'saved', record: { type: 'order', id: firm.order.id, version: 2 } })
    // The answer is of the customer's panel: its way to the desk leads to the customer.
    expect(sectionKeys(answer).sort()).toEqual(['desk', 'next_step', 'orders', 'timeline'])
    const order = await firm.call('GET', `/v1/orders/${firm.order.id}`)
    expect(order.body).toMatchObject({ exec_status: 'inspection', inspection_on: '2026-10-26', version: 2 })
    const { events } = (await firm.call('GET', `/v1/orders/${firm.order.id}/events`)).body
    expect(events[0]).toMatchObject({ version: 2, action: 'advance-order', actor: firm.david.id, surface: 'outlook' })
    expect(events[0].changes).toContainEqual(
      expect.objectContaining({ field: 'exec_status', old: 'in_production', new: 'inspection' }),
    )
    expect(await count('interactions', firm.tenantId, "kind = 'system'")).toBe(1)
  })

  test('takes three round trips, and so does every answer that stores', async () => {
    const firm = await aFirm()
    expect((await advance(firm)).trips).toBe(3)
    expect((await note(firm, 'Called')).trips).toBe(3)
  })

  test('of a hundred at once one is saved, the others see the conflict and the order as it is now', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(Array.from({ length: 100 }, () => advance(firm)))
    const outcomes = answers.map((answer) => answer.body.outcome)
    expect(outcomes.filter((one) => one === 'saved')).toHaveLength(1)
    expect(outcomes.filter((one) => one === 'conflict')).toHaveLength(99)
    for (const answer of answers.filter((one) => one.body.outcome === 'conflict')) {
      expect(answer.status).toBe(409)
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
      expect(answer.body.current).toMatchObject({ version: 2, exec_status: 'inspection' })
    }
    expect(await count('events', firm.tenantId, `record_id = '${firm.order.id}'`)).toBe(1)
    expect(await count('interactions', firm.tenantId)).toBe(1)
  })

  test('fifty calls with one key have one effect and fifty equal outcomes', async () => {
    const firm = await aFirm()
    const options = key()
    const answers = await Promise.all(Array.from({ length: 50 }, () => advance(firm, {}, options)))
    const outcomes = answers.map(({ status, body }) => JSON.stringify([status, body.outcome, body.record]))
    expect(new Set(outcomes).size).toBe(1)
    expect(outcomes[0]).toContain('saved')
    expect(await count('events', firm.tenantId, `record_id = '${firm.order.id}'`)).toBe(1)
  })

  test('a key used for something else is refused and changes nothing', async () => {
    const firm = await aFirm()
    const options = key()
    await note(firm, 'first', options)
    const before = await wholeDatabase(firm.tenantId)
    const answer = await note(firm, 'second', options)
    expect([answer.status, answer.body.code]).toEqual([422, 'key_reused'])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('the same key of a colleague is another key', async () => {
    const firm = await aFirm()
    const headers = { 'Idempotency-Key': 'same' }
    expect((await note(firm, 'from David', { headers, as: 'david' })).body.outcome).toBe('saved')
    expect((await note(firm, 'from Mia', { headers, as: 'mia' })).body.outcome).toBe('saved')
    expect(await count('interactions', firm.tenantId)).toBe(2)
  })

  test('waits for the deposit and says how much is missing', async () => {
    const firm = await aFirm()
    const order = anOrder({ id: newId(), customer_id: firm.customer.id, exec_status: 'waiting_deposit' })
    const deposit = anInstallment({
      id: newId(),
      order_id: order.id,
      customer_id: firm.customer.id,
      amount: 925_500,
      guards: 'production_start',
    })
    await plant(firm.tenantId, { order: [order], installment: [deposit] })
    const answer = await advance(firm, {
      target: { type: 'order', id: order.id, version: 1 },
      input: { material_due: '2026-11-01' },
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      outcome: 'rejected',
      problems: [{ field: 'exec_status', code: 'held_back', message: 'Deposit USD 9,255.00 not received yet.' }],
    })
  })

  test('going on board makes the balance due that counts from the B/L date', async () => {
    const firm = await aFirm()
    const order = anOrder({ id: newId(), customer_id: firm.customer.id, exec_status: 'ready' })
    const balance = anInstallment({
      id: newId(),
      order_id: order.id,
      customer_id: firm.customer.id,
      anchor: 'bl_date',
      offset_days: 7,
      due_date: null,
      status: 'awaiting_anchor',
    })
    await plant(firm.tenantId, { order: [order], installment: [balance] })
    await advance(firm, {
      target: { type: 'order', id: order.id, version: 1 },
      input: { shipped_on: '2026-10-20', bl_no: 'BWXU123', eta: '2026-11-25' },
    })
    const part = await firm.call('GET', `/v1/installments/${balance.id}`)
    expect(part.body).toMatchObject({ due_date: '2026-10-27', status: 'scheduled', version: 2 })
  })

  test('goes the whole way to the end, each step asking for its own, and not beyond', async () => {
    const firm = await aFirm()
    const inputs: Record<string, object> = {
      in_production: { inspection_on: '2026-10-26' },
      inspection: { inspection_result: 'accept', cargo_ready_on: '2026-10-27' },
      ready: { shipped_on: '2026-10-28', bl_no: 'BWXU1', eta: '2026-12-01' },
      shipped: { delivered_on: '2026-12-05' },
    }
    for (let version = 1; version <= 4; version++) {
      const order = await firm.call('GET', `/v1/orders/${firm.order.id}`)
      const answer = await advance(firm, {
        target: { type: 'order', id: firm.order.id, version },
        input: inputs[order.body.exec_status],
      })
      expect(answer.body.outcome).toBe('saved')
    }
    const end = await advance(firm, { target: { type: 'order', id: firm.order.id, version: 5 }, input: {} })
    expect(end.body).toMatchObject({ outcome: 'rejected', problems: [{ code: 'closed' }] })
    const panel = await firm.call('POST', '/v1/panel', { record: { type: 'customer', id: firm.customer.id } })
    expect(panel.text).toContain('Open orders (0)')
    expect(panel.text).toContain('No open orders.')
    const opened = await firm.call('POST', '/v1/panel', { record: { type: 'order', id: firm.order.id } })
    expect(opened.text).toContain('Closed')
    expect(opened.text).not.toContain('No open orders.')
  })
})

describe('what is refused changes nothing', () => {
  const cases: [string, (firm: Firm) => Promise<Answer>, number, string][] = [
    [
      'a stale version',
      (firm) => advance(firm, { target: { type: 'order', id: firm.order.id, version: 7 } }),
      409,
      'conflict',
    ],
    [
      'a version from before the first',
      (firm) => advance(firm, { target: { type: 'order', id: firm.order.id, version: 0 } }),
      400,
      'invalid',
    ],
    ['no version', (firm) => advance(firm, { target: { type: 'order', id: firm.order.id } }), 400, 'invalid'],
    ['a missing answer of the form', (firm) => advance(firm, { input: {} }), 422, 'rejected'],
    ['a date that is none', (firm) => advance(firm, { input: { inspection_on: '2026-02-30' } }), 422, 'rejected'],
    [
      'a field the step did not ask for',
      (firm) => advance(firm, { input: { inspection_on: '2026-10-26', total: 1 } }),
      422,
      'rejected',
    ],
    ['an unknown field', (firm) => advance(firm, { surprise: 1 }), 400, 'invalid'],
    [
      'a wrong type',
      (firm) => advance(firm, { target: { type: 'customer', id: firm.order.id, version: 1 } }),
      400,
      'invalid',
    ],
    [
      'an unknown order',
      (firm) => advance(firm, { target: { type: 'order', id: newId(), version: 1 } }),
      404,
      'not_found',
    ],
    [
      'an id that is none',
      (firm) => advance(firm, { target: { type: 'order', id: "' OR 1=1 --", version: 1 } }),
      404,
      'not_found',
    ],
    ['no key', (firm) => advance(firm, {}, {}), 400, 'key_missing'],
    [
      'a key with a line break',
      (firm) => advance(firm, {}, { headers: { 'Idempotency-Key': 'a b' } }),
      400,
      'key_invalid',
    ],
    ['an empty note', (firm) => note(firm, '   '), 422, 'rejected'],
    ['a note that is a number', (firm) => note(firm, 7), 422, 'rejected'],
    ['a note too long', (firm) => note(firm, 'x'.repeat(2001)), 422, 'rejected'],
    ['an unknown action', (firm) => firm.call('POST', '/v1/actions/destroy', {}, key()), 404, 'not_found'],
    ['unparsable JSON', (firm) => firm.call('POST', '/v1/actions/add-note', '{"target":', key()), 400, 'malformed'],
    ['no token', (firm) => advance(firm, {}, { ...key(), as: null }), 401, 'unauthenticated'],
    ['a body too large', (firm) => note(firm, 'x'.repeat(300_000)), 413, 'too_large'],
  ]
  test.each(cases)('%s', async (_, act, status, code) => {
    const firm = await aFirm()
    const before = await wholeDatabase(firm.tenantId)
    const answer = await act(firm)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
    expect(answer.body.requestId).toBeTruthy()
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test("another firm's order answers like one that is not there", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const before = await wholeDatabase(ours.tenantId)
    const foreign = await advance(theirs, { target: { type: 'order', id: ours.order.id, version: 1 } })
    const absent = await advance(theirs, { target: { type: 'order', id: newId(), version: 1 } })
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
    expect(await wholeDatabase(ours.tenantId)).toBe(before)
  })

  test('the problem names its field in the language asked for', async () => {
    const firm = await aFirm()
    const answer = await advance(
      firm,
      { input: {} },
      { headers: { 'Idempotency-Key': 'k', 'Accept-Language': 'zh-CN' } },
    )
    expect(answer.body.problems).toEqual([{ field: 'inspection_on', code: 'required', message: '此项必填。' }])
  })
})

test('a version that is yet to come is refused even where none is asked for', async () => {
  const firm = await aFirm()
  const body = { target: { type: 'customer', id: firm.customer.id, version: 99 }, input: { note: 'x' } }
  expect((await firm.call('POST', '/v1/actions/add-note', body, key())).body.code).toBe('conflict')
  expect(await count('interactions', firm.tenantId)).toBe(0)
})

describe('an inquiry from an unknown sender', () => {
  const message = {
    from: { name: 'Rachel', address: 'Rachel@ridgeline-outfitters.example' },
    subject: 'RFQ',
    messageId: '<1@ridgeline>',
    sentAt: '2026-07-06T16:42:11-07:00',
  }
  const create = (firm: Firm, options: object = key()) =>
    firm.call(
      'POST',
      '/v1/actions/create-inquiry',
      {
        host: 'outlook',
        target: { type: 'inquiry', id: 'new' },
        message,
        input: { subject: 'RFQ', email: 'rachel@ridgeline-outfitters.example', company_name: 'Ridgeline' },
      },
      options,
    )

  test('gets a number, starts its clock when the mail came, and shows in the panel from then on', async () => {
    const firm = await aFirm()
    const answer = await create(firm)
    expect(answer.body.outcome).toBe('saved')
    expect(answer.body.sections[0].title).toBe('Inquiry')
    const { body } = await firm.call('GET', `/v1/inquiries/${answer.body.record.id}`)
    expect(body).toMatchObject({ doc_no: 'INQ-2026-0001', status: 'received', received_at: Date.parse(message.sentAt) })
    const panel = await firm.call('POST', '/v1/panel', { message })
    expect(panel.text).toContain('INQ-2026-0001')
    expect(panel.text).not.toContain('create-inquiry')
  })

  test('is one for one mail, whoever makes it and how often', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => create(firm, { ...key(), as: index % 2 ? 'mia' : 'david' })),
    )
    expect(answers.filter((one) => one.body.outcome === 'saved')).toHaveLength(1)
    expect(answers.filter((one) => ['duplicate', 'rejected'].includes(one.body.code))).toHaveLength(9)
    expect(await count('inquiries', firm.tenantId)).toBe(1)
  })

  test('is acknowledged once where the firm wants that, to nobody but who has written', async () => {
    const [silent, firm, other] = [await aFirm(), await aFirm(), await aFirm()]
    for (const one of [firm, other]) {
      await env.DB.prepare('UPDATE tenants SET acknowledges = 1 WHERE tenant_id = ?').bind(one.tenantId).run()
    }
    const again = key()
    expect((await create(silent)).body.outcome).toBe('saved')
    expect((await create(firm, again)).body.outcome).toBe('saved')
    await create(firm, again)
    const elsewhere = { ...message, from: { address: 'somebody@else.example' } }
    const input = { subject: 'RFQ', email: 'rachel@ridgeline-outfitters.example', company_name: 'Ridgeline' }
    const body = { host: 'outlook', target: { type: 'inquiry', id: 'new' }, message: elsewhere, input }
    expect((await other.call('POST', '/v1/actions/create-inquiry', body, key())).body.outcome).toBe('saved')
    const counts = [silent, firm, other].map(({ tenantId }) => count('outbox', tenantId))
    expect(await Promise.all(counts)).toEqual([0, 1, 0])
  })

  test('is made of no mail whose sender is known, and of none at all', async () => {
    const firm = await aFirm()
    const body = (message: object | undefined) => ({
      target: { type: 'inquiry', id: 'new' },
      message,
      input: { subject: 'x', email: 'a@b.example' },
    })
    for (const message of [
      { from: { address: 'thiago.nunes@trilhasul.example' } },
      { from: { address: 'mia@bluewhale-outdoor.example' } },
      undefined,
    ]) {
      expect((await firm.call('POST', '/v1/actions/create-inquiry', body(message), key())).body.outcome).toBe(
        'rejected',
      )
    }
    expect(await count('inquiries', firm.tenantId)).toBe(0)
  })

  test('is one for a mail without Message-ID, and for one whose Message-ID is too long to keep', async () => {
    const firm = await aFirm()
    for (const messageId of [undefined, 'x'.repeat(999)]) {
      const sender = `${messageId ? 'long' : 'none'}@ridgeline-outfitters.example`
      const body = {
        target: { type: 'inquiry', id: 'new' },
        message: { ...message, from: { address: sender }, messageId },
        input: { subject: 'RFQ', email: sender },
      }
      expect((await firm.call('POST', '/v1/actions/create-inquiry', body, key())).body.outcome).toBe('saved')
      expect((await firm.call('POST', '/v1/actions/create-inquiry', body, key())).body.outcome).toBe('rejected')
    }
    expect(await count('inquiries', firm.tenantId)).toBe(2)
  })
})
