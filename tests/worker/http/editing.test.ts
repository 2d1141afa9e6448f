import { describe, expect, test } from 'vitest'
import type { Card } from '#shared/panel/render/card-json.ts'
import { aCustomer, anOrder, anOwnField } from '../../fixtures/builders.ts'
import { type Answer, aFirm, count, type Firm, newId, plant, wholeDatabase } from '../firm.ts'
import { cardOf, gmailOf, inputNames, tokenOf, typed } from '../gmail-stage.ts'
import { aColleague, anAdministrator, wrong } from '../own-fields.ts'

interface Given {
  readonly as?: string
  readonly version?: number
  readonly key?: string
}

const act = (firm: Firm, action: string, target: object, input: object, { as = 'david', key = newId() }: Given = {}) =>
  firm.call(
    'POST',
    `/v1/actions/${action}`,
    { host: 'outlook', target, input },
    { as, headers: { 'Idempotency-Key': key } },
  )

const editCustomer = (firm: Firm, input: object, { version = 1, ...given }: Given = {}) =>
  act(firm, 'edit-customer', { type: 'customer', id: firm.customer.id, version }, input, given)

const editOrder = (firm: Firm, input: object, { version = 1, ...given }: Given = {}) =>
  act(firm, 'edit-order', { type: 'order', id: firm.order.id, version }, input, given)

const changesOf = async (firm: Firm, path: string) => (await firm.call('GET', `${path}/events`)).body.events[0]

interface Form {
  readonly kind: string
  readonly action?: string
  readonly label?: string
  readonly target?: { readonly id: string }
  readonly primary?: true
  readonly fields?: readonly { readonly key: string; readonly label: string; readonly value?: string }[]
}

async function formsOf(firm: Firm, given: Given = {}): Promise<Form[]> {
  const record = { type: 'order', id: firm.order.id }
  const answer = await firm.call('POST', '/v1/panel', { record }, { as: given.as ?? 'david' })
  const sections: { summary: Form[]; full?: Form[] }[] = answer.body.sections
  return sections.flatMap(({ summary, full }) => full ?? summary).filter(({ kind }) => kind === 'form')
}

/** What a form says when nothing in it is touched: as a page sends it. */
const untouched = (form: Form | undefined) =>
  Object.fromEntries((form?.fields ?? []).map(({ key, value }) => [key, value || null]))

test('a customer and each order can be changed where they are shown; the next step stays the first thing to do', async () => {
  const firm = await aFirm()
  const second = anOrder({ id: newId(), customer_id: firm.customer.id })
  await plant(firm.tenantId, { order: [second] })
  const forms = await formsOf(firm)
  const edits = forms.filter(({ action }) => action === 'edit-order')
  expect(edits.map(({ target }) => target?.id).sort()).toEqual([firm.order.id, second.id].sort())
  expect(edits.map(({ label }) => label)).toContain(`Edit ${firm.order.doc_no}`)
  expect(forms.filter(({ action }) => action === 'edit-customer')).toHaveLength(1)
  expect(forms.filter(({ primary }) => primary).map(({ action }) => action)).toEqual(['advance-order'])
})

test('of a form that nobody touched nothing is stored, and that is said', async () => {
  const firm = await aFirm()
  const custom = { a_number: 12_500, an_amount: 123_450, yes_or_no: false, some_lines: 'a\r\nb', a_choice: 'gone' }
  const fields = [
    anOwnField({ id: newId(), key: 'a_number', kind: 'number' }),
    anOwnField({ id: newId(), key: 'an_amount', kind: 'money', currency: 'USD' }),
    anOwnField({ id: newId(), key: 'yes_or_no', kind: 'boolean' }),
    anOwnField({ id: newId(), key: 'some_lines', kind: 'lines' }),
    anOwnField({ id: newId(), key: 'a_choice', kind: 'choice', options: ['here'] }),
    anOwnField({ id: newId(), key: 'nothing', kind: 'date' }),
  ]
  const other = aCustomer({ id: newId(), owner_id: firm.mia.id, custom, remark: 'one\r\ntwo' })
  await plant(firm.tenantId, { own_field: fields, customer: [other] })
  const record = { type: 'customer', id: other.id }
  const panel = await firm.call('POST', '/v1/panel', { record })
  const who = panel.body.sections.find(({ key }: { key: string }) => key === 'who')
  const form: Form = who.full.find(({ action }: Partial<Form>) => action === 'edit-customer')
  expect(form.fields?.find(({ key }) => key === 'custom.an_amount')).toMatchObject({
    label: 'Laser logo (USD)',
    value: '1234.50',
  })
  const before = await wholeDatabase(firm.tenantId)
  const answer = await act(firm, 'edit-customer', { ...record, version: 1 }, untouched(form))
  expect(wrong(answer)).toEqual(['422', 'input unchanged'])
  expect(answer.body.problems[0].message).toBe('There is nothing to change.')
  expect(await wholeDatabase(firm.tenantId)).toBe(before)
  // One thing changed is one thing changed.
  const changed = await act(firm, 'edit-customer', { ...record, version: 1 }, { ...untouched(form), city: 'Santos' })
  expect(changed.body.outcome).toBe('saved')
  expect((await changesOf(firm, `/v1/customers/${other.id}`)).changes).toMatchObject([
    { field: 'city', old: 'São Paulo', new: 'Santos' },
  ])
})

