import { env } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runJobs } from '../../../worker/src/jobs/jobs.ts'
import { tick } from '../../../worker/src/jobs/tick.ts'
import type { OutgoingMail } from '../../../worker/src/mail/provider.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { NOW, newId } from '../firm.ts'
import { killedAt } from './faulty-database.ts'
import { aHouse, aPost, clearJobs, DAY, HOUR, outboxOf } from './house.ts'

beforeEach(clearJobs)

const AFTER_LEASE = 16 * 60_000

describe('a process that is killed', () => {
  // Calls of one run: 1 looks for what is due, 2 decides, 3 takes mails, 4 and 5 read what they say, 6 writes the end.
  const PLACES = [1, 2, 3, 4, 5, 6].flatMap((call) => [[call, 'before'] as const, [call, 'after'] as const])

  test.each(PLACES)(
    'at call %i, %s it is carried out: nobody is told twice, nobody is forgotten',
    async (call, when) => {
      await (await aHouse()).inquiry()
      const post = aPost()
      await expect(post.run(NOW + DAY, killedAt(call, when).d1)).rejects.toThrow('database')
      await post.run(NOW + DAY + AFTER_LEASE)
      await post.run(NOW + DAY + 2 * AFTER_LEASE)
      expect(post.told()).toEqual({ kevin: 1, david: 1 })
    },
  )

  test('after sending and before writing it down, with a provider that can tell nothing: shown as uncertain, not sent again', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost(({ again }) => (again ? { kind: 'uncertain', why: 'cannot_tell' } : { kind: 'accepted' }))
    await expect(post.run(NOW + DAY, killedAt(7).d1)).rejects.toThrow('database')
    expect(await post.run(NOW + DAY + AFTER_LEASE)).toMatchObject({ sent: 0, uncertain: 2 })
    await post.run(NOW + DAY + 2 * AFTER_LEASE)
    expect([post.told(), post.deliveries]).toEqual([{ kevin: 1, david: 1 }, 4])
    expect((await outboxOf(house.tenantId)).map(({ state, why }) => [state, why])).toEqual([
      ['uncertain', 'cannot_tell'],
      ['uncertain', 'cannot_tell'],
    ])
  })

  test('a database that fails before anything was sent leaves no doubt behind: the mails go at the next run', async () => {
    await (await aHouse()).inquiry()
    const post = aPost(({ again }) => (again ? { kind: 'uncertain', why: 'cannot_tell' } : { kind: 'accepted' }))
    let calls = 0
    const d1 = {
      prepare: (sql: string) => env.DB.prepare(sql),
      batch(statements: D1PreparedStatement[]) {
        calls += 1
        return calls === 5 ? Promise.reject(new Error('D1 is away')) : env.DB.batch(statements)
      },
    } as unknown as D1Database
    await expect(post.run(NOW + DAY, d1)).rejects.toThrow('database: unknown')
    expect(await post.run()).toMatchObject({ sent: 2, uncertain: 0 })
  })
})

test('where deciding what is owed fails, what was written down before leaves all the same', async () => {
  await (await aHouse()).inquiry()
  await runJobs(env.DB, { now: () => NOW + DAY, random: Math.random, newId })
  const post = aPost()
  let calls = 0
  const d1 = {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch(statements: D1PreparedStatement[]) {
      calls += 1
      return calls === 1 ? Promise.reject(new Error('D1 is away')) : env.DB.batch(statements)
    },
  } as unknown as D1Database
  await expect(post.run(NOW + DAY, d1)).rejects.toThrow('database: unknown')
  expect(post.told()).toEqual({ kevin: 1, david: 1 })
})

