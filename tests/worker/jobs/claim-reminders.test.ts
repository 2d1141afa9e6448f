import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import { change } from '../access/change.ts'
import { NOW } from '../firm.ts'
import { aHouse, aPost, clearJobs, DAY, HOUR, outboxOf } from './house.ts'

beforeEach(clearJobs)

describe('an inquiry that nobody claims', () => {
  test('looked at hour by hour: its responsible at 80 %, they and their superior at 24 h, each once', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost()
    const told: Record<string, number>[] = []
    for (let hour = 0; hour <= 25; hour += 1) {
      await post.run(NOW + hour * HOUR)
      told.push(post.told())
    }
    expect(told[19]).toEqual({})
    expect(told[20]).toEqual({ kevin: 1 })
    expect(told[23]).toEqual({ kevin: 1 })
    expect(told[24]).toEqual({ kevin: 2, david: 1 })
    expect(told[25]).toEqual({ kevin: 2, david: 1 })
  })

  test('after a jump of 25 h: one mail to each for both levels', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost()
    expect(await post.run(NOW + 25 * HOUR)).toMatchObject({ decided: 1, queued: 2, sent: 2, dropped: 0 })
    expect(post.told()).toEqual({ kevin: 1, david: 1 })
    expect(await post.run()).toMatchObject({ decided: 0, queued: 0, sent: 0 })
    for (const { about } of await outboxOf(house.tenantId)) expect(JSON.parse(about).levels).toEqual([0, 1])
  })

  test('twelve hours late the superior’s superior, a day late the last resort', async () => {
    const house = await aHouse({ frank: { roles: ['gm'] } })
    await house.inquiry()
    const post = aPost()
    await post.run(NOW + DAY)
    await post.run(NOW + DAY + 12 * HOUR)
    expect(post.told()).toEqual({ kevin: 1, david: 1, frank: 1 })
    await post.run(NOW + 2 * DAY)
    expect(post.told()).toEqual({ kevin: 1, david: 1, frank: 2 })
    await post.run(NOW + 30 * DAY)
    expect(post.sent.size).toBe(4)
  })

  test('given to somebody who is away: also to their deputy, who sees it, and to nobody’s deputy after their last day', async () => {
    const leave = { away_from: '2026-10-20', away_to: '2026-10-20', away_at: NOW - HOUR, back_at: NOW + 21 * HOUR }
    const house = await aHouse()
    await change(house.tenantId, 'user', house.ids.leo, { ...leave, deputy_id: house.ids.kevin })
    await house.inquiry({ owner_id: house.ids.leo, team_id: null })
    const post = aPost()
    await post.run(NOW + 20 * HOUR)
    expect(post.told()).toEqual({ leo: 1, kevin: 1 })
    await post.run(NOW + 20 * HOUR)
    await post.run(NOW + 24 * HOUR)
    expect(post.told()).toEqual({ leo: 2, kevin: 1, david: 1 })
  })

  test('after a month in which nothing ran: one mail, for all that was missed', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost()
    await post.run(NOW + 30 * DAY)
    await post.run(NOW + 31 * DAY)
    expect(post.told()).toEqual({ frank: 1 })
  })

  test('written down after it was late already: told at the next tick', async () => {
    const house = await aHouse()
    await house.inquiry({ received_at: NOW - 25 * HOUR })
    const post = aPost()
    await post.run(NOW)
    expect(post.told()).toEqual({ kevin: 1, david: 1 })
  })

  test('planted with its firm: no other than one made by hand', async () => {
    const house = await aHouse()
    await house.plantInquiries(1)
    const post = aPost()
    await post.run(NOW + DAY)
    expect(post.told()).toEqual({ kevin: 1, david: 1 })
  })
})

describe('what happens meanwhile', () => {
  test('claimed after 23 h: nothing at 24 h', async () => {
    const house = await aHouse()
    const id = await house.inquiry()
    const post = aPost()
    await post.run(NOW + 20 * HOUR)
    expect((await house.claim(id, 'leo')).status).toBe(200)
    await post.run(NOW + 24 * HOUR)
    await post.run(NOW + 60 * HOUR)
    expect(post.told()).toEqual({ kevin: 1 })
  })

  test('given to somebody: they are told, not who led its team', async () => {
    const house = await aHouse()
    const id = await house.inquiry()
    expect((await house.edit(id, { owner_id: house.ids.leo })).status).toBe(200)
    const post = aPost()
    await post.run(NOW + 20 * HOUR)
    expect(post.told()).toEqual({ leo: 1 })
  })

  test('a clock that is set back by an hour tells nobody again', async () => {
    const house = await aHouse()
    await house.inquiry()
    const post = aPost()
    await post.run(NOW + 24.5 * HOUR)
    await post.run(NOW + 23.5 * HOUR)
    await post.run(NOW + 24.5 * HOUR)
    expect(post.told()).toEqual({ kevin: 1, david: 1 })
  })

  test('a change of something else moves no clock', async () => {
    const house = await aHouse()
    const id = await house.inquiry()
    const post = aPost()
    await post.run(NOW + 20 * HOUR)
    expect((await house.edit(id, { subject: 'Lanterns and tents' })).status).toBe(200)
    await post.run(NOW + 20 * HOUR)
    expect(post.told()).toEqual({ kevin: 1 })
    const timer = await env.DB.prepare('SELECT level FROM timers WHERE record_id = ?').bind(id).first()
    expect(timer).toEqual({ level: 1 })
  })
})
