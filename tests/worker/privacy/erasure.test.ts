import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { markErased } from '../../../worker/src/store/privacy-requests.ts'
import { aContact, anOrder } from '../../fixtures/builders.ts'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, count, type Firm, NOW, newId, plant } from '../firm.ts'
import { aSheet } from '../sheet.ts'
import { aGuardian, carriedOut, placesOf } from './somebody.ts'

const PERSON = { addresses: ['Joana.Prado@Acme.example'], phones: ['+55 11 98765-4321'], names: ['Joana Prado'] }
const WORDS = ['joana.prado@acme.example', 'joana prado', 'prado, joana', '987654321']

/** One person in every place where the product puts somebody, by its own doors. */
async function planted(firm: Firm): Promise<{ readonly contactId: string; readonly otherId: string }> {
  const as = 'david'
  const post = async (path: string, body: unknown) => {
    const answer = await firm.call('POST', path, body, { as, headers: { 'Idempotency-Key': newId() } })
    expect(answer.status, `${path} ${answer.text}`).toBe(201)
    return answer.body.id as string
  }
  const customer_id = firm.customer.id
  const contactId = await post('/v1/contacts', {
    customer_id,
    full_name: 'Joana Prado',
    title: 'Buyer',
    emails: ['joana.prado@acme.example', 'JOANA.PRADO@acme.example'].slice(0, 1),
    phones: ['+55 (11) 98765-4321'],
  })
  const otherId = await post('/v1/contacts', {
    customer_id,
    full_name: 'Joana Prado',
    emails: ['j.prado.other@acme.example'],
    phones: ['+55 11 3333-2222'],
  })
  await post('/v1/inquiries', {
    channel: 'website',
    received_at: Date.parse('2026-10-19T01:00:00Z'),
    contact_name: 'PRADO, Joana',
    email: 'joana.prado@acme.example',
    subject: 'Tents for Ｊoana Prado',
    message: 'Write to joana.prado@acme.example or call 11 98765 4321',
  })
  await post('/v1/interactions', {
    kind: 'call',
    direction: 'in',
    occurred_at: Date.parse('2026-10-18T01:00:00Z'),
    customer_id,
    contact_id: contactId,
    subject: 'Call with Joana  Prado',
    snippet: 'She may be reached at +55-11-98765-4321',
  })
  const edited = await firm.call(
    'PATCH',
    `/v1/customers/${customer_id}`,
    { remark: 'Ask for Joana Prado first' },
    { as, headers: { 'If-Match': '"1"' } },
  )
  expect(edited.status, edited.text).toBe(200)

  await env.DB.prepare("UPDATE tenants SET body_policy = 'full' WHERE tenant_id = ?").bind(firm.tenantId).run()
  const mail = (one: Parameters<typeof aMail>[0]) =>
    firm.call('POST', `/v1/mails?customer=${customer_id}`, aMail(one), {
      as: 'mia',
      headers: { 'Content-Type': 'message/rfc822' },
    })
  const note = {
    name: 'Joana Prado.csv',
    mime: 'text/csv',
    bytes: new TextEncoder().encode('name,phone\r\nJoana Prado,11 98765-4321'),
  }
  const mails = [
    await mail({
      id: '<joana.prado@acme.example>',
      from: '"Prado, Joana" <joana.prado@acme.example>',
      text: 'Regards,\r\nJoana Prado',
      files: [note],
    }),
    await mail({
      id: null,
      from: '=?utf-8?B?Sm9hbmEgUHJhZG8=?= <joana.prado@acme.example>',
      subject: '=?iso-8859-1?Q?Caf=E9_de_Joana_Prado?=',
      text: 'second',
    }),
    await mail({
      id: '<3@x.example>',
      from: 'Ana <ana@acme.example>',
      to: 'Mia <mia.zhao@bluewhale-outdoor.example>',
      text: 'Please ask Joana Prado, joana.prado@acme.example',
    }),
  ]
  for (const { status, text } of mails) expect(status, text).toBe(201)
  return { contactId, otherId }
}

async function erased(firm: Firm, guardian: string) {
  const made = await firm.call(
    'POST',
    '/v1/privacy/requests',
    { kind: 'erasure', askedBy: 'person', basis: 'erasure', ...PERSON },
    { as: guardian },
  )
  expect(made.status, made.text).toBe(201)
  const { id } = made.body
  const ready = await carriedOut(firm, id, guardian)
  expect(ready.status).toBe('ready')
  return { id, ready }
}

