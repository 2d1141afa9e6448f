import { env } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { NOW, newId } from '../firm.ts'
import { counted } from './faulty-database.ts'
import { aHouse, aPost, clearJobs, DAY, HOUR } from './house.ts'

beforeEach(clearJobs)

/** Clocks that run and are not due for a long time. */
const sleeping = (tenantId: string, many: number) =>
  env.DB.prepare(
    "INSERT INTO timers SELECT ?, printf('%026d', value), 'claim', 'inquiry', ?, 0, ? + value FROM json_each(?)",
  )
    .bind(tenantId, NOW, NOW + 10 * DAY, JSON.stringify(Array.from({ length: many }, (_, index) => index)))
    .run()

/** Mails sent long ago. */
const sentLongAgo = (tenantId: string, many: number) =>
  env.DB.prepare(
    "INSERT INTO outbox SELECT ?, printf('old.%d', value), 'u', 'inquiry', 'r', '{}', 0, 0, 0, 'sent', 1, 0, 0, NULL FROM json_each(?)",
  )
    .bind(tenantId, JSON.stringify(Array.from({ length: many }, (_, index) => index)))
    .run()

test('a tick reads no more with 10,000 clocks asleep and 10,000 mails sent than with ten', async () => {
  const costs = []
  for (const many of [10, 10_000]) {
    await clearJobs()
    const house = await aHouse()
    await sleeping(newId(), many)
    await sentLongAgo(newId(), many)
    const post = aPost()
    const idle = counted()
    await post.run(NOW, idle.d1)
    await house.inquiry()
    const busy = counted()
    expect(await post.run(NOW + DAY, busy.d1)).toMatchObject({ decided: 1, sent: 2 })
    costs.push({ idle: idle.figures, busy: busy.figures })
  }
  console.info(`tick: ${JSON.stringify(costs[1])}`)
  expect(costs[1]).toEqual(costs[0])
  expect(costs[0]).toMatchObject({ idle: { calls: 4 }, busy: { calls: 8 } })
})

test('2,000 clocks of 50 firms due at once: at most 40 calls a tick, everything sent in due order within 5 minutes', async () => {
  const houses = await Promise.all(Array.from({ length: 50 }, () => aHouse()))
  for (const [index, house] of houses.entries()) {
    await house.plantInquiries(40, { received_at: NOW - index * 1000 })
  }
  const post = aPost()
  const calls: number[] = []
  for (let minute = 0; minute < 5; minute += 1) {
    const { d1, figures } = counted()
    await post.run(NOW + 20 * HOUR + minute * 60_000, d1)
    calls.push(figures.calls)
  }
  expect(calls).toEqual([36, 36, 27, 12, 4])
  expect(post.deliveries).toBe(2000)
  const keys = [...post.sent.keys()]
  expect(keys).toHaveLength(2000)
  const due = keys.map((key) => Number(key.split('.')[3]))
  expect(due).toEqual(due.toSorted((a, b) => a - b))
})
