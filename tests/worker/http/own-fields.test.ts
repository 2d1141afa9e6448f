import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { definitionProblems } from '#shared/record/own-field.ts'
import { isText } from '#shared/record/printable.ts'
import { aCustomer } from '../../fixtures/builders.ts'
import { aDefinition } from '../../fixtures/own-fields.ts'
import { aFirm, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { aColleague, anAdministrator, wrong } from '../own-fields.ts'

const FIELDS = '/v1/definitions/fields'

const patch = (firm: Firm, custom: object, version: number) =>
  firm.call('PATCH', `/v1/customers/${firm.customer.id}`, { custom }, { headers: { 'If-Match': `"${version}"` } })

/** That an administrator is refused, with these words and nothing stored. */
async function refused(firm: Firm, attempt: () => ReturnType<Firm['call']>, expected: string[]): Promise<void> {
  const before = await wholeDatabase(firm.tenantId)
  expect(wrong(await attempt())).toEqual(expected)
  expect(await wholeDatabase(firm.tenantId)).toBe(before)
}

describe('an own field is a record like every other', () => {
  test('with a version, a history, and a key that makes a repeated call one', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const body = { entity: 'customer', key: 'laser_logo', label_en: 'Laser logo', label_zh: '激光LOGO', kind: 'text' }
    const headers = { 'Idempotency-Key': 'once' }
    const [made, again] = [
      await admin.call('POST', FIELDS, body, headers),
      await admin.call('POST', FIELDS, body, headers),
    ]
    expect([made.status, made.headers.get('ETag'), again.body.id]).toEqual([201, '"1"', made.body.id])
    expect(made.body).toMatchObject({ ...body, access: 'open', required: false, in_panel: true, status: 'active' })

    const path = `${FIELDS}/${made.body.id}`
    expect((await admin.change(made, { label_en: 'Logo by laser' })).headers.get('ETag')).toBe('"2"')
    expect((await admin.change(made, { label_en: 'Too late' })).status).toBe(412)
    expect((await admin.call('PATCH', path, { label_en: 'x' })).status).toBe(428)
    expect((await admin.call('GET', path)).body.label_en).toBe('Logo by laser')
    const { events } = (await admin.call('GET', `${path}/events`)).body
    expect(events[0].changes).toMatchObject([{ field: 'label_en', old: 'Laser logo', new: 'Logo by laser' }])
    expect((await admin.call('GET', `${FIELDS}?entity=customer&sort=position`)).body.records).toHaveLength(1)
  })

  test('is described where it is, and nowhere else', async () => {
    const firm = await aFirm()
    const { paths } = (await firm.call('GET', '/openapi.json')).body
    expect(Object.keys(paths[FIELDS])).toEqual(['get', 'post'])
    expect(Object.keys(paths[`${FIELDS}/{id}`])).toEqual(['get', 'patch'])
    const { custom } = paths['/v1/customers'].post.requestBody.content['application/json'].schema.properties
    expect(custom).toMatchObject({ type: 'object', additionalProperties: {} })
    expect((await firm.call('GET', '/v1/own_fields')).status).toBe(404)
  })

  test('is seen by everybody, and kept by administrators alone', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add()
    for (const as of ['david', 'mia', await aColleague(firm, 'qc')]) {
      expect((await firm.call('GET', `${FIELDS}/${made.body.id}`, undefined, { as })).status).toBe(200)
      const headers = { 'If-Match': '"1"' }
      const body = { entity: 'order', key: 'mine', label_en: 'x', label_zh: 'x', kind: 'text' }
      expect((await firm.call('POST', FIELDS, body, { as })).status).toBe(403)
      for (const change of [{ label_en: 'x' }, { options: ['x'] }, { status: 'retired' }])
        expect((await firm.call('PATCH', `${FIELDS}/${made.body.id}`, change, { as, headers })).status).toBe(403)
    }
    expect(await count('own_fields', firm.tenantId)).toBe(1)
  })

  test('another firm knows nothing of it, and may have one of the same key', async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const made = await (await anAdministrator(ours)).add()
    const other = await anAdministrator(theirs)
    expect((await other.call('GET', `${FIELDS}/${made.body.id}`)).status).toBe(404)
    expect((await theirs.call('GET', '/v1/customers?custom.laser_logo=x')).status).toBe(400)
    expect((await other.add({ kind: 'number' })).status).toBe(201)
  })
})