describe('what is typed', () => {
  async function aFirmWithFields() {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await admin.add({ key: 'weight', kind: 'number' })
    await admin.add({ key: 'tooling', kind: 'money', currency: 'USD' })
    await admin.add({ key: 'sample_sent', kind: 'boolean' })
    await admin.add({ key: 'colour', kind: 'choice', options: ['red', 'blue'] })
    return { firm, admin }
  }

  test('is stored as what it means, with its action in the history', async () => {
    const { firm } = await aFirmWithFields()
    const input = {
      city: 'Santos',
      potential: 'high',
      'custom.weight': '12.5',
      'custom.tooling': '１，２３４．５０',
      'custom.sample_sent': 'true',
      'custom.colour': 'blue',
    }
    const answer = await editCustomer(firm, input)
    expect(answer.body).toMatchObject({ outcome: 'saved', record: { type: 'customer', version: 2 } })
    expect(answer.trips).toBe(3)
    const custom = { weight: 12_500, tooling: 123_450, sample_sent: true, colour: 'blue' }
    const path = `/v1/customers/${firm.customer.id}`
    expect((await firm.call('GET', path)).body).toMatchObject({ city: 'Santos', potential: 'high', custom })
    expect(await changesOf(firm, path)).toMatchObject({ action: 'edit-customer', surface: 'outlook', version: 2 })
    const emptied = await editCustomer(firm, { 'custom.weight': null, 'custom.tooling': '' }, { version: 2 })
    expect(emptied.body.outcome).toBe('saved')
    expect((await firm.call('GET', path)).body.custom).toEqual({ sample_sent: true, colour: 'blue' })
  })

  test('and can be read in two ways is refused with how it is meant to look; every wrong field at once', async () => {
    const { firm } = await aFirmWithFields()
    const before = await wholeDatabase(firm.tenantId)
    const answer = await editCustomer(firm, {
      city: 'x'.repeat(81),
      'custom.weight': '1,234',
      'custom.tooling': '1.234,50',
      'custom.sample_sent': 'perhaps',
      'custom.colour': 'green',
    })
    expect(wrong(answer).sort()).toEqual([
      '422',
      'city too_long',
      'custom.colour choice',
      'custom.sample_sent type',
      'custom.tooling number',
      'custom.weight number',
    ])
    expect(answer.text).toContain('A number such as 1,234.50.')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })

  test('where something must be filled in, has to be something', async () => {
    const { firm, admin } = await aFirmWithFields()
    await admin.add({ required: true })
    for (const input of [{ city: 'Santos' }, { city: 'Santos', 'custom.laser_logo': ' ' }])
      expect(wrong(await editCustomer(firm, input))).toEqual(['422', 'custom.laser_logo required'])
    expect((await editCustomer(firm, { city: 'Santos', 'custom.laser_logo': 'x' })).body.outcome).toBe('saved')
  })

  test('into an order goes to that order', async () => {
    const { firm, admin } = await aFirmWithFields()
    await admin.add({ entity: 'order', key: 'laser_logo' })
    const answer = await editOrder(firm, { promised_date: '2026-12-01', 'custom.laser_logo': 'x' })
    expect(answer.body.outcome).toBe('saved')
    const { body } = await firm.call('GET', `/v1/orders/${firm.order.id}`)
    expect(body).toMatchObject({ promised_date: '2026-12-01', first_committed_date: '2026-11-20', version: 2 })
    expect(body.custom).toEqual({ laser_logo: 'x' })
    expect(answer.text).toContain('Laser logo')
  })

  test('into a field that no form asks for, or no more, is refused', async () => {
    const { firm, admin } = await aFirmWithFields()
    await admin.add({ in_forms: false })
    const keys = (await formsOf(firm)).flatMap(({ fields = [] }) => fields.map(({ key }) => key))
    expect(keys).toContain('custom.weight')
    expect(keys).not.toContain('custom.laser_logo')
    for (const key of ['custom.laser_logo', 'name', 'tier', 'owner_id', 'custom'])
      expect(wrong(await editCustomer(firm, { [key]: 'x' }))).toEqual(['422', `${key} unknown`])
  })
})