test('a person who is erased is nowhere any more, and nobody else is harmed', { timeout: 120_000 }, async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const { contactId, otherId } = await planted(firm)
  expect((await placesOf(firm.tenantId, WORDS)).length).toBeGreaterThan(20)
  const before = { events: await count('events', firm.tenantId), items: await count('interactions', firm.tenantId) }
  const order = await env.DB.prepare('SELECT record_id, version, actor, at FROM events WHERE tenant_id = ?')
    .bind(firm.tenantId)
    .all()
  const { id, ready } = await erased(firm, guardian)
  expect(ready.kept).toContainEqual(expect.objectContaining({ rows: 1, why: expect.stringContaining('same name') }))

  // Who asked does not confirm; a second person does.
  expect((await firm.call('POST', `/v1/privacy/requests/${id}/confirmation`, {}, { as: guardian })).status).toBe(403)
  expect((await firm.call('POST', `/v1/privacy/requests/${id}/confirmation`, {}, { as: 'david' })).status).toBe(200)
  expect((await carriedOut(firm, id, guardian)).status).toBe('done')

  const other = (await firm.call('GET', `/v1/contacts/${otherId}`)).body
  expect(other).toMatchObject({
    full_name: 'Joana Prado',
    emails: ['j.prado.other@acme.example'],
    phones: ['+55 11 3333-2222'],
  })
  const left = await placesOf(firm.tenantId, WORDS)
  // The other person of that name has her own record, history and search keys.
  expect(
    left.filter((one) => !/^(contacts\.full_name|events\.changes|idempotency_keys\.outcome): joana prado$/.test(one)),
  ).toEqual([])
  const { results: named } = await env.DB.prepare(
    "SELECT record_id FROM events WHERE tenant_id = ? AND changes LIKE '%Joana Prado%'",
  )
    .bind(firm.tenantId)
    .all()
  expect(named).toEqual([{ record_id: otherId }])

  expect({ events: await count('events', firm.tenantId), items: await count('interactions', firm.tenantId) }).toEqual(
    before,
  )
  expect(
    (
      await env.DB.prepare('SELECT record_id, version, actor, at FROM events WHERE tenant_id = ?')
        .bind(firm.tenantId)
        .all()
    ).results,
  ).toEqual(order.results)
  expect((await firm.call('GET', `/v1/contacts/${contactId}`)).body).toMatchObject({
    full_name: expect.stringMatching(/^erased person [\dA-F]{4}$/),
    emails: null,
  })
  expect((await firm.call('GET', `/v1/contacts/${firm.contact.id}`)).body.full_name).toBe(firm.contact.full_name)
  const search = await firm.call('GET', '/v1/search?q=98765-4321')
  expect(search.body.results).toEqual([])

  // Nor does anybody write her down again, by whichever door.
  const again = { customer_id: firm.customer.id, full_name: 'J. P.', emails: ['JOANA.prado@acme.example'] }
  const refused = await firm.call('POST', '/v1/contacts', again, { headers: { 'Idempotency-Key': newId() } })
  expect([refused.status, refused.body.code]).toEqual([422, 'erased'])
  const byPhone = { customer_id: firm.customer.id, full_name: 'J. P.', phones: ['0 11 98765 4321'] }
  expect(
    (await firm.call('POST', '/v1/contacts', byPhone, { headers: { 'Idempotency-Key': newId() } })).body.code,
  ).toBe('erased')
  const mail = aMail({ id: '<new@x.example>', from: 'J <joana.prado@acme.example>' })
  const filed = await firm.call('POST', `/v1/mails?customer=${firm.customer.id}`, mail, {
    headers: { 'Content-Type': 'message/rfc822' },
  })
  expect([filed.status, filed.body.code]).toEqual([422, 'erased'])
  expect(await placesOf(firm.tenantId, WORDS.slice(0, 1))).toEqual([])
  const allowed = await firm.call(
    'POST',
    '/v1/privacy/allowances',
    { addresses: [PERSON.addresses[0]], basis: 'access' },
    { as: guardian },
  )
  expect(allowed.body).toEqual({ allowed: 1 })
  expect((await firm.call('POST', '/v1/contacts', again, { headers: { 'Idempotency-Key': newId() } })).status).toBe(201)
})

test('dying anywhere in the middle changes nothing of how it ends', { timeout: 120_000 }, async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  await plant(firm.tenantId, {
    contact: [
      aContact({
        id: newId(),
        customer_id: firm.customer.id,
        full_name: 'Joana Prado',
        emails: ['joana.prado@acme.example'],
      }),
    ],
  })
  const { id } = await erased(firm, guardian)
  await firm.call('POST', `/v1/privacy/requests/${id}/confirmation`, {}, { as: 'david' })
  const { progress } = (await env.DB.prepare('SELECT progress FROM privacy_requests WHERE id = ?')
    .bind(id)
    .first()) as { progress: string }
  await firm.call('POST', `/v1/privacy/requests/${id}/steps`, {}, { as: guardian })
  // What was done is done; that it was done was never written down.
  await env.DB.prepare("UPDATE privacy_requests SET progress = ?, status = 'running', person = ? WHERE id = ?")
    .bind(
      progress,
      JSON.stringify({ addresses: ['joana.prado@acme.example'], phones: [], names: ['Joana Prado'], contactIds: [] }),
      id,
    )
    .run()
  const shot = async () =>
    JSON.stringify(
      (await env.DB.prepare('SELECT * FROM contacts WHERE tenant_id = ? ORDER BY id').bind(firm.tenantId).all())
        .results,
    )
  const before = await shot()
  expect((await carriedOut(firm, id, guardian)).status).toBe('done')
  expect(await placesOf(firm.tenantId, [...WORDS, 'prado'])).toEqual([])
  expect(await shot()).toBe(before)
})

