import { env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { clocksOf, dueAt } from '#shared/sla/clock.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import { inquiry as inquiryType } from '#shared/trade/inquiry.ts'
import { rebuildFacts } from '../../../worker/src/store/bulk.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { commit } from '../../../worker/src/store/write.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { aFirm, NOW, newId, plant } from '../firm.ts'

const STATES = Object.keys(inquiryType.fields.status.choices) as Inquiry['status'][]

async function timersOf(tenantId: string) {
  const { results } = await env.DB.prepare('SELECT * FROM timers WHERE tenant_id = ? ORDER BY record_id')
    .bind(tenantId)
    .all<Record<string, unknown>>()
  return results
}

const timerOf = (tenantId: string, one: Inquiry) =>
  clocksOf('inquiry', one).map(({ rule, startedAt }) => ({
    tenant_id: tenantId,
    record_id: one.id,
    rule,
    type: 'inquiry',
    started_at: startedAt,
    level: 0,
    due_at: dueAt({ rule, startedAt }, 0),
  }))

test('planted or written, in every state: the clock runs that the rule says, and no other', async () => {
  const firm = await aFirm()
  const planted = STATES.map((status) => anInquiry({ id: newId(), status, received_at: NOW }))
  await plant(firm.tenantId, { inquiry: planted })
  expect(await timersOf(firm.tenantId)).toEqual(planted.flatMap((one) => timerOf(firm.tenantId, one)))

  const other = await aFirm()
  const written = STATES.map((status) => anInquiry({ id: newId(), status, received_at: NOW }))
  const writer = { tenantId: other.tenantId, userId: other.mia.id, now: NOW, surface: 'api', period: '2026' } as const
  for (const { id, ...values } of written) {
    const { version: _, custom: __, ...fields } = values
    const known = Object.fromEntries(Object.entries(fields).filter(([key]) => key in inquiryType.fields))
    const change = { kind: 'create', type: 'inquiry', id, values: known } as const
    await commit(openDatabase(env.DB), { ...writer, action: 'created' }, [change], null)
  }
  expect(await timersOf(other.tenantId)).toEqual(written.flatMap((one) => timerOf(other.tenantId, one)))
})

test('from every state to every other: a clock goes on, begins anew, or is gone', async () => {
  const firm = await aFirm()
  const writer = { tenantId: firm.tenantId, userId: firm.mia.id, now: NOW, surface: 'api', period: '2026' } as const
  const inquiries = STATES.flatMap((status) =>
    STATES.map((to) => ({ to, before: anInquiry({ id: newId(), status, received_at: NOW }) })),
  )
  await plant(firm.tenantId, { inquiry: inquiries.map(({ before }) => before) })
  await env.DB.prepare('UPDATE timers SET level = 1 WHERE tenant_id = ?').bind(firm.tenantId).run()
  for (const { to, before } of inquiries) {
    const from = before.status
    const change = { kind: 'update', type: 'inquiry', before, values: { status: to } } as const
    await commit(openDatabase(env.DB), { ...writer, action: 'edited' }, [change], null)
    const after = (await timersOf(firm.tenantId)).filter(({ record_id }) => record_id === before.id)
    const runs = (status: Inquiry['status']) => clocksOf('inquiry', { ...before, status }).length > 0
    const level = runs(from) ? 1 : 0
    expect([from, to, after.map((timer) => timer.level)]).toEqual([from, to, runs(to) ? [level] : []])
  }
})

test('another start is another occurrence', async () => {
  const firm = await aFirm()
  const before = anInquiry({ id: newId(), received_at: NOW })
  await plant(firm.tenantId, { inquiry: [before] })
  await env.DB.prepare('UPDATE timers SET level = 3 WHERE record_id = ?').bind(before.id).run()
  const writer = { tenantId: firm.tenantId, userId: firm.mia.id, now: NOW, surface: 'api', period: '2026' } as const
  const change = { kind: 'update', type: 'inquiry', before, values: { received_at: NOW + 1 } } as const
  await commit(openDatabase(env.DB), { ...writer, action: 'edited' }, [change], null)
  expect(await timersOf(firm.tenantId)).toEqual(timerOf(firm.tenantId, { ...before, received_at: NOW + 1 }))
})

test('a repair of the firm’s facts keeps what was done, adds what is missing and takes out what is over', async () => {
  const firm = await aFirm()
  const [kept, missing, over] = [0, 1, 2].map(() => anInquiry({ id: newId(), received_at: NOW })) as Inquiry[]
  await plant(firm.tenantId, { inquiry: [kept, missing, over] as Inquiry[] })
  await env.DB.batch([
    env.DB.prepare('UPDATE timers SET level = 2, due_at = 5 WHERE record_id = ?').bind(kept?.id),
    env.DB.prepare('DELETE FROM timers WHERE record_id = ?').bind(missing?.id),
    env.DB.prepare("UPDATE inquiries SET status = 'lost' WHERE id = ?").bind(over?.id),
  ])
  await openDatabase(env.DB).batch(rebuildFacts(firm.tenantId))
  expect((await timersOf(firm.tenantId)).map(({ record_id, level }) => [record_id, level])).toEqual([
    [kept?.id, 2],
    [missing?.id, 0],
  ])
})

test('an inquiry that could not be stored leaves no clock', async () => {
  const firm = await aFirm()
  const first = { subject: 'x', received_at: NOW, message_id: '<one@mail.example>' }
  expect((await firm.call('POST', '/v1/inquiries', first)).status).toBe(201)
  expect((await firm.call('POST', '/v1/inquiries', first)).status).toBe(409)
  expect(await timersOf(firm.tenantId)).toHaveLength(1)
})