describe('who may', () => {
  test('changes what is theirs; others are neither offered it nor let', async () => {
    const firm = await aFirm()
    const others = aCustomer({ id: newId(), owner_id: firm.david.id })
    await plant(firm.tenantId, { customer: [others] })
    expect((await editCustomer(firm, { city: 'Santos' }, { as: 'mia' })).body.outcome).toBe('saved')
    const before = await wholeDatabase(firm.tenantId)
    const target = { type: 'customer', id: others.id, version: 1 }
    expect((await act(firm, 'edit-customer', target, { city: 'x' }, { as: 'mia' })).status).toBe(404)
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
    const finance = await aColleague(firm, 'finance')
    const offered = (await formsOf(firm, { as: finance })).map(({ action }) => action)
    expect(offered).not.toContain('edit-customer')
    expect(offered).not.toContain('edit-order')
    expect((await editCustomer(firm, { city: 'x' }, { as: finance, version: 2 })).status).toBe(403)
    expect((await editOrder(firm, { remark: 'x' }, { as: finance })).status).toBe(403)
  })

  test('of two at once one is saved; the other sees what is there and nothing of theirs is stored', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => editCustomer(firm, { city: `City ${i}` }, { as: i % 2 ? 'mia' : 'david' })),
    )
    expect(answers.filter(({ body }) => body.outcome === 'saved')).toHaveLength(1)
    expect(answers.filter(({ body }) => body.outcome === 'conflict')).toHaveLength(19)
    expect(await count('events', firm.tenantId, `record_id = '${firm.customer.id}'`)).toBe(1)
  })

  test('the same call twice changes once', async () => {
    const firm = await aFirm()
    const answers = await Promise.all(Array.from({ length: 10 }, () => editOrder(firm, { remark: 'x' }, { key: 'k' })))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.outcome} ${body.record?.version}`))).toEqual(
      new Set(['200 saved 2']),
    )
  })
})

describe('from a card in Gmail', () => {
  /** What Gmail sends of a form that nobody touched: every input that is not empty. */
  const untouchedCard = (card: Card) =>
    Object.fromEntries(
      card.sections.flatMap(({ widgets }) =>
        widgets.flatMap((widget) => {
          if ('textInput' in widget && widget.textInput.value)
            return [[widget.textInput.name, typed(widget.textInput.value)] as const]
          if (!('selectionInput' in widget)) return []
          const { name, items } = widget.selectionInput
          return [[name, typed(items.find(({ selected }) => selected)?.value ?? '')] as const]
        }),
      ),
    )

  async function editCard(firm: Firm) {
    const send = await gmailOf(firm, firm.mia.id)
    const who = cardOf(await send('press', { pressed: tokenOf(cardOf(await send('message')), 'More') }))
    const card = cardOf(await send('press', { pressed: tokenOf(who, 'Edit') }))
    return { send, card, pressed: tokenOf(card, 'Edit'), inputs: untouchedCard(card), name: inputNames(card) }
  }

  test('an own field is typed, stored and shown, and nothing else is changed', async () => {
    const firm = await aFirm()
    await (await anAdministrator(firm)).add({ kind: 'money', currency: 'USD' })
    const { send, pressed, inputs, name } = await editCard(firm)
    const own = name['custom.laser_logo'] ?? ''
    const answer = await send('press', { pressed, inputs: { ...inputs, [own]: typed('1,234.50') } })
    expect(answer.body.renderActions.action.notification.text).toBe('Saved')
    expect(answer.text).toContain('USD 1,234.50')
    expect(await changesOf(firm, `/v1/customers/${firm.customer.id}`)).toMatchObject({
      surface: 'gmail',
      changes: [{ field: 'custom.laser_logo', old: null, new: 123_450 }],
    })
  })

  test('what can be read in two ways comes back as it was typed, with how it is meant to look', async () => {
    const firm = await aFirm()
    await (await anAdministrator(firm)).add({ kind: 'money', currency: 'USD' })
    const { send, pressed, inputs, name } = await editCard(firm)
    const before = await wholeDatabase(firm.tenantId)
    const own = name['custom.laser_logo'] ?? ''
    const card = JSON.stringify(
      cardOf(await send('press', { pressed, inputs: { ...inputs, [own]: typed('1.234,50') } })),
    )
    expect(card).toContain('A number such as 1,234.50.')
    expect(card).toContain('"value":"1.234,50"')
    const untouched = cardOf(await send('press', { pressed, inputs }))
    expect(JSON.stringify(untouched)).toContain('There is nothing to change.')
    expect(await wholeDatabase(firm.tenantId)).toBe(before)
  })
})

describe('an inquiry', () => {
  const message = {
    from: { name: 'Rachel', address: 'rachel@ridgeline-outfitters.example' },
    subject: 'RFQ',
    messageId: '<1@ridgeline>',
  }
  const create = (firm: Firm, input: object): Promise<Answer> =>
    firm.call(
      'POST',
      '/v1/actions/create-inquiry',
      {
        target: { type: 'inquiry', id: 'new' },
        message,
        input: { subject: 'RFQ', email: message.from.address, ...input },
      },
      { as: 'mia', headers: { 'Idempotency-Key': newId() } },
    )

  test('is made with the firm’s own fields, and shows them', async () => {
    const firm = await aFirm()
    const admin = await anAdministrator(firm)
    await admin.add({ entity: 'inquiry', kind: 'number', required: true })
    await admin.add({ entity: 'inquiry', key: 'target_price', access: 'cost', label_en: 'Target price' })
    const offered = await firm.call('POST', '/v1/panel', { message }, { as: 'mia' })
    expect(offered.text).toContain('"key":"custom.laser_logo","label":"Laser logo","input":"number","required":true')
    expect(offered.text).not.toContain('target_price')
    expect(wrong(await create(firm, {}))).toEqual(['422', 'custom.laser_logo required'])
    expect(wrong(await create(firm, { 'custom.laser_logo': '1', 'custom.target_price': 'x' }))).toEqual([
      '422',
      'custom.target_price unknown',
    ])
    expect(await count('inquiries', firm.tenantId)).toBe(0)
    const made = await create(firm, { 'custom.laser_logo': '1 200' })
    expect(made.body.outcome).toBe('saved')
    expect(JSON.stringify(made.body.sections[0].full)).toContain('"label":"Laser logo","value":"1,200"')
    const { body } = await firm.call('GET', `/v1/inquiries/${made.body.record.id}`)
    expect(body.custom).toEqual({ laser_logo: 1_200_000 })
    const history = await firm.call('GET', `/v1/inquiries/${body.id}/events`)
    expect(history.body.events[0].changes).toContainEqual(
      expect.objectContaining({ field: 'custom.laser_logo', new: 1_200_000, newText: '1,200' }),
    )
  })

  test('tells nothing of a field that its reader does not see', async () => {
    const firm = await aFirm()
    await (await anAdministrator(firm)).add({ entity: 'inquiry', access: 'cost', label_en: 'Target price' })
    const { record } = (await create(firm, {})).body
    const headers = { 'If-Match': '"1"' }
    await firm.call('PATCH', `/v1/inquiries/${record.id}`, { custom: { laser_logo: 'known to few' } }, { headers })
    expect((await firm.call('POST', '/v1/panel', { message })).text).toContain('known to few')
    expect((await firm.call('POST', '/v1/panel', { message }, { as: 'mia' })).text).not.toMatch(
      /known to few|Target price/,
    )
  })
})
