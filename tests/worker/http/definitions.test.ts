import { describe, expect, test } from 'vitest'
import { STANDARD_ROAD, WAY_TYPES } from '#shared/workflow/standard/index.ts'
import { quotationWay } from '#shared/workflow/standard/quotation.ts'
import { aUser } from '../../fixtures/builders.ts'
import { aFirm, anIdentity, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'

const PATH = '/v1/definitions/workflows'

/** Three stages, of which the second can be called anything. */
const road = (middle = 'work', more: object = {}) => ({
  key: 'short',
  name: { en: 'Short', 'zh-CN': '短流程' },
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'first', type: 'stage', name: 'First' },
    { key: middle, type: 'stage', name: 'Middle' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'first' },
    { from: 'first', to: middle },
    { from: middle, to: 'done' },
  ],
  ...more,
})

const publish = (firm: Firm, body: object, headers: object = { 'Idempotency-Key': newId() }) =>
  firm.call('POST', PATH, body, { headers: headers as Record<string, string> })

const act = (firm: Firm, action: string, target: object, input: object = {}) =>
  firm.call('POST', `/v1/actions/${action}`, { target, input }, { as: 'mia', headers: { 'Idempotency-Key': newId() } })

async function aDeal(firm: Firm, forward = false) {
  const from = { address: 'thiago.nunes@trilhasul.example' }
  const body = { target: { type: 'deal', id: 'new' }, input: { subject: 'Chairs' }, message: { from } }
  const made = await firm.call('POST', '/v1/actions/start-deal', body, {
    as: 'mia',
    headers: { 'Idempotency-Key': newId() },
  })
  expect(made.status, made.text).toBe(200)
  const { id } = made.body.record
  if (forward) expect((await act(firm, 'advance-deal:first-work', { type: 'deal', id, version: 1 })).status).toBe(200)
  return id as string
}

const dealOf = async (firm: Firm, id: string) => (await firm.call('GET', `/v1/deals/${id}`)).body

describe('reading', () => {
  test('the standard ones are there, as version 1 of their keys', async () => {
    const firm = await aFirm()
    const { status, body } = await firm.call('GET', PATH, undefined, { as: 'mia' })
    expect(status).toBe(200)
    expect(body.definitions.map(({ key }: { key: string }) => key).sort()).toEqual(
      [STANDARD_ROAD.key, ...WAY_TYPES].sort(),
    )
    expect(body.definitions[0]).toEqual({
      key: STANDARD_ROAD.key,
      subject: 'deal',
      name: STANDARD_ROAD.name,
      status: 'published',
      standard: true,
      versions: [{ version: 1, status: 'published', standard: true, publishedAt: null, publishedBy: null }],
    })
    const one = await firm.call('GET', `${PATH}/quotation`, undefined, { as: 'mia' })
    expect(one.body).toEqual(JSON.parse(JSON.stringify(quotationWay)))
    expect((await firm.call('GET', `${PATH}/nothing`)).status).toBe(404)
    expect((await firm.call('GET', `${PATH}/quotation?version=2`)).status).toBe(404)
    expect((await firm.call('GET', `${PATH}/quotation?version=x`)).status).toBe(400)
  })

  test('a published one is given back as it was sent, and is the firm’s alone', async () => {
    const [firm, other] = [await aFirm(), await aFirm()]
    expect((await publish(firm, road())).status).toBe(201)
    expect((await firm.call('GET', `${PATH}/short`, undefined, { as: 'mia' })).body).toEqual({ ...road(), version: 1 })
    expect((await other.call('GET', `${PATH}/short`)).status).toBe(404)
  })
})