test('who agrees to what is refused in the same moment marks nobody', async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const { id } = await erased(firm, guardian)
  expect((await firm.call('POST', `/v1/privacy/requests/${id}/refusal`, {}, { as: guardian })).status).toBe(200)
  // The statement of somebody whose agreement was on its way.
  const { sql, params } = markErased({ tenant: firm.tenantId, marks: '["x"]', request: id, now: NOW })
  await env.DB.prepare(sql)
    .bind(...params)
    .run()
  expect(await count('erased_people', firm.tenantId)).toBe(0)
})

test('nobody is erased twice at once, and copies asked for meanwhile end without their name', async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const asked = (kind: string, person: object) =>
    firm.call(
      'POST',
      '/v1/privacy/requests',
      { kind, askedBy: 'person', basis: kind === 'export' ? 'access' : 'erasure', ...person },
      { as: guardian },
    )
  const { id } = await erased(firm, guardian)
  const again = await asked('erasure', { ...PERSON, names: ['J. Prado'], phones: [] })
  expect([again.status, again.body.code, again.body.problems]).toEqual([
    409,
    'duplicate',
    [expect.objectContaining({ field: 'kind', code: 'open' })],
  ])
  const ana = await asked('erasure', { addresses: ['ana@acme.example'], phones: [], names: ['Ana Souza'] })
  expect(ana.status).toBe(201)
  expect((await asked('export', PERSON)).status).toBe(201)

  await firm.call('POST', `/v1/privacy/requests/${id}/confirmation`, {}, { as: 'david' })
  expect((await carriedOut(firm, id, guardian)).status).toBe('done')
  expect(await placesOf(firm.tenantId, WORDS)).toEqual([])
  // Who was erased may ask again, for what came since.
  const later = await asked('erasure', PERSON)
  expect(later.status).toBe(201)
  // The clock of other tests would go on with them.
  for (const { body } of [ana, later]) {
    expect((await firm.call('POST', `/v1/privacy/requests/${body.id}/refusal`, {}, { as: guardian })).status).toBe(200)
  }
})

test('it is not done as long as somebody writes the person down', { timeout: 120_000 }, async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const { id } = await erased(firm, guardian)
  await firm.call('POST', `/v1/privacy/requests/${id}/confirmation`, {}, { as: 'david' })
  const step = async () => (await firm.call('POST', `/v1/privacy/requests/${id}/steps`, {}, { as: guardian })).body
  // By a way that no guard sees, in each of more rounds than anybody has patience for.
  const round = async () => {
    const { progress } = (await env.DB.prepare('SELECT progress FROM privacy_requests WHERE id = ?')
      .bind(id)
      .first()) as { progress: string }
    return JSON.parse(progress).round as number
  }
  for (let writes = 0; writes < 12; ) {
    const before = await round()
    if (before > writes) {
      writes = before
      await plant(firm.tenantId, {
        contact: [
          aContact({
            id: newId(),
            customer_id: firm.customer.id,
            full_name: 'Joana Prado',
            emails: ['joana.prado@acme.example'],
          }),
        ],
      })
    }
    expect((await step()).status).toBe('running')
  }
  expect((await carriedOut(firm, id, guardian)).status).toBe('done')
  expect(await placesOf(firm.tenantId, WORDS)).toEqual([])
})

test('of a sheet with one erased person the other cells are stored, and the one says why not', async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const { id } = await erased(firm, guardian)
  await firm.call('POST', `/v1/privacy/requests/${id}/confirmation`, {}, { as: 'david' })
  expect((await carriedOut(firm, id, guardian)).status).toBe('done')

  const other = anOrder({ id: newId(), customer_id: firm.customer.id })
  await plant(firm.tenantId, { order: [other] })
  const sheet = await aSheet(firm)
  const answer = await sheet.push([
    sheet.edited(firm.order.id, { remark: 'Ask joana.prado@acme.example', product_line: 'Lanterns' }),
    sheet.edited(other.id, { remark: 'Nobody' }),
  ])
  expect(answer.status, answer.text).toBe(200)
  const [first, second] = answer.body.rows
  expect(first).toMatchObject({
    outcome: 'partly',
    cells: { remark: { outcome: 'invalid', code: 'erased' }, product_line: { outcome: 'saved' } },
  })
  expect(second).toMatchObject({ outcome: 'saved' })
  expect(await placesOf(firm.tenantId, WORDS)).toEqual([])
})