describe('an attempt without an end is never forgotten', () => {
  /** The mails have left, and nobody has written it down. */
  async function leftInDoubt(answer: Parameters<typeof aPost>[0], at = NOW + DAY) {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost(answer)
    await expect(post.run(at, killedAt(7).d1)).rejects.toThrow('database')
    return { house, post }
  }
  const cannotTell = ({ again }: { again: boolean }) =>
    again ? ({ kind: 'uncertain', why: 'cannot_tell' } as const) : ({ kind: 'accepted' } as const)
  const states = async ({ tenantId }: { tenantId: string }) => (await outboxOf(tenantId)).map(({ state }) => state)

  test('when the database is away at the next one: the provider hears of it the time after', async () => {
    const { house, post } = await leftInDoubt(cannotTell)
    let calls = 0
    const d1 = {
      prepare: (sql: string) => env.DB.prepare(sql),
      batch(statements: D1PreparedStatement[]) {
        calls += 1
        return calls === 3 ? Promise.reject(new Error('D1 is away')) : env.DB.batch(statements)
      },
    } as unknown as D1Database
    await expect(post.run(NOW + DAY + AFTER_LEASE, d1)).rejects.toThrow('database: unknown')
    expect(await post.run(NOW + DAY + 2 * AFTER_LEASE)).toMatchObject({ sent: 0, uncertain: 2 })
    expect(await states(house)).toEqual(['uncertain', 'uncertain'])
  })

  test('when the provider is too busy to look for it: it is asked again, not told to send', async () => {
    let busy = true
    const { house, post } = await leftInDoubt((mail) =>
      mail.again && busy ? { kind: 'retry', afterMs: 0, why: 'busy' } : cannotTell(mail),
    )
    expect(await post.run(NOW + DAY + AFTER_LEASE)).toMatchObject({ postponed: 2 })
    busy = false
    expect(await post.run(NOW + DAY + 2 * AFTER_LEASE)).toMatchObject({ sent: 0, uncertain: 2 })
    expect(await states(house)).toEqual(['uncertain', 'uncertain'])
  })

  test('when it is tried no more: it is uncertain, not one that surely stayed here', async () => {
    const { house, post } = await leftInDoubt(
      ({ again }) => (again ? { kind: 'retry', afterMs: 0, why: 'busy' } : { kind: 'accepted' }),
      NOW + 2 * DAY,
    )
    for (let hour = 1; hour < 20; hour += 1) await post.run(NOW + 2 * DAY + hour * HOUR)
    expect(await outboxOf(house.tenantId)).toMatchObject([{ state: 'uncertain', attempts: 8, why: 'busy' }])
  })
})

describe('several at once', () => {
  test('twenty runs that overlap: each mail is sent by one of them', async () => {
    const houses = await Promise.all([aHouse(), aHouse(), aHouse()])
    for (const house of houses) await house.plantInquiries(40)
    const post = aPost()
    post.now = NOW + DAY + HOUR
    const done = await Promise.all(Array.from({ length: 20 }, () => post.run()))
    const sum = (of: 'decided' | 'queued' | 'sent') => done.reduce((total, one) => total + one[of], 0)
    expect([sum('decided'), sum('queued'), sum('sent')]).toEqual([120, 240, 240])
    expect([post.deliveries, post.sent.size]).toEqual([240, 240])
  })

  test('one that was so slow that its mails were taken by another is not listened to', async () => {
    const house = await aHouse()
    await house.inquiry()
    let other: Awaited<ReturnType<typeof post.run>> | undefined
    const post = aPost(({ again }) => (again ? { kind: 'accepted' } : { kind: 'retry', afterMs: 0, why: 'slow' }))
    const slow = {
      async deliver(mail: Parameters<typeof post.provider.deliver>[0]) {
        other ??= await post.run(NOW + DAY + AFTER_LEASE)
        return post.provider.deliver(mail)
      },
    }
    post.now = NOW + DAY
    const mail = { provider: slow, origin: 'https://desk.house.example' }
    const late = await runJobs(env.DB, { now: () => post.now, random: () => 0.5, newId, mail })
    expect(other).toMatchObject({ sent: 2 })
    expect(late).toMatchObject({ sent: 0, postponed: 0 })
    expect((await outboxOf(house.tenantId)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 2],
      ['sent', 2],
    ])
  })
})

