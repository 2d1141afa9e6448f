import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCustomer, anOrder, anOwnField } from '../../fixtures/builders.ts'
import { ONE_OF_EACH } from '../../fixtures/own-fields.ts'
import { type Answer, aFirm, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { anAdministrator, wrong } from '../own-fields.ts'

type As = { readonly as?: string }

const patch = (firm: Firm, body: object, version: number, { as = 'david' }: As = {}) =>
  firm.call('PATCH', `/v1/customers/${firm.customer.id}`, body, { as, headers: { 'If-Match': `"${version}"` } })

const panelOf = (firm: Firm, { as = 'david' }: As = {}) =>
  firm.call('POST', '/v1/panel', { record: { type: 'order', id: firm.order.id } }, { as })

interface Shown {
  readonly kind: string
  readonly label?: string
  readonly value?: string
  readonly action?: string
  readonly fields?: readonly { readonly key: string }[]
}

const full = (answer: Answer, key: string): Shown[] =>
  answer.body.sections.find((one: { key: string }) => one.key === key)?.full ?? []

const fact = (widgets: readonly Shown[], label: string) => widgets.find((one) => one.label === label)?.value

const asked = (widgets: readonly Shown[], action: string): string[] =>
  widgets.find((one) => one.action === action)?.fields?.map(({ key }) => key) ?? []

test('a field is there for everybody from the moment it is added', async () => {
  const firm = await aFirm()
  const admin = await anAdministrator(firm)
  const value = { custom: { laser_logo: '1 side' } }
  const calls = [
    () => patch(firm, value, 1, { as: 'mia' }),
    () => firm.call('GET', '/v1/customers?custom.laser_logo=1+side', undefined, { as: 'mia' }),
    () => firm.call('GET', '/v1/customers?sort=-custom.laser_logo', undefined, { as: 'mia' }),
  ]
  const [write, filter, sort] = calls.map((call) => call())
  expect(wrong((await write) as Answer)).toEqual(['400', 'custom.laser_logo unknown'])
  expect(wrong((await filter) as Answer)).toEqual(['400', 'custom.laser_logo unknown'])
  expect(wrong((await sort) as Answer)).toEqual(['400', 'sort unknown'])
  expect(asked(full(await panelOf(firm), 'who'), 'edit-customer')).not.toContain('custom.laser_logo')

  await admin.add({ kind: 'choice', options: ['none', '1 side'] })
  const path = `/v1/customers/${firm.customer.id}`
  for (const call of calls) expect((await call()).status).toBe(200)
  expect((await firm.call('GET', path)).body.custom).toEqual(value.custom)
  const found = await firm.call('GET', '/v1/customers?custom.laser_logo=1+side', undefined, { as: 'mia' })
  expect(found.body.records).toMatchObject([{ id: firm.customer.id, ...value }])
  expect((await firm.call('GET', `${path}/events`)).body.events[0]).toMatchObject({
    version: 2,
    action: 'edited',
    changes: [{ field: 'custom.laser_logo', old: null, new: '1 side' }],
  })
  const panel = await panelOf(firm, { as: 'mia' })
  expect(fact(full(panel, 'who'), 'Laser logo')).toBe('1 side')
  expect(asked(full(panel, 'who'), 'edit-customer')).toContain('custom.laser_logo')
  const made = await firm.call('POST', '/v1/customers', {
    name: 'B',
    country: 'DE',
    timezone: 'Europe/Berlin',
    ...value,
  })
  expect([made.status, made.body.custom]).toEqual([201, value.custom])
})

describe('values', () => {
  const VALUES = {
    a_text: 'x <b>&amp;',
    some_lines: 'x\ny',
    a_number: -12_500,
    a_choice: '1 side',
    a_date: '2026-10-20',
    an_amount: 123_450,
    some_yen: 0,
    yes_or_no: false,
  }

  async function withAll(firm: Firm) {
    const admin = await anAdministrator(firm)
    for (const { key, kind, options, currency } of ONE_OF_EACH) {
      const added = await admin.add({
        key,
        kind,
        label_en: key,
        ...(options ? { options } : {}),
        ...(currency ? { currency } : {}),
      })
      expect(added.status).toBe(201)
    }
    return admin
  }

  test('of every kind are stored, given back, found and shown', async () => {
    const firm = await aFirm()
    await withAll(firm)
    await plant(firm.tenantId, { customer: [aCustomer({ id: newId() })] })
    expect((await patch(firm, { custom: VALUES }, 1)).body.custom).toEqual(VALUES)
    for (const [key, value] of Object.entries(VALUES)) {
      const query = new URLSearchParams({ [`custom.${key}`]: String(value) })
      const { body } = await firm.call('GET', `/v1/customers?${query}`)
      expect([key, body.records.map(({ id }: { id: string }) => id)]).toEqual([key, [firm.customer.id]])
      const others = await firm.call('GET', `/v1/customers?custom.${key}=null`)
      expect(others.body.records).toHaveLength(1)
    }
    const who = full(await panelOf(firm), 'who')
    expect(Object.keys(VALUES).map((key) => fact(who, key))).toEqual([
      'x <b>&amp;',
      'x\ny',
      '−12.5',
      '1 side',
      '2026-10-20',
      'USD 1,234.50',
      'JPY 0',
      'No',
    ])
  })

  test('that are not of their kind are refused by name, and nothing is stored', async () => {
    const firm = await aFirm()
    await withAll(firm)
    const before = await wholeDatabase(firm.tenantId)
    const bad = {
      a_text: ['x\ny', 5, 'x'.repeat(501), '\u0000'],
      some_lines: ['\ud800', {}],
      a_number: ['12.5', 12.5, 1e300],
      a_choice: ['3 sides', 'constructor', ''],
      a_date: ['2026-02-30', 20],
      an_amount: ['5', 1.5, 9e15],
      yes_or_no: ['true', 1],
    }
    for (const [key, values] of Object.entries(bad))
      for (const value of values) {
        const [status, first] = wrong(await patch(firm, { custom: { [key]: value } }, 1))
        expect([status, first]).toEqual(['400', expect.stringMatching(`^custom\\.${key} `)])
      }
    for (const custom of ['x', 5, [], null, { other: 1 }, { 'a.b': 1 }, { constructor: 1 }])
      expect((await patch(firm, { custom }, 1)).body.problems[0].field).toMatch(/^custom/)
    for (const body of [{ 'custom.a_text': 'x' }, { a_text: 'x' }])
      expect(wrong(await patch(firm, body, 1))).toEqual(['400', `${Object.keys(body)[0]} unknown`])
    for (const [type, id] of [['installments', firm.balance.id]])
      expect(
        (await firm.call('PATCH', `/v1/${type}/${id}`, { custom: {} }, { headers: { 'If-Match': '"1"' } })).status,
      ).toBe(400)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('one after the other stay beside each other, and emptied ones are gone', async () => {
    const firm = await aFirm()
    await withAll(firm)
    await patch(firm, { custom: { a_text: 'x' } }, 1)
    await patch(firm, { custom: { a_number: 5 }, city: 'Santos' }, 2)
    expect((await patch(firm, { custom: { a_text: 'x' } }, 3)).body.version).toBe(3)
    const emptied = await patch(firm, { custom: { a_text: null } }, 3)
    expect(emptied.body).toMatchObject({ city: 'Santos', custom: { a_number: 5 } })
    expect(emptied.body.custom).not.toHaveProperty('a_text')
    const { events } = (await firm.call('GET', `/v1/customers/${firm.customer.id}/events`)).body
    expect(events.map(({ changes }: { changes: unknown }) => changes)).toMatchObject([
      [{ field: 'custom.a_text', old: 'x', new: null }],
      expect.arrayContaining([expect.objectContaining({ field: 'custom.a_number', old: null, new: 5 })]),
      [{ field: 'custom.a_text', old: null, new: 'x' }],
    ])
  })

  test('of two people at once on different fields one is saved, and nothing of the other', async () => {
    const firm = await aFirm()
    await withAll(firm)
    const answers = await Promise.all([
      patch(firm, { custom: { a_text: 'x' } }, 1, { as: 'mia' }),
      patch(firm, { custom: { a_number: 5 } }, 1),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const saved = answers.find(({ status }) => status === 200)?.body.custom
    expect((await firm.call('GET', `/v1/customers/${firm.customer.id}`)).body.custom).toEqual(saved)
  })

  test('a list sorted by any kind pages through everything once', async () => {
    const firm = await aFirm()
    await withAll(firm)
    const customers = Array.from({ length: 12 }, (_, i) =>
      aCustomer({
        id: newId(),
        country: 'DE',
        custom:
          i % 4 === 0
            ? {}
            : { ...VALUES, a_text: `${i % 3}`, a_number: i % 3, a_date: `2026-10-1${i % 3}`, yes_or_no: i % 2 === 0 },
      }),
    )
    await plant(firm.tenantId, { customer: customers })
    for (const key of Object.keys(VALUES)) {
      for (const sort of [`custom.${key}`, `-custom.${key}`]) {
        const seen: { id: string; custom: Record<string, unknown> }[] = []
        let next = ''
        do {
          const cursor = next && `&cursor=${encodeURIComponent(next)}`
          const page = await firm.call('GET', `/v1/customers?country=DE&sort=${sort}&limit=5${cursor}`)
          expect(page.status).toBe(200)
          seen.push(...page.body.records)
          next = page.body.next
        } while (next)
        expect([sort, seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([sort, 12, 12])
        const values = seen.map(({ custom }) => custom[key] ?? null)
        const inOrder = [...values].sort((a, b) => (a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1))
        expect([sort, values]).toEqual([sort, sort.startsWith('-') ? inOrder.reverse() : inOrder])
      }
    }
  })

  test('a list filters by an own field among others, and takes no place that is none', async () => {
    const firm = await aFirm()
    await withAll(firm)
    await patch(firm, { custom: VALUES }, 1)
    const list = (query: string) => firm.call('GET', `/v1/customers?${query}`)
    expect((await list('custom.a_text=x+%3Cb%3E%26amp%3B&country=BR&sort=name')).body.records).toHaveLength(1)
    expect((await list('custom.a_number=12500')).body.records).toEqual([])
    for (const query of ['custom.a_number=x', 'custom.yes_or_no=1', 'custom.a_date=today'])
      expect((await list(query)).status).toBe(400)
    for (const query of [
      'custom=x',
      'custom.=x',
      'custom.constructor=x',
      "custom.a_text')=x",
      "sort=custom.a_text')",
      'sort=custom',
      'sort=custom.other',
    ])
      expect([query, (await list(query)).status]).toEqual([query, 400])
  })

  test('whatever JSON stands in the place of them: never a failure, and nothing stored unless it says so', async () => {
    const firm = await aFirm()
    await withAll(firm)
    let before = await wholeDatabase(firm.tenantId)
    let version = 1
    const aKey = fc.constantFrom(...Object.keys(VALUES), '__proto__', 'constructor', 'other')
    const custom = fc.oneof(fc.dictionary(aKey, fc.jsonValue({ maxDepth: 1 })), fc.jsonValue({ maxDepth: 2 }))
    await fc.assert(
      fc.asyncProperty(custom, async (custom) => {
        const answer = await patch(firm, { custom }, version)
        expect(answer.status).toBeLessThan(500)
        const now = await wholeDatabase(firm.tenantId)
        if (answer.status >= 400) expect(now).toBe(before)
        else version = answer.body.version
        before = now
      }),
      { numRuns: 60 },
    )
  })
})

describe('a field of a class', () => {
  const SECRET = 'known to few'

  /** Of a customer and an order, for those who see costs: David does, Mia does not. */
  async function aFirmWithASecret() {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await admin.add({ access: 'cost', label_en: 'Secret label' })
    const ofOrder = await admin.add({ entity: 'order', access: 'cost', label_en: 'Secret label' })
    await patch(firm, { custom: { laser_logo: SECRET } }, 1)
    const headers = { 'If-Match': '"1"' }
    const body = { custom: { laser_logo: SECRET } }
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, body, { headers })
    return { firm, admin, ofOrder }
  }

  test('is nowhere for those who do not see the class', async () => {
    const { firm } = await aFirmWithASecret()
    const customer = `/v1/customers/${firm.customer.id}`
    const reads = [
      () => firm.call('GET', customer, undefined, { as: 'mia' }),
      () => firm.call('GET', '/v1/customers', undefined, { as: 'mia' }),
      () => firm.call('GET', `${customer}/events`, undefined, { as: 'mia' }),
      () => firm.call('GET', `/v1/orders/${firm.order.id}`, undefined, { as: 'mia' }),
      () => firm.call('GET', `/v1/orders/${firm.order.id}/events`, undefined, { as: 'mia' }),
      () => patch(firm, { city: 'x' }, 1, { as: 'mia' }),
      () => panelOf(firm, { as: 'mia' }),
      () =>
        firm.call(
          'POST',
          '/v1/panel',
          { record: { type: 'order', id: firm.order.id } },
          {
            as: 'mia',
            headers: { Accept: 'text/html' },
          },
        ),
      () =>
        firm.call(
          'POST',
          '/v1/actions/edit-customer',
          { target: { type: 'customer', id: firm.customer.id, version: 1 }, input: {} },
          { as: 'mia', headers: { 'Idempotency-Key': newId() } },
        ),
    ]
    for (const read of reads) expect((await read()).text).not.toMatch(/known to few|laser_logo|Secret label/)
    expect((await panelOf(firm)).text).toContain('Secret label')
    expect((await firm.call('GET', customer)).body.custom).toEqual({ laser_logo: SECRET })
  })

  test('is unknown when they name it, just as one that does not exist', async () => {
    const { firm } = await aFirmWithASecret()
    const before = await wholeDatabase(firm.tenantId)
    const as = 'mia'
    for (const key of ['laser_logo', 'no_such']) {
      const unknown = ['400', `custom.${key} unknown`]
      expect(wrong(await patch(firm, { custom: { [key]: 'x' } }, 2, { as }))).toEqual(unknown)
      const body = { name: 'B', country: 'DE', timezone: 'Europe/Berlin', custom: { [key]: 'x' } }
      expect(wrong(await firm.call('POST', '/v1/customers', body, { as }))).toEqual(unknown)
      expect(wrong(await firm.call('GET', `/v1/customers?custom.${key}=x`, undefined, { as }))).toEqual(unknown)
      expect(wrong(await firm.call('GET', `/v1/customers?sort=custom.${key}`, undefined, { as }))).toEqual([
        '400',
        'sort unknown',
      ])
      const typed = {
        target: { type: 'customer', id: firm.customer.id, version: 2 },
        input: { [`custom.${key}`]: 'x' },
      }
      const headers = { 'Idempotency-Key': newId() }
      expect(wrong(await firm.call('POST', '/v1/actions/edit-customer', typed, { as, headers }))).toEqual([
        '422',
        `custom.${key} unknown`,
      ])
    }
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('stays what it is when somebody changes the rest who does not see it', async () => {
    const { firm, admin } = await aFirmWithASecret()
    await admin.add({ key: 'open_one' })
    expect((await patch(firm, { custom: { open_one: 'x' } }, 2, { as: 'mia' })).body.custom).toEqual({ open_one: 'x' })
    expect((await firm.call('GET', `/v1/customers/${firm.customer.id}`)).body.custom).toEqual({
      laser_logo: SECRET,
      open_one: 'x',
    })
  })

  test('opens and closes with the administrator’s next word', async () => {
    const { firm, admin, ofOrder } = await aFirmWithASecret()
    const seen = async () =>
      (await firm.call('GET', `/v1/orders/${firm.order.id}`, undefined, { as: 'mia' })).body.custom
    expect(await seen()).toEqual({})
    const opened = await admin.change(ofOrder, { access: 'open' })
    expect(await seen()).toEqual({ laser_logo: SECRET })
    await admin.change(opened, { access: 'profit' })
    expect(await seen()).toEqual({})
  })

  test('the history of one that is in use no more is nobody’s', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add({ access: 'cost' })
    await patch(firm, { custom: { laser_logo: SECRET } }, 1)
    await patch(firm, { custom: { laser_logo: null } }, 2)
    await admin.change(made, { status: 'retired' })
    for (const as of ['david', 'mia'])
      expect(
        (await firm.call('GET', `/v1/customers/${firm.customer.id}/events`, undefined, { as })).text,
      ).not.toContain(SECRET)
  })
})

describe('a field that must be filled in', () => {
  test('is asked of every new record, and cannot be emptied; those that are there already may stay as they are', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await admin.add({ required: true })
    const body = { name: 'B', country: 'DE', timezone: 'Europe/Berlin' }
    for (const custom of [undefined, {}])
      expect(wrong(await firm.call('POST', '/v1/customers', { ...body, custom }))).toEqual([
        '400',
        'custom.laser_logo required',
      ])
    expect((await firm.call('POST', '/v1/customers', { ...body, custom: { laser_logo: 'x' } })).status).toBe(201)
    expect((await patch(firm, { city: 'Santos' }, 1)).status).toBe(200)
    await patch(firm, { custom: { laser_logo: 'x' } }, 2)
    for (const nothing of [null, '', ' '])
      expect((await patch(firm, { custom: { laser_logo: nothing } }, 3)).body.problems[0].field).toBe(
        'custom.laser_logo',
      )
  })

  test('of a class is not asked of those who do not see it', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await admin.add({ required: true, access: 'cost' })
    const body = { name: 'B', country: 'DE', timezone: 'Europe/Berlin' }
    expect((await firm.call('POST', '/v1/customers', body, { as: 'mia' })).status).toBe(201)
    expect((await firm.call('POST', '/v1/customers', body)).status).toBe(400)
  })
})

describe('what it costs', () => {
  /** Round trips and rows of a panel, of an answer that stores, and of a list. */
  async function costs(firm: Firm, version: number) {
    const answers = [
      await panelOf(firm),
      await firm.call('POST', '/v1/panel', { message: { from: { address: 'thiago.nunes@trilhasul.example' } } }),
      await patch(firm, { city: `City ${version}` }, version),
      await firm.call('GET', '/v1/customers'),
    ]
    return answers.map(({ status, trips, rowsRead }) => ({ status, trips, rowsRead }))
  }

  test('sixty own fields of everything, filled in, cost no round trip and no row more than none', async () => {
    const firm = await aFirm()
    await plant(firm.tenantId, { order: [anOrder({ id: newId(), customer_id: firm.customer.id })] })
    const without = await costs(firm, 1)
    expect(without.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const keys = Array.from({ length: 60 }, (_, i) => `field_${i}`)
    const entities = ['customer', 'contact', 'inquiry', 'order'] as const
    const fields = entities.flatMap((entity) => keys.map((key) => anOwnField({ id: newId(), entity, key })))
    await plant(firm.tenantId, { own_field: fields })
    const custom = JSON.stringify(Object.fromEntries(keys.map((key, i) => [key, `value ${i}`])))
    for (const table of ['customers', 'contacts', 'orders'])
      await env.DB.prepare(`UPDATE ${table} SET custom = ? WHERE tenant_id = ?`).bind(custom, firm.tenantId).run()
    expect(await costs(firm, 2)).toEqual(without)
    const panel = await panelOf(firm)
    expect(panel.text.split('value 59').length - 1).toBeGreaterThan(4)
  })
})
