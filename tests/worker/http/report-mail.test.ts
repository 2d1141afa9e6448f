import { env } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { runJobs } from '../../../worker/src/jobs/jobs.ts'
import type { MailProvider, OutgoingMail } from '../../../worker/src/mail/provider.ts'
import { aCustomer, aUser } from '../../fixtures/builders.ts'
import { aFirm, NOW, newId, plant } from '../firm.ts'
import { clearJobs } from '../jobs/house.ts'

beforeEach(clearJobs)

/** A firm with finance people and a colleague's customer; a mail whose domain only looks like that customer's. */
async function deceived() {
  const firm = await aFirm()
  const person = (alias: string, roles: 'finance' | 'sales_rep') =>
    aUser({ id: newId(), email: `${alias}@bluewhale-outdoor.example`, alias, roles: [roles], locale: 'en' })
  const [fiona, felix, wendy] = [person('fiona', 'finance'), person('felix', 'finance'), person('wendy', 'sales_rep')]
  const theirs = aCustomer({
    id: newId(),
    name: 'Hidden Outfitters',
    domains: ['outfitters.example'],
    owner_id: wendy.id,
  })
  await plant(firm.tenantId, { user: [fiona, felix, wendy], customer: [theirs] })
  const message = {
    messageId: '<fraud@outf1tters.example>',
    from: { name: 'Thiago', address: 'thiago@outf1tters.example' },
    to: [{ address: 'mia.zhao@bluewhale-outdoor.example' }],
    subject: 'Re: PI - bank details',
  }
  const report = (key: string, as: 'mia' | 'david' = 'mia') =>
    firm.call(
      'POST',
      '/v1/actions/report-mail',
      { target: { type: 'task', id: 'new' }, message },
      { as, headers: { 'Idempotency-Key': key } },
    )
  const panel = (as: 'mia' | 'david', messageId = message.messageId) =>
    firm.call('POST', '/v1/panel', { message: { ...message, messageId } }, { as })
  return { firm, people: [wendy, felix, fiona], report, panel }
}

const tasks = async (tenantId: string) =>
  (
    await env.DB.prepare("SELECT * FROM tasks WHERE tenant_id = ? AND dedupe_key LIKE 'reported %'")
      .bind(tenantId)
      .all()
  ).results

test('one press tells finance and whoever has the real customer, by a task and a mail each, in three trips', async () => {
  const { firm, people, report, panel } = await deceived()
  expect((await panel('mia')).text).toContain('Report it')
  const answer = await report('once')
  expect([answer.status, answer.trips]).toEqual([200, 3])
  expect(answer.text).toContain('were reported by Mia Zhao')
  // Whose customer it looks like is told as before, and no more of them.
  expect(answer.text).not.toContain('Hidden')
  const made = await tasks(firm.tenantId)
  expect(made.map(({ assignee_id }) => assignee_id).sort()).toEqual(people.map(({ id }) => id).sort())

  const sent: OutgoingMail[] = []
  const provider: MailProvider = {
    async deliver(mail) {
      sent.push(mail)
      return { kind: 'accepted' }
    },
  }
  await runJobs(env.DB, { now: () => NOW, random: () => 0.5, newId, mail: { provider, origin: 'https://q.example' } })
  expect(sent.map(({ to }) => to[0]).sort()).toEqual(people.map(({ email }) => email).sort())
  for (const { subject, text } of sent) {
    expect(subject).toContain('thiago@outf1tters.example')
    expect(text).not.toContain('Hidden')
  }
})

test('everybody who opens a mail of that sender reads that it is reported; nobody reports it twice', async () => {
  const { firm, report, panel } = await deceived()
  const [one, other] = await Promise.all([report('a'), report('b', 'david')])
  expect([one.status, other.status].sort()).toEqual([200, 409])
  const seen = await panel('david', '<another@outf1tters.example>')
  expect(seen.text).toMatch(/were reported by (Mia Zhao|David Chen)/)
  expect(seen.text).not.toContain('Report it')
  expect(seen.rowsRead).toBeLessThanOrEqual(200)
  expect(await tasks(firm.tenantId)).toHaveLength(3)
})

test('nothing is reported of a mail with nothing wrong', async () => {
  const { firm } = await deceived()
  const ask = { target: { type: 'task', id: 'new' }, message: { from: { address: firm.contact.emails?.[0] ?? '' } } }
  const answer = await firm.call('POST', '/v1/actions/report-mail', ask, { headers: { 'Idempotency-Key': 'x' } })
  expect([answer.status, answer.body.problems[0].code]).toEqual([422, 'nothing_wrong'])
})

test('the number on file stands in the warning for who sees the customer, and whoever has it for who does not', async () => {
  const { firm } = await deceived()
  const message = { from: { name: 'Thiago', address: 'thiago@trilhasu1.example' }, subject: 'New bank account' }
  const phone = '+55 13 3000 0000'
  const made = await firm.call('POST', '/v1/contacts', {
    customer_id: firm.customer.id,
    full_name: 'Rita Souza',
    phones: [phone],
  })
  expect(made.status).toBe(201)
  const seen = await firm.call('POST', '/v1/panel', { message })
  expect(seen.text).toContain(`call the number on file. It is ${phone}.`)
  expect(seen.rowsRead).toBeLessThanOrEqual(200)
  const alike = { ...message, from: { address: 'thiago@outf1tters.example' } }
  const other = await firm.call('POST', '/v1/panel', { message: alike }, { as: 'mia' })
  expect(other.text).toContain('call the number on file. wendy has it.')
})