describe('a provider that does not take a mail', () => {
  afterEach(() => void vi.useRealTimers())

  test('for a while: tried again later and later, eight times, then left to a person', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost(() => ({ kind: 'retry', afterMs: 90_000, why: 'busy' }))
    const tries: number[] = []
    for (let minute = 0; minute < 20 * 60; minute += 10) {
      const before = post.deliveries
      await post.run(NOW + 2 * DAY + minute * 60_000)
      if (post.deliveries > before) tries.push(minute)
    }
    expect(tries).toEqual([0, 10, 20, 40, 100, 250, 550, 850])
    expect(await outboxOf(house.tenantId)).toMatchObject([{ state: 'parked', attempts: 8, why: 'busy' }])
  })

  test.each([
    ['for good', () => ({ kind: 'refused', why: 'no_such_address' }) as const, 'parked', 'no_such_address'],
    ['by throwing', () => boom(), 'uncertain', 'threw'],
  ])('%s: it is tried once, and says why', async (_, answer, state, why) => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost(answer)
    await post.run(NOW + 20 * HOUR)
    await post.run(NOW + 21 * HOUR)
    expect(post.deliveries).toBe(1)
    expect(await outboxOf(house.tenantId)).toMatchObject([{ state, why }])
  })

  test.each([
    ['by throwing before it promises anything', () => boom(), 'threw'],
    ['by never answering', () => never(), 'no_answer'],
  ])('%s: it is uncertain, and those after it are sent', async (_, deliver, why) => {
    const house = await aHouse()
    await house.plantInquiries(3)
    const post = aPost()
    post.now = NOW + 20 * HOUR
    let asked = 0
    const inTurn = (mail: OutgoingMail) => (++asked === 2 ? deliver() : post.provider.deliver(mail))
    const mail = { provider: { deliver: inTurn }, origin: 'https://desk.house.example' }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const done = await runJobs(env.DB, { now: () => post.now, random: () => 0.5, newId, mail })
    expect(done).toMatchObject({ sent: 2, uncertain: 1 })
    expect((await outboxOf(house.tenantId)).map(({ state, why }) => [state, why])).toEqual([
      ['sent', null],
      ['uncertain', why],
      ['sent', null],
    ])
  })

  const boom = (): never => {
    throw new Error('the line broke')
  }

  /** A line on which nothing comes back. Time passes at once, so that no test waits for it. */
  const never = (): Promise<never> => {
    queueMicrotask(() => vi.advanceTimersByTime(60_000))
    return new Promise(() => {})
  }
})

describe('one that is broken', () => {
  test('holds up no other, and is put aside with why', async () => {
    const house = await aHouse()
    await house.plantInquiries(100)
    await env.DB.prepare(
      "UPDATE timers SET rule = 'no_such_rule' WHERE record_id = (SELECT min(record_id) FROM timers)",
    ).run()
    const post = aPost()
    post.now = NOW + 22 * HOUR
    expect(await tick(openDatabase(env.DB), post.now)).toMatchObject({ decided: 100, queued: 99 })
    await env.DB.prepare("UPDATE outbox SET about = '{' WHERE key = (SELECT min(key) FROM outbox)").run()
    await env.DB.prepare(
      "UPDATE inquiries SET custom = '{' WHERE tenant_id = ? AND id = (SELECT max(record_id) FROM outbox)",
    )
      .bind(house.tenantId)
      .run()
    expect(await post.run()).toMatchObject({ sent: 97, parked: 2, dropped: 0 })
    const parked = (await outboxOf(house.tenantId)).filter(({ state }) => state === 'parked')
    expect(parked.map(({ why }) => why).sort()).toEqual(['unknown_rule', 'unreadable'])
  })

  test('that ends the process each time is left to a person after eight times: it may have left', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost()
    for (let time = 0; time < 12; time += 1) {
      await post.run(NOW + 20 * HOUR + time * AFTER_LEASE, killedAt(time === 0 ? 6 : 4).d1).catch(() => undefined)
    }
    const [row] = await outboxOf(house.tenantId)
    expect(row?.state).toBe('queued')
    await post.run(NOW + 23.9 * HOUR)
    expect(await outboxOf(house.tenantId)).toMatchObject([{ state: 'uncertain', why: 'too_many_attempts' }])
  })
})