describe('publishing', () => {
  test('takes the next version, in three round trips, with an event', async () => {
    const firm = await aFirm()
    const first = await publish(firm, road())
    expect([first.status, first.body]).toEqual([201, { key: 'short', version: 1, subject: 'deal', stored: true }])
    expect(first.trips).toBe(3)
    expect((await publish(firm, road('work', { version: 2 }))).body.version).toBe(2)
    const late = await publish(firm, road('work', { version: 2 }))
    expect([late.status, late.body.problems]).toEqual([
      422,
      [{ field: 'version', code: 'not_next', message: 'The next version is 3.' }],
    ])
    expect((await publish(firm, { ...quotationWay, version: 2 })).body).toMatchObject({ key: 'quotation', version: 2 })
    expect(await count('events', firm.tenantId, "type = 'workflow' AND action = 'published'")).toBe(3)
    const { definitions } = (await firm.call('GET', PATH)).body
    const short = definitions.find(({ key }: { key: string }) => key === 'short')
    expect(short).toMatchObject({ status: 'published', standard: false, subject: 'deal' })
    expect(short.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  })

  test('says all that is wrong, each with its place and the place within an expression, and stores nothing', async () => {
    const firm = await aFirm()
    const before = await wholeDatabase(firm.tenantId)
    const [start, first, ...rest] = road().nodes
    const wrong = road('work', {
      nodes: [start, { ...first, exit_criteria: [{ expr: 'deal.colour = 1', message: 'x' }] }, ...rest],
    })
    const { status, body } = await publish(firm, wrong)
    expect(status).toBe(422)
    expect(body.problems).toEqual([
      {
        field: 'nodes/1/exit_criteria/0/expr',
        code: expect.any(String),
        message: expect.stringContaining('colour'),
        place: expect.objectContaining({ line: 1, column: 6 }),
      },
    ])
    const chinese = await publish(firm, wrong, { 'Idempotency-Key': newId(), 'Accept-Language': 'zh-CN' })
    expect(chinese.body.problems[0].message).toMatch(/没有/)
    const nobody = { key: 'boss', steps: [{ mode: 'any', approvers: [{ user: newId() }] }] }
    expect((await publish(firm, road('work', { approvals: [nobody] }))).body.problems).toEqual([
      expect.objectContaining({ field: 'approvals/0/steps/0/approvers/0/user', code: 'unknown_person' }),
    ])
    for (const body of ['null', '[]', '7', '"x"', '{}', '{"subject":"deal"}', `{"subject":"${'x'.repeat(210_000)}"}`]) {
      expect((await firm.call('POST', PATH, body, { headers: { 'Idempotency-Key': newId() } })).status).toBe(422)
    }
    expect((await publish(firm, road('work', { note: 'x'.repeat(210_000) }))).body.problems[0].code).toBe(
      'too_big_a_file',
    )
    expect((await publish(firm, road(), {})).body.code).toBe('key_missing')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('the same call twice publishes once; the key is good for nothing else', async () => {
    const firm = await aFirm()
    const key = { 'Idempotency-Key': newId() }
    const [one, same, other] = [
      await publish(firm, road(), key),
      await publish(firm, road(), key),
      await publish(firm, road('else'), key),
    ]
    expect([one.status, same.status, same.body]).toEqual([201, 201, one.body])
    expect([other.status, other.body.code]).toEqual([422, 'key_reused'])
    expect(await count('workflows', firm.tenantId)).toBe(1)
  })

  test('of two at once one does, and the other is told that it was too late', async () => {
    const firm = await aFirm()
    const answers = await Promise.all([publish(firm, road()), publish(firm, road('else'))])
    const statuses = answers.map(({ status }) => status).sort()
    // Where one has ended before the other began, it is simply the next version.
    expect([
      [201, 201],
      [201, 409],
    ]).toContainEqual(statuses)
    expect(await count('workflows', firm.tenantId)).toBe(statuses.filter((one) => one === 201).length)
  })

  test('sales reps publish, move and retire nothing', async () => {
    const firm = await aFirm()
    await publish(firm, road())
    const as = { as: 'mia', headers: { 'Idempotency-Key': newId() } }
    expect((await firm.call('POST', PATH, road(), as)).status).toBe(403)
    expect((await firm.call('POST', `${PATH}/short/migration`, { from: 1, to: 1 }, as)).status).toBe(403)
    expect((await firm.call('POST', `${PATH}/short/retirement`, { version: 1 }, as)).status).toBe(403)
  })
})

describe('what runs', () => {
  test('keeps its version, and a new deal takes the newest', async () => {
    const firm = await aFirm()
    await publish(firm, road())
    const old = await aDeal(firm)
    await publish(firm, road('else'))
    const young = await aDeal(firm)
    expect(await dealOf(firm, old)).toMatchObject({ workflow: 'short', workflow_version: 1, stage: 'first' })
    expect(await dealOf(firm, young)).toMatchObject({ workflow: 'short', workflow_version: 2 })
    const moved = await act(firm, 'advance-deal:first-work', { type: 'deal', id: old, version: 1 })
    expect(moved.status, moved.text).toBe(200)
    expect((await dealOf(firm, old)).stage).toBe('work')
  })

  test('goes on by a version that has been retired; nothing new does', async () => {
    const firm = await aFirm()
    await publish(firm, road())
    const old = await aDeal(firm)
    const retired = await firm.call('POST', `${PATH}/short/retirement`, { version: 1 })
    expect([retired.status, retired.body]).toEqual([200, { key: 'short', version: 1, status: 'retired' }])
    expect((await firm.call('POST', `${PATH}/short/retirement`, { version: 1 })).status).toBe(200)
    expect(await dealOf(firm, await aDeal(firm))).toMatchObject({ workflow: STANDARD_ROAD.key, workflow_version: 1 })
    expect((await act(firm, 'advance-deal:first-work', { type: 'deal', id: old, version: 1 })).status).toBe(200)
    expect((await firm.call('POST', `${PATH}/short/retirement`, { version: 9 })).status).toBe(404)
    const standard = await firm.call('POST', `${PATH}/quotation/retirement`, { version: 1 })
    expect([standard.status, standard.body.problems[0].code]).toEqual([422, 'standard'])
    expect(await count('events', firm.tenantId, "type = 'workflow' AND action = 'retired'")).toBe(1)
  })

  test('a dry run tells what would become of each, a page at a time, and stores nothing', async () => {
    const firm = await aFirm()
    await publish(firm, road())
    const [first, second] = [await aDeal(firm), await aDeal(firm, true)]
    const before = await wholeDatabase(firm.tenantId)
    const asked = (query: string) => firm.call('POST', `${PATH}?dryRun=true${query}`, road('else'))
    const { status, body } = await asked('')
    expect(status).toBe(200)
    expect(body).toMatchObject({ key: 'short', version: 2, stored: false, next: null })
    expect(body.deals).toEqual([
      { deal: expect.objectContaining({ id: first }), from: 1, at: ['First'], fate: 'kept' },
      {
        deal: expect.objectContaining({ id: second }),
        from: 1,
        at: ['Middle'],
        fate: 'lost',
        problem: { code: 'no_place', message: '"Middle" has no place in the new version.' },
      },
    ])
    const page = await asked('&limit=1')
    expect(page.body.deals).toHaveLength(1)
    const rest = await asked(`&limit=1&cursor=${encodeURIComponent(page.body.next)}`)
    expect([rest.body.deals[0].deal.id, rest.body.next]).toEqual([second, null])
    expect((await asked('&cursor=x')).status).toBe(400)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('an administrator learns what would become of deals, and not which they are', async () => {
    const firm = await aFirm()
    await publish(firm, road())
    await aDeal(firm)
    const admin = aUser({ id: newId(), email: 'admin@house.example', roles: ['admin'] })
    await plant(firm.tenantId, { user: [admin] })
    const as = await anIdentity(firm.tenantId, admin)
    const { body, text } = await firm.call('POST', `${PATH}?dryRun=true`, road('else'), { as })
    expect(body.deals).toEqual([{ deal: null, from: 1, at: ['First'], fate: 'kept' }])
    expect(text).not.toContain('Chairs')
  })

  test('is moved explicitly, with a map of nodes, in pages that can be asked for again', async () => {
    const firm = await aFirm()
    await publish(firm, road())
    const deals = [await aDeal(firm), await aDeal(firm, true), await aDeal(firm, true)]
    await publish(firm, road('else'))
    const move = (body: object) => firm.call('POST', `${PATH}/short/migration`, { from: 1, to: 2, ...body })

    const preview = await move({ dryRun: true, map: { work: 'else' } })
    expect(preview.body.deals.map(({ fate }: { fate: string }) => fate)).toEqual(['kept', 'moved', 'moved'])
    expect((await dealOf(firm, deals[1] ?? '')).workflow_version).toBe(1)

    // Without the map those that have no place there stay, and keep nobody else.
    const unmapped = await move({})
    expect([unmapped.body.stored, unmapped.body.next]).toEqual([true, null])
    expect(unmapped.body.deals.map(({ fate }: { fate: string }) => fate)).toEqual(['kept', 'lost', 'lost'])
    expect(await dealOf(firm, deals[0] ?? '')).toMatchObject({ workflow_version: 2, stage: 'first' })
    expect(await dealOf(firm, deals[1] ?? '')).toMatchObject({ workflow_version: 1, stage: 'work' })

    const one = await move({ map: { work: 'else' }, limit: 1 })
    expect([one.body.deals.length, one.trips]).toEqual([1, 3])
    const again = await move({ map: { work: 'else' } })
    expect(again.body.deals.map(({ fate }: { fate: string }) => fate)).toEqual(['moved'])
    expect((await move({ map: { work: 'else' } })).body).toEqual({ deals: [], next: null, stored: true })
    for (const id of deals.slice(1))
      expect(await dealOf(firm, id)).toMatchObject({ workflow_version: 2, stage: 'else', version: 3 })
    expect(await count('events', firm.tenantId, "type = 'deal' AND action = 'migrated'")).toBe(3)

    const on = await act(firm, 'advance-deal:else-done', { type: 'deal', id: deals[1], version: 3 })
    expect(on.status, on.text).toBe(200)
    expect((await dealOf(firm, deals[1] ?? '')).status).toBe('won')
    expect((await move({ to: 3 })).status).toBe(404)
    expect((await move({ map: { work: 'nowhere' } })).body.problems[0].field).toBe('map.work')
  })
})
