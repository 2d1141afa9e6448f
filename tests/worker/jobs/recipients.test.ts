import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import { anInquiry, anOwnField } from '../../fixtures/builders.ts'
import { NOW, newId, plant } from '../firm.ts'
import { aHouse, aPost, clearJobs, DAY, HOUR, type House, outboxOf } from './house.ts'

beforeEach(clearJobs)

const MARK = 'Canary-7731'

describe('a mail is built with its reader’s own eyes', () => {
  test('a field that one of them may see and the other not is in the mail of the one alone', async () => {
    const house = await aHouse()
    const field = { entity: 'inquiry', key: 'target_cost', kind: 'text', access: 'cost', in_panel: true } as const
    await plant(house.tenantId, {
      own_field: [anOwnField({ id: newId(), ...field })],
      inquiry: [anInquiry({ id: newId(), team_id: house.europe.id, received_at: NOW, custom: { target_cost: MARK } })],
    })
    const post = aPost()
    await post.run(NOW + DAY)
    const texts = Object.fromEntries([...post.sent.values()].map(({ to, text }) => [to[0], text]))
    expect(Object.keys(texts).sort()).toEqual(['david@house.example', 'kevin@house.example'])
    expect(texts['david@house.example']).toContain(MARK)
    expect(texts['kevin@house.example']).not.toContain(MARK)
  })

  test('in their language, with a way to the record, and headers that no machine answers', async () => {
    const house = await aHouse({ david: { roles: ['sales_manager'], locale: 'zh-CN' } })
    const id = await house.inquiry()
    const post = aPost()
    await post.run(NOW + DAY)
    const [kevin, david] = [...post.sent.values()].sort((a, b) => (String(a.to) < String(b.to) ? 1 : -1))
    expect([kevin?.subject.split('·')[1], david?.subject.split('·')[1]]).toEqual([
      ' Nordlys AS: not claimed, 1 min late',
      ' Nordlys AS：未认领，已超时1分钟',
    ])
    for (const mail of [kevin, david]) {
      expect(mail?.text).toContain(`https://desk.house.example/desk/inquiries/${id}\n`)
      expect(mail?.headers).toEqual({
        'Message-ID': `<${mail?.key}@desk.house.example>`,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      })
      expect(mail?.headers['Message-ID']).toMatch(/^<[\w.-]{1,200}@[\w.-]+>$/)
    }
  })

  test('who leads the team and may not see its inquiries gets nothing; whoever is above them is told instead', async () => {
    const house = await aHouse({ kevin: { roles: ['merchandiser'] } })
    await house.inquiry({ company_name: MARK })
    const post = aPost()
    await post.run(NOW + 20 * HOUR)
    expect(post.told()).toEqual({ david: 1 })
    expect([...post.sent.values()][0]?.text).toMatch(/whoever would be told may not see it/)
    expect((await outboxOf(house.tenantId)).map(({ user_id, state, why }) => [user_id, state, why])).toEqual([
      [house.ids.david, 'sent', null],
      [house.ids.kevin, 'dropped', 'not_seen'],
    ])
    await post.run(NOW + DAY)
    expect(post.told()).toEqual({ david: 2 })
  })

  test('where nobody up to the last resort may see it, nothing of it leaves', async () => {
    const blind = { roles: ['admin'] }
    const house = await aHouse({ kevin: blind, frank: blind })
    await house.plantInquiries(1, { company_name: MARK })
    const post = aPost()
    await post.run(NOW + 2 * DAY)
    expect(post.sent.size).toBe(0)
    expect(await outboxOf(house.tenantId)).toMatchObject([
      { user_id: house.ids.frank, state: 'dropped', why: 'not_seen' },
    ])
  })

  test('a level with nobody to tell is written down as that', async () => {
    const house = await aHouse({ frank: { status: 'left' } })
    await house.plantInquiries(1, { team_id: null })
    const post = aPost()
    expect(await post.run(NOW + 2 * DAY)).toMatchObject({ decided: 1, queued: 1, sent: 0 })
    expect(await outboxOf(house.tenantId)).toMatchObject([{ user_id: '', state: 'dropped', why: 'nobody' }])
  })

  test('whoever has left the firm is told nothing more', async () => {
    const house = await aHouse({ leo: { status: 'left' } })
    await house.plantInquiries(1, { owner_id: house.ids.leo, status: 'assigned' })
    const post = aPost()
    await post.run(NOW + DAY)
    expect(post.told()).toEqual({ frank: 1, david: 1 })
    const [toFrank] = [...post.sent.values()].filter(({ to }) => to[0] === 'frank@house.example')
    expect(toFrank?.text).toMatch(/^This inquiry \(with leo\).* you are the last whom the firm tells\./)
  })

  test('where two are above each other and neither may see it, the last resort is told', async () => {
    const blind = { roles: ['admin' as const] }
    const house = await aHouse({ kevin: blind, david: blind })
    await env.DB.prepare('UPDATE users SET manager_id = ? WHERE id = ?').bind(house.ids.kevin, house.ids.david).run()
    await house.plantInquiries(1)
    const post = aPost()
    await post.run(NOW + 20 * HOUR)
    expect(post.told()).toEqual({ frank: 1 })
  })
})

