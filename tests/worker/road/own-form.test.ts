import { beforeAll, expect, test } from 'vitest'
import type { Form } from '#shared/panel/panel.ts'
import { aFirm, NOW, newId } from '../firm.ts'
import { cardOf, gmailOf, inputNames, tokenOf, typed } from '../gmail-stage.ts'
import { aPost, clearJobs } from '../jobs/house.ts'
import { anAdministrator } from '../own-fields.ts'
import { formsIn, MESSAGE, offers } from './walker.ts'

beforeAll(() => import('../../../worker/src/mail/gmail-call.ts'))

const ITEMS = [
  {
    key: 'colour',
    label: { en: 'Colour', 'zh-CN': '颜色' },
    kind: 'choice',
    options: ['red', "it's blue"],
    required: true,
  },
  { key: 'weight', label: 'Weight', kind: 'number' },
  { key: 'budget', label: 'Budget', kind: 'money', currency: 'JPY', required: true },
  { key: 'urgent', label: 'Urgent', kind: 'boolean' },
  { key: 'ready_on', label: 'Ready on', kind: 'date' },
  { key: 'remark', label: 'Remark', kind: 'lines' },
]

const DEFINITION = {
  key: 'asking',
  name: 'Asking',
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'brief', type: 'stage', name: 'Brief', form: ITEMS },
    { key: 'check', type: 'approval', name: 'Check', policy: 'boss' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'brief' },
    {
      from: 'brief',
      to: 'check',
      guard: [{ expr: "colour = 'it''s blue' and budget >= 1000", message: 'Only blue ones for {budget} and more.' }],
    },
    { from: 'check', to: 'done' },
  ],
  approvals: [{ key: 'boss', name: 'The brief', steps: [{ mode: 'any', approvers: [{ role: 'gm' }] }] }],
}

async function aBrief() {
  const firm = await aFirm()
  const headers = { 'Idempotency-Key': newId() }
  const published = await firm.call('POST', '/v1/definitions/workflows', DEFINITION, { headers })
  expect(published.status, published.text).toBe(201)
  const body = { target: { type: 'deal', id: 'new' }, input: { subject: 'Brief' }, message: MESSAGE }
  const made = await firm.call('POST', '/v1/actions/start-deal', body, { as: 'mia', headers })
  expect(made.status, made.text).toBe(200)
  const [form] = (await offers(firm, 'mia')).filter(({ action }) => action.startsWith('advance-deal'))
  if (!form) throw new Error('no form')
  const send = (input: object) =>
    firm.call(
      'POST',
      `/v1/actions/${form.action}`,
      { host: 'outlook', target: form.target, input, message: MESSAGE },
      { as: 'mia', headers: { 'Idempotency-Key': newId() } },
    )
  return { firm, form, send, id: made.body.record.id as string }
}

const WRONG = { colour: 'green', weight: 'much', budget: '10.5', ready_on: 'soon' }
const at = (problems: { field: string; code: string }[]) => problems.map(({ field, code }) => `${field} ${code}`).sort()

test('each of a definition’s own fields is asked as what it is, and what is wrong is said at it', async () => {
  const { firm, form, send, id } = await aBrief()
  expect(form.fields.map(({ key, input, required }) => [key, input, required ?? false])).toEqual([
    ['colour', 'choice', true],
    ['weight', 'number', false],
    ['budget', 'number', true],
    ['urgent', 'choice', false],
    ['ready_on', 'date', false],
    ['remark', 'lines', false],
  ])
  const wrong = await send(WRONG)
  expect([wrong.status, at(wrong.body.problems)]).toEqual([
    422,
    ['budget number', 'colour choice', 'ready_on date', 'weight number'],
  ])
  expect(at((await send({})).body.problems)).toEqual(['budget required', 'colour choice'])
  expect(at((await send({ colour: 'red', budget: '1000', smell: 'x' })).body.problems)).toEqual(['smell unknown'])
  const guarded = await send({ colour: "it's blue", budget: '999' })
  expect(guarded.body.problems).toEqual([
    expect.objectContaining({ field: 'step', message: expect.stringContaining('Only blue ones') }),
  ])
  expect((await firm.call('GET', `/v1/deals/${id}`)).body.version).toBe(1)
})

test('in Gmail the form comes back as it was typed, each problem at its field', async () => {
  const { firm } = await aBrief()
  const gmail = await gmailOf(firm, firm.mia.id)
  const road = cardOf(await gmail('message'))
  const form = cardOf(await gmail('press', { pressed: tokenOf(road, 'Check') }))
  const names = inputNames(form)
  const inputs = Object.fromEntries(
    Object.entries({ colour: 'red', weight: 'much', budget: '10.5' }).map(([key, value]) => [names[key], typed(value)]),
  )
  const back = cardOf(await gmail('press', { pressed: tokenOf(form, 'Check'), inputs }))
  const fields = back.sections.flatMap(({ widgets }) =>
    widgets.flatMap((one) => ('textInput' in one ? [one.textInput] : [])),
  )
  const weight = fields.find(({ name }) => name === names.weight)
  expect(weight?.value).toBe('much')
  expect(weight?.hintText).toContain('A number such as')
  expect(fields.find(({ name }) => name === names.budget)?.hintText).toContain('A number such as')
})

