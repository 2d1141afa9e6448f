import { expect, test } from 'vitest'
import { anInteraction } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { type Answer, aFirm, type Firm, NOW, newId, plant } from '../firm.ts'

interface Shown {
  readonly kind: string
  readonly title: string
  readonly action?: string
  readonly label: string
  readonly target: { readonly type: string; readonly id: string; readonly version?: number }
  readonly fields: readonly { readonly key: string; readonly value?: string }[]
  readonly turns: readonly { readonly label: string; readonly see: string }[]
}

const ask = (firm: Firm, see?: string, as: 'mia' | 'david' = 'mia') =>
  firm.call(
    'POST',
    '/v1/panel',
    { record: { type: 'customer', id: firm.customer.id }, ...(see ? { see } : {}) },
    { as },
  )
const fullOf = ({ body }: Answer, key = 'timeline'): Shown[] =>
  body.sections.find((one: { key: string }) => one.key === key).full
const titles = (answer: Answer) => fullOf(answer).flatMap(({ kind, title }) => (kind === 'item' ? [title] : []))
const turn = (answer: Answer, label: string) =>
  fullOf(answer)
    .flatMap(({ kind, turns }) => (kind === 'turns' ? turns : []))
    .find((one) => one.label === label)?.see

/** Twenty mails and five calls, of which two at the very same moment. */
async function talkative(): Promise<Firm> {
  const firm = await aFirm()
  const item = (kind: 'mail' | 'call', at: number) =>
    anInteraction({
      id: newId(),
      customer_id: firm.customer.id,
      kind,
      subject: `${kind} ${at}`,
      occurred_at: NOW - 1000 * Math.floor(at / 2),
    })
  const items = [
    ...Array.from({ length: 20 }, (_, at) => item('mail', at)),
    ...Array.from({ length: 5 }, (_, at) => item('call', at)),
  ]
  await plant(firm.tenantId, { interaction: items })
  return firm
}

test('page by page everything is there once, of every kind or of one', async () => {
  const firm = await talkative()
  for (const [from, many] of [
    [undefined, 25],
    ['call', 5],
    ['mail', 20],
    ['meeting', 0],
  ] as const) {
    const seen: string[] = []
    for (let see: string | undefined = from, pages = 0; pages < 9; pages += 1) {
      const answer = await ask(firm, see)
      expect([answer.trips, answer.rowsRead <= 200]).toEqual([2, true])
      seen.push(...titles(answer))
      see = turn(answer, 'Earlier')
      if (!see) break
    }
    expect([from, seen.length, new Set(seen).size]).toEqual([from, many, many])
  }
})

test('what is seen of it outlasts an action, and what nobody could have turned to is refused', async () => {
  const firm = await talkative()
  const target = { type: 'customer', id: firm.customer.id }
  const noted = await firm.call(
    'POST',
    '/v1/actions/add-note',
    { target, input: { note: 'Asked for samples' }, see: 'call' },
    { as: 'mia', headers: { 'Idempotency-Key': 'n' } },
  )
  expect(noted.status).toBe(200)
  expect(titles(noted).every((title) => title.startsWith('call'))).toBe(true)
  const wrong = await ask(firm, 'everything')
  expect([wrong.status, wrong.body.problems[0].field]).toEqual([400, 'see'])
})

test('a call is logged as its form begins, and taken back by who logged it alone', async () => {
  const firm = await aFirm()
  const form = fullOf(await ask(firm)).find(({ action }) => action === 'log-call')
  if (!form) throw new Error('no form')
  const input = Object.fromEntries(form.fields.flatMap(({ key, value }) => (value ? [[key, value]] : [])))
  expect(input).toEqual({ direction: 'out', contact: firm.contact.id, order: firm.order.id, on: '2026-10-20' })
  const act = (action: string, target: object, as: 'mia' | 'david', values = {}) =>
    firm.call(
      'POST',
      `/v1/actions/${action}`,
      { target, input: values },
      { as, headers: { 'Idempotency-Key': newId() } },
    )
  const saved = await act('log-call', form.target, 'mia', input)
  expect([saved.status, saved.trips]).toEqual([200, 3])
  expect(titles(saved)).toEqual([`Call with ${firm.contact.full_name}`])

  const undo = fullOf(saved).find(({ action }) => action === 'undo-log')
  if (!undo) throw new Error('nothing to undo')
  expect((await act('undo-log', undo.target, 'david')).status).toBe(422)
  expect((await act('undo-log', undo.target, 'mia')).status).toBe(200)
  expect(titles(await ask(firm))).toEqual([])
})

test('a day that is yet to come is refused at its field', async () => {
  const firm = await aFirm()
  const target = { type: 'customer', id: firm.customer.id }
  const body = { target, input: { on: '2026-10-21' } }
  const answer = await firm.call('POST', '/v1/actions/log-meeting', body, { headers: { 'Idempotency-Key': 'm' } })
  expect([answer.status, answer.body.problems[0].field]).toEqual([422, 'on'])
})

test('everything of a type with a customer is listed at the desk, for who sees it', async () => {
  const firm = await aFirm()
  const deal = a.deal({ id: newId(), customer_id: firm.customer.id, owner_id: firm.mia.id })
  const quotations = Array.from({ length: 60 }, (_, at) =>
    a.quotation({ id: newId(), deal_id: deal.id, doc_no: `QT-${at}`, created_at: at }),
  )
  await plant(firm.tenantId, { deal: [deal], quotation: quotations })
  const glance = await ask(firm)
  const section = glance.body.sections.find(({ key }: { key: string }) => key === 'quotations')
  expect([section.title, section.summary[2].text]).toEqual(['Quotations (60)', '60 in all, 2 shown'])
  const path = `/desk/customers/${firm.customer.id}/quotations`
  expect(section.summary[3]).toMatchObject({ kind: 'link', href: expect.stringContaining(path) })

  const first = fullOf(await ask(firm, 'list.quotations'), 'quotations')
  const further = first.at(-1)?.turns[0]?.see
  const rest = fullOf(await ask(firm, further), 'quotations')
  const listed = [...first, ...rest].flatMap(({ kind, title }) => (kind === 'item' ? (/QT-\d+/.exec(title) ?? []) : []))
  expect(listed).toEqual(Array.from({ length: 60 }, (_, at) => `QT-${59 - at}`))
  const elsewhere = { record: { type: 'customer', id: newId() }, see: 'list.quotations' }
  expect((await firm.call('POST', '/v1/panel', elsewhere)).status).toBe(404)
})
