import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { newWebhookSecret } from '../../../worker/src/identity/webhook-signature.ts'
import { NOW, newId, wholeDatabase } from '../firm.ts'
import { signedHeaders } from '../hooks.ts'
import { aBookedDeal, aSource, BY_BOOKING, LATE } from '../road/a-hook.ts'
import { storesNothing } from '../road/goods-steps.ts'

const SAID = { shipment: BY_BOOKING, events: [LATE] }
const told = (at: string) => ({ shipment: BY_BOOKING, events: [{ ...LATE, at }] })

describe('whoever is not the source', () => {
  test('is answered alike, whatever is wrong, and writes nothing', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const stopped = await aSource(deal)
    await deal.call(
      'PATCH',
      `/v1/milestone_sources/${stopped.id}`,
      { status: 'stopped' },
      { as: stopped.admin, headers: { 'If-Match': '"2"' } },
    )
    const unsigned = await deal.call(
      'POST',
      '/v1/milestone_sources',
      { name: 'New', kind: 'carrier' },
      { as: source.admin },
    )
    const body = JSON.stringify(SAID)
    const at = (id: string) =>
      deal.call('POST', `/hooks/milestones/${id}`, body, { as: null, headers: signedHeaders([source.secret], body) })
    const like = (headers: Record<string, string>) => source.tell(SAID, { headers })
    await storesNothing(deal, async () => {
      const answers = [
        await at(newId()),
        await at(unsigned.body.id),
        await at(stopped.id),
        await at("x' OR 1=1 --"),
        await stopped.tell(SAID),
        await source.tell(SAID, { by: [stopped.secret] }),
        await source.tell(SAID, { by: [newWebhookSecret()] }),
        await source.tell(SAID, { by: [`whsec_${btoa('\0'.repeat(32))}`] }),
        await source.tell(SAID, { at: NOW - 301_000 }),
        await source.tell(SAID, { at: NOW + 301_000 }),
        await like({ 'webhook-id': '' }),
        await like({ 'webhook-id': 'another' }),
        await like({ 'webhook-timestamp': String(NOW / 1000 + 1) }),
        await like({ 'webhook-timestamp': 'now' }),
        await like({ 'webhook-signature': '' }),
        await like({ 'webhook-signature': 'v1,' }),
        await deal.call('POST', `/hooks/milestones/${source.id}`, SAID, { as: 'david' }),
        await source.tell('{"not": "ours"', { by: [stopped.secret] }),
      ]
      const one = ({ status, body: { requestId, ...rest } }: (typeof answers)[number]) => [status, rest]
      expect(new Set(answers.map((answer) => JSON.stringify(one(answer)))).size).toBe(1)
      expect(answers[0]?.status).toBe(401)
    })
    expect((await source.tell(SAID)).status).toBe(200)
  })

  test('is refused before more than 256 KiB are read', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    await storesNothing(deal, async () => {
      const { status, trips } = await source.tell(`{"x": "${'x'.repeat(300_000)}"}`)
      expect([status, trips]).toEqual([413, 0])
    })
  })
})

test('what is signed and no JSON is told so', async () => {
  const deal = await aBookedDeal()
  expect((await (await aSource(deal)).tell('{"shipment":')).status).toBe(400)
})

