import { createExecutionContext, createScheduledController, env } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import worker from '../../../worker/src/index.ts'
import { app } from '../firm.ts'
import { counted } from '../jobs/faulty-database.ts'
import { aHouse, clearJobs } from '../jobs/house.ts'

beforeEach(clearJobs)

async function health(DB: D1Database = env.DB) {
  const response = await app.request('/health', {}, { DB, ASSETS: undefined as never }, createExecutionContext())
  return [response.status, await response.json()] as const
}

test('before the first tick: up, and nothing waits', async () => {
  expect(await health()).toEqual([200, { ok: true, version: 'test', lastTickAt: null, queued: 0 }])
})

test('after a tick of the cron trigger: when it was, and how many mails wait for a way to be sent', async () => {
  const house = await aHouse()
  await house.plantInquiries(3, { received_at: 0 })
  const before = Date.now()
  await worker.scheduled?.(createScheduledController(), { DB: env.DB, ASSETS: undefined as never })
  const [status, body] = await health()
  expect([status, body]).toEqual([200, { ok: true, version: 'test', lastTickAt: expect.any(Number), queued: 3 }])
  expect((body as { lastTickAt: number }).lastTickAt).toBeGreaterThanOrEqual(before)
})

test('ten thousand mails that wait are counted up to a thousand, for a thousand rows', async () => {
  await env.DB.prepare(
    "INSERT INTO outbox SELECT 't', printf('%d', value), 'u', 'inquiry', 'r', '{}', 0, 0, 0, 'queued', 0, 0, NULL, NULL FROM json_each(?)",
  )
    .bind(JSON.stringify(Array.from({ length: 10_000 }, (_, index) => index)))
    .run()
  const { d1, figures } = counted()
  expect(await health(d1)).toMatchObject([200, { queued: 1000 }])
  expect(figures.calls).toBe(1)
  expect(figures.rowsRead).toBeLessThanOrEqual(1010)
})

test('a database that does not answer: 503, not ok, and no word of why', async () => {
  const away = { prepare: (sql: string) => env.DB.prepare(sql), batch: () => Promise.reject(new Error('secret')) }
  const answer = await health(away as unknown as D1Database)
  expect(answer).toEqual([503, { ok: false, version: 'test', lastTickAt: null, queued: null }])
})
