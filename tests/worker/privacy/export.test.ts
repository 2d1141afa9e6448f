import { env } from 'cloudflare:test'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { r2Files } from '../../../worker/src/files/r2.ts'
import { answerPrivacy } from '../../../worker/src/jobs/answer-privacy.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { aMail } from '../../fixtures/mails.ts'
import { aFirm, count, newId } from '../firm.ts'
import { aGuardian, carriedOut } from './somebody.ts'

const WEEK_MS = 7 * 86_400_000

test('a copy holds everything of a person, nothing of others, and opens for who asked alone', async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const contact = {
    customer_id: firm.customer.id,
    full_name: 'Joana Prado',
    title: 'Buyer',
    emails: ['joana.prado@acme.example'],
    phones: ['+55 11 98765-4321'],
  }
  const headers = () => ({ 'Idempotency-Key': newId() })
  expect((await firm.call('POST', '/v1/contacts', contact, { headers: headers() })).status).toBe(201)
  const files = [{ name: 'wishes.txt', mime: 'text/plain', bytes: new TextEncoder().encode('6,000 tents') }]
  const mail = aMail({
    from: 'Joana <joana.prado@acme.example>',
    to: 'Mia <mia.zhao@bluewhale-outdoor.example>, Other Person <other.person@acme.example>',
    subject: 'My wishes',
    files,
  })
  const filed = await firm.call('POST', `/v1/mails?customer=${firm.customer.id}`, mail, {
    headers: { 'Content-Type': 'message/rfc822' },
  })
  expect(filed.status, filed.text).toBe(201)

  const asked = { kind: 'export', askedBy: 'person', basis: 'access', addresses: ['joana.prado@acme.example'] }
  const { body } = await firm.call('POST', '/v1/privacy/requests', asked, { as: guardian })
  const done = await carriedOut(firm, body.id, guardian)
  expect(done).toMatchObject({ status: 'done', hasFile: true })

  // Others make their own.
  expect((await firm.call('GET', `/v1/privacy/requests/${body.id}/file`, undefined, { as: 'david' })).status).toBe(404)
  const link = await firm.call('GET', `/v1/privacy/requests/${body.id}/file`, undefined, { as: guardian })
  const { app } = await import('../firm.ts')
  const { createExecutionContext } = await import('cloudflare:test')
  const zip = await app.request(link.body.url, {}, { DB: env.DB, ASSETS: env.ASSETS }, createExecutionContext())
  const parts = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const told = JSON.parse(new TextDecoder().decode(parts['export.json']))
  expect(told.format).toBe('quayside-personal-data/1')
  const whole = JSON.stringify(told)
  for (const fact of [
    'Joana Prado',
    'Buyer',
    '+55 11 98765-4321',
    'My wishes',
    'wishes.txt',
    'please quote 6,000 tents',
  ]) {
    expect(whole, fact).toContain(fact)
  }
  for (const other of ['other.person@acme.example', 'Other Person', 'mia.zhao'])
    expect(whole, other).not.toContain(other)
  expect(told.items.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['contacts', 'interactions', 'events']),
  )
  expect(told.files).toEqual([expect.stringMatching(/^files\/.*wishes\.txt$/)])
  expect(new TextDecoder().decode(parts[told.files[0]])).toBe('6,000 tents')
  expect(new TextDecoder().decode(parts['export.html'])).toContain('您的个人数据')

  // A week later nobody fetches it any more, and the next time that house is kept it is gone, and its bytes with it.
  const ports = { files: r2Files(env.FILES), newId }
  const keepHouse = (now: number) => answerPrivacy(openDatabase(env.DB), { ...ports, now })
  const copies = async () => [
    await count('files', firm.tenantId),
    (await env.FILES.list({ prefix: `${firm.tenantId}/` })).objects.length,
  ]
  const [rows, bytes] = (await copies()) as [number, number]
  expect(done.fileUntil).toBe(done.finishedAt + WEEK_MS)
  await keepHouse(done.finishedAt + WEEK_MS - 1)
  expect(await copies()).toEqual([rows, bytes])
  await env.DB.prepare('UPDATE privacy_requests SET finished_at = finished_at - ? WHERE id = ?')
    .bind(WEEK_MS, body.id)
    .run()
  const late = `/v1/privacy/requests/${body.id}/file`
  expect((await firm.call('GET', late, undefined, { as: guardian })).status).toBe(404)
  await keepHouse(done.finishedAt + 1)
  expect(await copies()).toEqual([rows - 1, bytes - 1])
  const { body: after } = await firm.call('GET', '/v1/privacy/requests', undefined, { as: guardian })
  expect(after.requests[0]).toMatchObject({ status: 'done', hasFile: false, fileUntil: null })
})

test('a search of a person goes through everything in bounded calls, and tells what would stay', async () => {
  const firm = await aFirm()
  const guardian = await aGuardian(firm)
  const sought = { addresses: [firm.contact.emails?.[0]] }
  const places: string[] = []
  let cursor: string | null = null
  do {
    const body: object = { ...sought, ...(cursor === null ? {} : { cursor }) }
    const answer = await firm.call('POST', '/v1/privacy/searches', body, { as: guardian })
    expect(answer.status).toBe(200)
    expect(answer.trips).toBeLessThanOrEqual(10)
    places.push(...answer.body.found.map(({ place }: { place: string }) => place))
    cursor = answer.body.cursor
  } while (cursor !== null)
  expect(places).toEqual(expect.arrayContaining(['contacts', 'addresses']))
})
