import { describe, expect, test } from 'vitest'
import { aCustomer, anOrder, aUser } from '../../fixtures/builders.ts'
import { aFirm, anIdentity, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

/** The mail of a customer that is Mia's. */
const MESSAGE = {
  messageId: '<1@trilhasul.example>',
  from: { name: 'Thiago', address: 'thiago.nunes@trilhasul.example' },
}

/** Leo, a rep beside Mia, who has nothing to do with her customer. */
async function aColleague(firm: Firm) {
  const leo = aUser({
    id: newId(),
    email: 'leo.sun@bluewhale-outdoor.example',
    alias: 'Leo Sun',
    manager_id: firm.david.id,
  })
  await plant(firm.tenantId, { user: [leo] })
  return { ...leo, token: await anIdentity(firm.tenantId, leo) }
}

const act = (firm: Firm, as: string, action: string, target: object, input: object = {}, key: string = newId()) =>
  firm.call(
    'POST',
    `/v1/actions/${action}`,
    { target, input, message: MESSAGE },
    { as, headers: { 'Idempotency-Key': key } },
  )

const ask = (firm: Firm, as: string, key?: string) =>
  act(firm, as, 'ask-access', { type: 'access_request', id: 'new' }, { reason: 'Met at the fair' }, key)

const look = (firm: Firm, as: string) => firm.call('POST', '/v1/panel', { message: MESSAGE }, { as })

describe('a colleague’s customer', () => {
  test('is said to be theirs, and nothing of it is told', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const { body, text } = await look(firm, leo.token)
    expect(body.order).toEqual(['taken'])
    expect(text).toContain('Mia Zhao')
    for (const secret of [firm.customer.name, firm.customer.doc_no, firm.customer.id, firm.order.doc_no, 'Brazil']) {
      expect(text).not.toContain(secret)
    }
  })

  test('can be asked for, once; its owner sees who asks and why', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const answer = await ask(firm, leo.token)
    expect([answer.status, answer.trips]).toEqual([200, 3])
    expect(answer.text).toContain('You have asked for this customer.')
    expect(answer.text).not.toContain(firm.customer.name)
    expect((await ask(firm, leo.token)).body.code).toBe('rejected')
    expect(await count('access_requests', firm.tenantId)).toBe(1)
    const seen = (await look(firm, 'mia')).text
    expect(seen).toContain('Leo Sun asks to share this customer')
    expect(seen).toContain('Met at the fair')
  })

  test('waits at home for its owner and who is above them, and for nobody else', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    await ask(firm, leo.token)
    const home = async (as: string) => (await firm.call('POST', '/v1/panel', {}, { as })).text
    for (const as of ['mia', 'david']) expect(await home(as)).toContain('Leo Sun asks to share this customer')
    const asker = await home(leo.token)
    for (const secret of ['asks to share', firm.customer.name]) expect(asker).not.toContain(secret)
  })

  test('asked for many times at once is asked for once', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(firm, leo.token)))
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    expect(await count('access_requests', firm.tenantId)).toBe(1)
  })

  test('is shared by its owner’s word, and its orders with it', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const { record } = (await ask(firm, leo.token)).body
    const answer = await act(firm, 'mia', 'answer-request', { ...record }, { answer: 'granted' })
    expect([answer.status, answer.trips]).toEqual([200, 3])
    expect(answer.body.order).not.toContain('requests')
    const { body } = await look(firm, leo.token)
    expect(body.title).toBe(firm.customer.name)
    expect((await firm.call('GET', `/v1/orders/${firm.order.id}`, undefined, { as: leo.token })).status).toBe(200)
    const customer = await firm.call('GET', `/v1/customers/${firm.customer.id}`, undefined, { as: 'mia' })
    expect(customer.body).toMatchObject({ owner_id: firm.mia.id, co_owner_ids: [leo.id], version: 2 })
  })

  test('is not shared by a refusal, and can be asked for again', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const { record } = (await ask(firm, leo.token)).body
    await act(firm, 'mia', 'answer-request', { ...record }, { answer: 'refused' })
    expect((await look(firm, leo.token)).body.order).toEqual(['taken'])
    expect((await ask(firm, leo.token)).status).toBe(200)
  })

  test('is not shared by whoever asks for it', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const { record } = (await ask(firm, leo.token)).body
    const before = await wholeDatabase(firm.tenantId)
    const answer = await act(firm, leo.token, 'answer-request', { ...record }, { answer: 'granted' })
    expect([answer.status, answer.body.code]).toEqual([403, 'not_allowed'])
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('of two who answer at once one is heard', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const { record } = (await ask(firm, leo.token)).body
    const answers = await Promise.all([
      act(firm, 'mia', 'answer-request', { ...record }, { answer: 'refused' }),
      act(firm, 'david', 'answer-request', { ...record }, { answer: 'granted' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('an order of somebody else’s customer', () => {
  test('shows its follower the customer and that order, not the others', async () => {
    const firm = await aFirm()
    const carol = aUser({ id: newId(), email: 'carol.liu@bluewhale-outdoor.example', roles: ['merchandiser'] })
    const followed = anOrder({ id: newId(), customer_id: firm.customer.id, merchandiser_id: carol.id })
    await plant(firm.tenantId, { user: [carol], order: [followed] })
    const token = await anIdentity(firm.tenantId, carol)
    const { text } = await look(firm, token)
    expect(text).toContain(followed.doc_no)
    expect(text).not.toContain(firm.order.doc_no)
    expect(text).not.toContain('Unpaid')
  })
})

describe('an inquiry', () => {
  const mail = { messageId: '<new@nova.example>', from: { address: 'ana@nova.example' }, subject: 'Lanterns' }
  const create = (firm: Firm, as: string) =>
    firm.call(
      'POST',
      '/v1/actions/create-inquiry',
      {
        target: { type: 'inquiry', id: 'new' },
        input: { subject: 'Lanterns', email: 'ana@nova.example' },
        message: mail,
      },
      { as, headers: { 'Idempotency-Key': newId() } },
    )
  const claim = (firm: Firm, as: string, record: object) =>
    firm.call(
      'POST',
      '/v1/actions/claim-inquiry',
      { target: record, message: mail },
      { as, headers: { 'Idempotency-Key': newId() } },
    )

  test('is claimed by one of many who try, who owns it then; to the others it is a colleague’s', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const { record } = (await create(firm, leo.token)).body
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => claim(firm, nth % 2 ? 'mia' : leo.token, record)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const { body } = await firm.call('GET', `/v1/inquiries/${record.id}`)
    expect(body).toMatchObject({ status: 'claimed', claimed_at: expect.any(Number), version: 2 })
    const [owner, other] = body.owner_id === leo.id ? [leo.token, 'mia'] : ['mia', leo.token]
    const seen = async (as: string) => (await firm.call('POST', '/v1/panel', { message: mail }, { as })).text
    expect(await seen(owner)).toContain('Claimed')
    expect(await seen(other)).toContain('has an inquiry of this sender.')
    expect(await seen(other)).not.toContain('Create inquiry')
  })

  test('claimed already is said to be so, and nothing is stored', async () => {
    const firm = await aFirm()
    const { record } = (await create(firm, 'mia')).body
    await claim(firm, 'mia', record)
    const before = await wholeDatabase(firm.tenantId)
    const answer = await claim(firm, 'mia', { ...record, version: 2 })
    expect(answer.body.problems[0].message).toBe('You have claimed this inquiry already.')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })
})

describe('to take a customer over', () => {
  const askForAll = (firm: Firm, as: string) =>
    act(firm, as, 'ask-access', { type: 'access_request', id: 'new' }, { wanted: 'transfer', reason: 'They moved' })
  const answer = (firm: Firm, as: string, id: string, answered: string) =>
    act(firm, as, 'answer-request', { type: 'access_request', id, version: 1 }, { answer: answered })

  test('can be asked for; its owner may share it instead, and not hand it over alone', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const asked = await askForAll(firm, leo.token)
    expect(asked.status).toBe(200)
    expect(asked.text).not.toContain(firm.customer.name)
    expect((await look(firm, 'mia')).text).toContain('Leo Sun asks to take this customer over')
    const { id } = asked.body.record
    expect((await answer(firm, 'mia', id, 'granted')).body.code).toBe('rejected')
    expect((await answer(firm, 'mia', id, 'shared')).status).toBe(200)
    const { body } = await firm.call('GET', `/v1/customers/${firm.customer.id}`)
    expect([body.owner_id, body.co_owner_ids]).toEqual([firm.mia.id, [leo.id]])
  })

  test('is granted by who may give customers to others: then it is the asker’s', async () => {
    const firm = await aFirm()
    const leo = await aColleague(firm)
    const asked = await askForAll(firm, leo.token)
    expect((await answer(firm, 'david', asked.body.record.id, 'granted')).status).toBe(200)
    const { body } = await firm.call('GET', `/v1/customers/${firm.customer.id}`)
    expect([body.owner_id, body.co_owner_ids]).toEqual([leo.id, []])
    expect((await look(firm, leo.token)).body.order).toContain('who')
  })
})

test('of several that fit a mail, colleagues’ are asked for by whose they are, and nothing else of them is shown', async () => {
  const firm = await aFirm()
  const leo = await aColleague(firm)
  const wendy = aUser({ id: newId(), email: 'wendy.li@bluewhale-outdoor.example', alias: 'Wendy Li' })
  const shared = (name: string, owner_id: string) =>
    aCustomer({ id: newId(), name, owner_id, domains: ['group.example'] })
  const [hers, his] = [shared('Hidden One', wendy.id), shared('Hidden Two', firm.david.id)]
  await plant(firm.tenantId, { user: [wendy], customer: [hers, his, shared('Mine', leo.id)] })
  const message = { from: { address: 'x@group.example' }, messageId: '<s@group.example>' }
  const look = () => firm.call('POST', '/v1/panel', { message }, { as: leo.token })

  const before = await look()
  const forms = before.body.sections.flatMap((one: { summary: object[]; full?: object[] }) => one.full ?? one.summary)
  const form = forms.find((one: { action?: string }) => one.action === 'ask-access')
  const [whose] = form.fields
  expect(whose.choices.map(({ label }: { label: string }) => label).sort()).toEqual(['David Chen', 'Wendy Li'])
  const { value } = whose.choices.find(({ label }: { label: string }) => label === 'Wendy Li')
  const asked = await firm.call(
    'POST',
    '/v1/actions/ask-access',
    { target: { type: 'access_request', id: 'new' }, input: { whose: value, wanted: 'shared' }, message },
    { as: leo.token, headers: { 'Idempotency-Key': newId() } },
  )
  expect(asked.status).toBe(200)
  const after = await look()
  for (const text of [before.text, asked.text, after.text]) {
    for (const told of ['Hidden', hers.id, his.id, hers.doc_no]) expect(text).not.toContain(told)
  }
  expect(after.text).toContain('One is a customer of Wendy Li. You have asked for it.')
  const requests = await firm.call('GET', '/v1/access_requests', undefined, { as: leo.token })
  expect(requests.body.records).toHaveLength(1)
})