describe('a secret', () => {
  test('is shown when it is made and nowhere else', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const next = (await source.secrets()).body.secret
    await source.tell(SAID)
    const asked = [
      '/v1/milestone_sources',
      `/v1/milestone_sources/${source.id}`,
      `/v1/milestone_sources/${source.id}/events`,
      '/v1/milestones',
      '/openapi.json',
    ]
    const answers = await Promise.all(asked.map((path) => deal.call('GET', path, undefined, { as: source.admin })))
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200))
    const milestone = (await deal.one('milestone')).id
    answers.push(await deal.call('GET', `/v1/milestones/${milestone}/events`))
    expect(answers.at(-1)?.status).toBe(200)
    const rows = await wholeDatabase(deal.tenantId)
    for (const secret of [source.secret, next]) {
      expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
      for (const { text } of answers) expect(text).not.toContain(secret)
      // One table holds it, once.
      expect(rows.split(secret)).toHaveLength(2)
    }
    const { events } = answers[2]?.body ?? {}
    expect(events.map(({ title }: { title: string }) => title)).toEqual(['Secret made', 'Secret made', 'Created'])
  })

  test('is followed by the next while both are good for a day, and then by it alone', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const { secret, previousUntil } = (await source.secrets()).body
    expect(previousUntil).toBe(NOW + 24 * 3_600_000)
    expect((await source.tell(told('2026-12-02T00:00:00Z'))).status).toBe(200)
    expect((await source.tell(told('2026-12-03T00:00:00Z'), { by: [secret] })).status).toBe(200)
    expect((await source.tell(told('2026-12-04T00:00:00Z'), { by: [source.secret, secret] })).status).toBe(200)
    await env.DB.prepare('UPDATE hook_secrets SET previous_until = ? WHERE source_id = ?').bind(NOW, source.id).run()
    expect((await source.tell(told('2026-12-05T00:00:00Z'))).status).toBe(401)
    expect((await source.tell(told('2026-12-05T00:00:00Z'), { by: [source.secret, secret] })).status).toBe(200)
  })

  test('that has leaked ends at once, and of three the first is gone', async () => {
    const deal = await aBookedDeal()
    const source = await aSource(deal)
    const second = (await source.secrets('?keepPreviousHours=0')).body
    expect(second.previousUntil).toBe(null)
    expect((await source.tell(SAID)).status).toBe(401)
    const third = (await source.secrets('?keepPreviousHours=168')).body
    expect((await source.tell(SAID)).status).toBe(401)
    for (const { secret } of [second, third]) expect((await source.tell(SAID, { by: [secret] })).status).toBe(200)
    expect((await source.secrets('?keepPreviousHours=169')).status).toBe(400)
  })

  test('is made by administrators alone, of their own firm', async () => {
    const [deal, other] = [await aBookedDeal(), await aBookedDeal()]
    const source = await aSource(deal)
    const stranger = await aSource(other)
    await storesNothing(deal, async () => {
      expect((await source.secrets('', deal.tokens.david)).status).toBe(403)
      expect((await source.secrets('', deal.tokens.mia)).status).toBe(403)
      expect((await source.secrets('', null)).status).toBe(401)
      expect((await source.secrets('', stranger.admin)).status).toBe(404)
      const made = await deal.call('POST', '/v1/milestone_sources', { name: 'Mine', kind: 'carrier' })
      expect(made.status).toBe(403)
    })
  })
})

test('a source goes on under another name, and what it told keeps the one that it had', async () => {
  const deal = await aBookedDeal()
  const source = await aSource(deal)
  await source.tell(SAID)
  const headers = { 'If-Match': '"2"' }
  await deal.call('PATCH', `/v1/milestone_sources/${source.id}`, { name: 'Blue Line' }, { as: source.admin, headers })
  await source.tell(told('2026-12-09T00:00:00Z'))
  expect((await deal.rows('milestone')).map(({ hook_name }) => hook_name)).toEqual(['Ocean Line', 'Blue Line'])
})

test('nobody writes in the name of a source', async () => {
  const deal = await aBookedDeal()
  const source = await aSource(deal)
  const { id } = await deal.one('shipment')
  const values = { shipment_id: id, type: 'ARRI', classifier: 'EST', at: NOW, hook_id: source.id, hook_name: 'x' }
  const { status, body } = await deal.call('POST', '/v1/milestones', values)
  expect([status, body.problems.map(({ field }: { field: string }) => field)]).toEqual([400, ['hook_id', 'hook_name']])
})

test('the API describes both routes, with the body that is told', async () => {
  const deal = await aBookedDeal()
  const { paths } = (await deal.call('GET', '/openapi.json')).body
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/hooks/milestones/{sourceId}',
      '/v1/milestone_sources/{id}/secrets',
      '/v1/milestone_sources',
    ]),
  )
  const { schema } = paths['/hooks/milestones/{sourceId}'].post.requestBody.content['application/json']
  expect(Object.keys(schema.properties)).toEqual(['shipment', 'events'])
  expect(schema.properties.events.items.required).toEqual(['type', 'classifier', 'at'])
})