describe('of administrators at once', () => {
  test('one gives a key its meaning, the others are told that it has one', async () => {
    const firm = await aFirm()
    const [one, other] = [await anAdministrator(firm), await anAdministrator(firm)]
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).add({ label_en: `Name ${i}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(wrong(answer)).toEqual(['409', 'key duplicate'])
    expect(await count('own_fields', firm.tenantId)).toBe(1)
  })

  test('every one’s field is there afterwards', async () => {
    const firm = await aFirm()
    const [one, other] = [await anAdministrator(firm), await anAdministrator(firm)]
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).add({ key: `field_${i}`, position: i })),
    )
    const custom = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`field_${i}`, String(i)]))
    expect((await patch(firm, custom, 1)).body.custom).toEqual(custom)
    const kept = await wholeDatabase(firm.tenantId)
    await plant(firm.tenantId, {})
    expect(await wholeDatabase(firm.tenantId)).toBe(kept)
  })

  test('of two changes one is saved and the other sees it', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add()
    const answers = await Promise.all(['a', 'b', 'c'].map((label_en) => admin.change(made, { label_en })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
    const saved = answers.find(({ status }) => status === 200)?.body.label_en
    for (const { status, body } of answers) if (status === 412) expect(body.current.label_en).toBe(saved)
  })
})

describe('what cannot be a field is refused, with the reason at its place and nothing stored', () => {
  const cases: [string, object, string[]][] = [
    ['a key in capitals', { key: 'Laser' }, ['400', 'key key']],
    ['a key that breaks out of a path', { key: "x') OR 1=1 --" }, ['400', 'key key']],
    ['the key of a standard field', { key: 'name' }, ['400', 'key reserved']],
    ['the key of bookkeeping', { key: 'version' }, ['400', 'key reserved']],
    ['a name of every object', { key: 'constructor' }, ['400', 'key reserved']],
    ['a name that cannot be seen', { label_zh: '\u200b' }, ['400', 'label_zh required']],
    ['a choice without choices', { kind: 'choice' }, ['400', 'options required']],
    ['choices for a date', { kind: 'date', options: ['x'] }, ['400', 'options only_for']],
    ['a choice twice', { kind: 'choice', options: ['x', 'x'] }, ['400', 'options twice']],
    ['101 choices', { kind: 'choice', options: Array.from({ length: 101 }, String) }, ['400', 'options too_long']],
    ['an amount in no currency', { kind: 'money' }, ['400', 'currency required']],
    ['an amount in a currency that is none', { kind: 'money', currency: 'XXY' }, ['400', 'currency currency']],
    ['a currency for a text', { currency: 'USD' }, ['400', 'currency only_for']],
    ['a kind that there is not', { kind: 'formula' }, ['400', 'kind choice']],
    ['a type that has none', { entity: 'installment' }, ['400', 'entity choice']],
    ['a class that there is not', { access: 'secret' }, ['400', 'access choice']],
    ['more than one thing', { key: 'id', label_en: ' ', kind: 'choice' }, ['400', 'label_en required']],
  ]

  test.each(cases)('%s', async (_, given, expected) => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await refused(firm, () => admin.add(given), expected)
  })

  test('what it is of, its key, its kind and its currency never change', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add({ kind: 'money', currency: 'USD' })
    for (const [key, value] of Object.entries({ entity: 'order', key: 'other', kind: 'text', currency: 'EUR' }))
      await refused(firm, () => admin.change(made, { [key]: value }), ['400', `${key} unknown`])
  })

  test('sixty of a type are enough; a retired one makes room, and stays known by its key', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = []
    for (let i = 0; i < 60; i++) made.push(await admin.add({ key: `field_${i}` }))
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    await refused(firm, () => admin.add({ key: 'one_more' }), ['400', 'entity too_many'])
    expect((await admin.add({ entity: 'order', key: 'one_more' })).status).toBe(201)
    const [first] = made
    if (!first) throw new Error('there is none')
    expect((await admin.change(first, { label_en: 'Still to be changed' })).status).toBe(200)
    const seen = await admin.call('GET', `${FIELDS}/${first.body.id}`)
    const retired = await admin.change(seen, { status: 'retired' })
    expect(retired.status).toBe(200)
    await refused(firm, () => admin.add({ key: 'field_0' }), ['409', 'key duplicate'])
    expect((await admin.add({ key: 'one_more' })).status).toBe(201)
    await refused(firm, () => admin.change(retired, { status: 'active' }), ['400', 'status too_many'])
  })

  test('choices of a type have room for forty thousand letters in all', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const options = Array.from({ length: 100 }, (_, i) => `${i} ${'字'.repeat(50)}`)
    for (let i = 0; i < 7; i++)
      expect((await admin.add({ key: `field_${i}`, kind: 'choice', options })).status).toBe(201)
    await refused(firm, () => admin.add({ key: 'more', kind: 'choice', options }), ['400', 'options too_long'])
    const small = await admin.add({ key: 'more', kind: 'choice', options: ['x'] })
    await refused(firm, () => admin.change(small, { options }), ['400', 'options too_long'])
    expect((await admin.change(small, { label_en: 'Small' })).status).toBe(200)
  })
})

describe('what is filled in keeps its place and its meaning', () => {
  test('a choice that a record has cannot be dropped, and is named', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add({ kind: 'choice', options: ['none', '1 side', '2 sides'] })
    await patch(firm, { laser_logo: '1 side' }, 1)
    await refused(firm, () => admin.change(made, { options: ['none', '2 sides'] }), ['400', 'options option_held'])
    const { body } = await admin.change(made, { options: ['2 sides', 'None', '1  side'] })
    expect(body.problems[0].message).toBe('There are records with "1 side".')
    const changed = await admin.change(made, { options: ['1 side', 'round about'] })
    expect(changed.body.options).toEqual(['1 side', 'round about'])
    expect(wrong(await patch(firm, { laser_logo: 'none' }, 2))).toEqual(['400', 'custom.laser_logo choice'])
    await patch(firm, { laser_logo: 'round about' }, 2)
    expect((await admin.change(changed, { options: ['round about'] })).status).toBe(200)
  })

  test.each([
    ['text', 'x'],
    ['number', 0],
    ['boolean', false],
    ['date', '2026-10-20'],
  ] as const)('a field of kind %s that a record has a value of cannot be retired', async (kind, value) => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add({ kind })
    expect((await patch(firm, { laser_logo: value }, 1)).status).toBe(200)
    await refused(firm, () => admin.change(made, { status: 'retired' }), ['400', 'status held'])
    await patch(firm, { laser_logo: null }, 2)
    expect((await admin.change(made, { status: 'retired' })).status).toBe(200)
    expect(wrong(await patch(firm, { laser_logo: value }, 3))).toEqual(['400', 'custom.laser_logo unknown'])
  })

  test('an administrator learns nothing of what people wrote', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add()
    await patch(firm, { laser_logo: 'in confidence' }, 1)
    for (const change of [{ options: ['x'] }, { options: [] }, { status: 'retired', options: ['x'] }]) {
      const answer = await admin.change(made, change)
      expect([change, answer.text]).toEqual([change, expect.not.stringContaining('in confidence')])
    }
  })

  test('whichever type it is of, and whatever else the firm has', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const ofContact = await admin.add({ entity: 'contact' })
    const ofOrder = await admin.add({ entity: 'order' })
    const headers = { 'If-Match': '"1"' }
    await firm.call('PATCH', `/v1/orders/${firm.order.id}`, { custom: { laser_logo: 'x' } }, { headers })
    await plant(firm.tenantId, { customer: [aCustomer({ id: newId(), custom: { laser_logo: 'x' } })] })
    expect((await admin.change(ofContact, { status: 'retired' })).status).toBe(200)
    await refused(firm, () => admin.change(ofOrder, { status: 'retired' }), ['400', 'status held'])
  })

  test('who sees it, how it is called and where it shows are decisions about people, and free', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    const made = await admin.add()
    await patch(firm, { laser_logo: 'x' }, 1)
    const change = {
      access: 'cost',
      label_en: 'Engraving',
      required: true,
      in_panel: false,
      in_forms: false,
      position: 3,
    }
    expect((await admin.change(made, change)).body).toMatchObject(change)
  })
})

describe.skipIf(env.NAUGHTY.length === 0)(
  'the big list of naughty strings (skipped where the corpora are missing)',
  () => {
    /** Several strings at a time: most of a call is waiting. */
    const eachNaughty = (lane: (strings: readonly string[], lane: number) => Promise<void>) =>
      Promise.all(
        LANES.map((n) =>
          lane(
            env.NAUGHTY.filter((_, i) => i % LANES.length === n),
            n,
          ),
        ),
      )
    const LANES = [0, 1, 2, 3, 4, 5]

    test('as a key: refused, every one', async () => {
      const firm = await aFirm()
      const admin = await anAdministrator(firm)
      const plain = /^[a-z][a-z0-9_]{1,39}$/
      await eachNaughty(async (keys) => {
        for (const key of keys) {
          const answer = await admin.add({ key })
          if (plain.test(key) && !(key in {})) expect([key, answer.status]).toEqual([key, 201])
          else expect([answer.status, answer.body.problems[0].field]).toEqual([400, 'key'])
        }
      })
    })

    test('as a name: comes back as it was sent, or is refused with the field named', async () => {
      const firm = await aFirm()
      const admin = await anAdministrator(firm)
      await eachNaughty(async (labels, lane) => {
        let made = await admin.add({ key: `field_${lane}` })
        for (const label_en of labels) {
          const answer = await admin.change(made, { label_en })
          if (answer.status === 200) {
            expect(answer.body.label_en).toBe(label_en)
            made = answer
          } else expect([answer.status, answer.body.problems[0].field]).toEqual([400, 'label_en'])
        }
      })
    })

    test('as a choice: can be chosen, filtered by and shown as it is, or is refused', async () => {
      const firm = await aFirm()
      const admin = await anAdministrator(firm)
      const options: string[] = []
      await eachNaughty(async (strings) => {
        for (const option of strings) {
          const given = aDefinition({ kind: 'choice', options: [option] })
          if (definitionProblems(given, 'en').length === 0 && isText(option, 60)) options.push(option)
          else
            expect((await admin.add({ kind: 'choice', options: [option] })).body.problems[0].field).toMatch(/^options/)
        }
      })
      expect(options.length).toBeGreaterThan(300)
      const distinct = [...new Set(options)]
      const customers = distinct.map((option, i) =>
        aCustomer({ id: newId(), custom: { [`field_${Math.floor(i / 90)}`]: option } }),
      )
      await plant(firm.tenantId, { customer: customers })
      for (let i = 0; i * 90 < distinct.length; i++) {
        const made = await admin.add({
          key: `field_${i}`,
          kind: 'choice',
          options: distinct.slice(i * 90, (i + 1) * 90),
        })
        expect(made.status).toBe(201)
      }
      await eachNaughty(async (_, lane) => {
        for (const [i, option] of distinct.entries()) {
          if (option === 'null' || i % LANES.length !== lane) continue
          const query = new URLSearchParams({ [`custom.field_${Math.floor(i / 90)}`]: option })
          const { body } = await firm.call('GET', `/v1/customers?${query}`)
          expect(body.records.map(({ custom }: { custom: object }) => Object.values(custom)[0])).toEqual([option])
        }
      })
    })
  },
)