describe('between writing down and sending', () => {
  /** Everything up to sending, with nobody to send. */
  async function owed(house: House, given: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const id = await house.inquiry(given)
    const waiting = aPost(() => ({ kind: 'retry', afterMs: 60_000, why: 'busy' }))
    await waiting.run(NOW + 20 * HOUR)
    return id
  }

  test('claimed: the mail is dropped, and says why', async () => {
    const house = await aHouse()
    const id = await owed(house)
    await house.claim(id, 'leo')
    const post = aPost()
    expect(await post.run(NOW + 21 * HOUR)).toMatchObject({ sent: 0, dropped: 1 })
    expect(await outboxOf(house.tenantId)).toMatchObject([{ state: 'dropped', why: 'done' }])
  })

  test('given to somebody else: they are told in the place of who had it', async () => {
    const house = await aHouse()
    const id = await owed(house, { owner_id: house.ids.leo })
    expect((await house.edit(id, { owner_id: house.ids.kevin })).status).toBe(200)
    const post = aPost()
    await post.run(NOW + 21 * HOUR)
    expect(post.told()).toEqual({ kevin: 1 })
  })

  test('given to somebody else and back again: who has it in the end is told', async () => {
    const house = await aHouse()
    const id = await owed(house, { owner_id: house.ids.leo })
    const waiting = aPost(() => ({ kind: 'retry', afterMs: 60_000, why: 'busy' }))
    expect((await house.edit(id, { owner_id: house.ids.kevin })).status).toBe(200)
    await waiting.run(NOW + 21 * HOUR)
    expect((await house.edit(id, { owner_id: house.ids.leo }, 2)).status).toBe(200)
    const post = aPost()
    await post.run(NOW + 22 * HOUR)
    await post.run(NOW + 23 * HOUR)
    expect(post.told()).toEqual({ leo: 1 })
  })

  test('given by the leader of the team to one of theirs: who is told twice over is told as what they are by then', async () => {
    const house = await aHouse()
    await env.DB.prepare('UPDATE users SET manager_id = ? WHERE id = ?').bind(house.ids.kevin, house.ids.leo).run()
    const id = await house.inquiry()
    const waiting = aPost(() => ({ kind: 'retry', afterMs: 60_000, why: 'busy' }))
    await waiting.run(NOW + DAY)
    expect((await house.edit(id, { owner_id: house.ids.leo })).status).toBe(200)
    const post = aPost()
    await post.run(NOW + DAY + HOUR)
    expect(post.told()).toEqual({ kevin: 1, leo: 1 })
    const [toKevin] = [...post.sent.values()].filter(({ to }) => to[0] === 'kevin@house.example')
    expect(toKevin?.text).toMatch(/^You are above the one this inquiry is with \(leo\)/)
  })

  test('so late that the next level says more: the earlier one is dropped', async () => {
    const house = await aHouse()
    await owed(house)
    const post = aPost()
    await post.run(NOW + DAY)
    expect(post.told()).toEqual({ kevin: 1, david: 1 })
    expect((await outboxOf(house.tenantId)).map(({ state, why }) => [state, why])).toEqual([
      ['dropped', 'overtaken'],
      ['sent', null],
      ['sent', null],
    ])
  })
})