test('an approval of the deal is decided by whom the definition names, and says what it is for', async () => {
  const { firm, send, id } = await aBrief()
  const asked = await send({ colour: "it's blue", budget: '1,000', urgent: 'true', remark: 'two\nlines' })
  expect(asked.status, asked.text).toBe(200)
  expect((await firm.call('GET', `/v1/deals/${id}`)).body).toMatchObject({
    stage: 'check',
    state: { data: { colour: "it's blue", budget: 1000, urgent: true, remark: 'two\nlines' } },
  })
  const left = (await offers(firm, 'mia')).map(({ action }) => action)
  expect(left.filter((action) => /deal|approval/.test(action))).toEqual([])
  const panel = await firm.call('POST', '/v1/panel', { host: 'outlook', message: MESSAGE })
  const section = panel.body.sections.find(({ key }: { key: string }) => key === 'approval')
  expect(JSON.stringify(section.summary)).toContain('The brief')
  expect(JSON.stringify(section.summary)).not.toContain('It has changed since')
  const form = formsIn(panel).find(({ action }) => action === 'decide-approval')
  const decide = (input: object) =>
    firm.call(
      'POST',
      '/v1/actions/decide-approval',
      { host: 'outlook', target: form?.target, input, message: MESSAGE },
      { headers: { 'Idempotency-Key': newId() } },
    )
  expect(at((await decide({ decision: 'reject' })).body.problems)).toEqual(['comment comment_required'])
  expect((await decide({ decision: 'approve' })).status).toBe(200)
  expect((await firm.call('GET', `/v1/deals/${id}`)).body.status).toBe('won')
})

test('an approval is of the deal as it is: what changes is asked for anew, and what was refused may be asked for again', async () => {
  const { firm, send, id } = await aBrief()
  await send({ colour: "it's blue", budget: '1,000' })
  const offered = async (as: string, action: string) => (await offers(firm, as)).find((form) => form.action === action)
  const act = async (as: string, form: Form | undefined, input: object = {}) =>
    firm.call(
      'POST',
      `/v1/actions/${form?.action}`,
      { host: 'outlook', target: form?.target, input, message: MESSAGE },
      { as, headers: { 'Idempotency-Key': newId() } },
    )
  const statuses = async () =>
    (await firm.call('GET', '/v1/approvals')).body.records.map(({ status }: { status: string }) => status).sort()
  const asked = await offered('david', 'decide-approval')

  const sample = { description: 'Chair', qty: '2', type: 'stock', freight_payer: 'seller' }
  const made = await act('mia', await offered('mia', 'create-sample'), sample)
  expect(made.status, made.text).toBe(200)
  expect((await firm.call('GET', `/v1/deals/${id}`)).body.need_sample).toBe(true)
  expect(await statuses()).toEqual(['pending', 'superseded'])
  expect((await act('david', asked, { decision: 'approve' })).status).toBe(409)

  const refused = await act('david', await offered('david', 'decide-approval'), { decision: 'reject', comment: 'No.' })
  expect(refused.status, refused.text).toBe(200)
  const again = await offered('mia', 'ask-approval')
  expect(again).toMatchObject({ primary: true })
  expect((await act('mia', again)).status).toBe(200)
  expect(await statuses()).toEqual(['pending', 'rejected', 'superseded'])
  expect((await act('mia', again)).status).toBe(422)
  expect((await act('david', await offered('david', 'decide-approval'), { decision: 'approve' })).status).toBe(200)
  expect((await firm.call('GET', `/v1/deals/${id}`)).body.status).toBe('won')
})

test('what changes of the firm’s own fields is not approved with what was asked for', async () => {
  const { firm, send, id } = await aBrief()
  const house = await anAdministrator(firm)
  const field = { entity: 'deal', key: 'off', label_en: 'Off', label_zh: '折让', kind: 'number' }
  expect((await house.add(field)).status).toBe(201)
  await send({ colour: "it's blue", budget: '1,000' })
  const decided = async () => {
    const form = (await offers(firm, 'david')).find(({ action }) => action === 'decide-approval')
    const body = { host: 'outlook', target: form?.target, input: { decision: 'approve' }, message: MESSAGE }
    return firm.call('POST', '/v1/actions/decide-approval', body, { headers: { 'Idempotency-Key': newId() } })
  }
  // The work of other firms of this run is not waited for.
  await clearJobs()
  const { version } = (await firm.call('GET', `/v1/deals/${id}`)).body
  const headers = { 'If-Match': `"${version}"` }
  const edited = await firm.call('PATCH', `/v1/deals/${id}`, { custom: { off: 50_000 } }, { as: 'mia', headers })
  expect(edited.status, edited.text).toBe(200)
  expect(at((await decided()).body.problems)).toEqual(['decision changed'])
  expect(await aPost().run(NOW)).toMatchObject({ settled: 1 })
  const { records } = (await firm.call('GET', '/v1/approvals')).body
  expect(records.map(({ status }: { status: string }) => status).sort()).toEqual(['pending', 'superseded'])
  expect((await decided()).status).toBe(200)
  expect((await firm.call('GET', `/v1/deals/${id}`)).body.status).toBe('won')
})
