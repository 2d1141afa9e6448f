import { expect, test } from 'vitest'
import type { Form } from '#shared/panel/panel.ts'
import { aFirm, type Firm, newId } from '../firm.ts'
import { anAdministrator } from '../own-fields.ts'
import { MESSAGE, offers } from './walker.ts'

const key = () => ({ 'Idempotency-Key': newId() })

/** A road that somebody above has to agree to before anything of it is done. */
const CHECKED = {
  key: 'checked',
  name: 'Checked',
  subject: 'deal',
  nodes: [
    { key: 'start', type: 'start' },
    { key: 'check', type: 'approval', policy: 'boss' },
    { key: 'work', type: 'stage' },
    { key: 'done', type: 'end' },
  ],
  edges: [
    { from: 'start', to: 'check' },
    { from: 'check', to: 'work' },
    { from: 'work', to: 'done' },
  ],
  approvals: [{ key: 'boss', steps: [{ mode: 'any', approvers: [{ manager: 1 }] }] }],
}

async function publish(firm: Firm, definition: object) {
  const published = await firm.call('POST', '/v1/definitions/workflows', definition, { headers: key() })
  expect(published.status, published.text).toBe(201)
}

const act = (firm: Firm, as: string, action: string, body: object) =>
  firm.call('POST', `/v1/actions/${action}`, { host: 'outlook', message: MESSAGE, ...body }, { as, headers: key() })

const press = (firm: Firm, as: string, form: Form | undefined, input: object = {}) =>
  act(firm, as, String(form?.action), { target: form?.target, input })

const offered = async (firm: Firm, as: string, action: string) =>
  (await offers(firm, as)).find((form) => form.action === action)

const dealOf = async (firm: Firm, id: string) => (await firm.call('GET', `/v1/deals/${id}`)).body

test('a road may begin with an approval by whoever is above who begins it', async () => {
  const firm = await aFirm()
  const house = await anAdministrator(firm)
  await house.add({ entity: 'deal', key: 'off', label_en: 'Off', label_zh: '折让', kind: 'number', in_forms: true })
  await publish(firm, CHECKED)
  const begun = await act(firm, 'mia', 'start-deal', {
    target: { type: 'deal', id: 'new' },
    input: { subject: 'Chairs', 'custom.off': '5' },
  })
  expect([begun.status, begun.trips]).toEqual([200, 3])
  const { id } = begun.body.record
  expect(await dealOf(firm, id)).toMatchObject({ stage: 'check', custom: { off: 5_000 } })
  const [asked] = (await firm.call('GET', '/v1/approvals')).body.records
  expect(asked).toMatchObject({ requested_by: firm.mia.id, steps: [{ approvers: [{ user: firm.david.id }] }] })
  const decided = await press(firm, 'david', await offered(firm, 'david', 'decide-approval'), { decision: 'approve' })
  expect(decided.status).toBe(200)
  expect(await dealOf(firm, id)).toMatchObject({ stage: 'work' })
})

test('an inquiry is made of a stranger’s mail where the road begins with an approval', async () => {
  const firm = await aFirm()
  await publish(firm, CHECKED)
  const made = await act(firm, 'mia', 'create-inquiry', {
    target: { type: 'inquiry', id: 'new' },
    message: { messageId: '<s-1@buyer.example>', from: { address: 'jo@buyer.example' }, subject: 'RFQ' },
    input: { subject: 'RFQ', email: 'jo@buyer.example' },
  })
  expect([made.status, made.trips]).toEqual([200, 3])
  const [asked] = (await firm.call('GET', '/v1/approvals')).body.records
  expect(asked).toMatchObject({ status: 'pending', steps: [{ approvers: [{ user: firm.david.id }] }] })
})

test('an approval at which a migration has put a deal is asked for by whoever may', async () => {
  const firm = await aFirm()
  const before = {
    ...CHECKED,
    nodes: CHECKED.nodes.map((node) => (node.key === 'check' ? { key: 'check', type: 'stage' } : node)),
  }
  await publish(firm, { ...before, approvals: undefined })
  const begun = await act(firm, 'mia', 'start-deal', {
    target: { type: 'deal', id: 'new' },
    input: { subject: 'Chairs' },
  })
  const { id } = begun.body.record
  expect(await offered(firm, 'mia', 'ask-approval')).toBeUndefined()
  await publish(firm, CHECKED)
  const moved = await firm.call('POST', '/v1/definitions/workflows/checked/migration', { from: 1, to: 2 })
  expect(moved.body.deals).toMatchObject([{ fate: 'kept' }])
  expect((await firm.call('GET', '/v1/approvals')).body.records).toEqual([])

  const form = await offered(firm, 'mia', 'ask-approval')
  expect(form).toMatchObject({ label: 'Ask for approval', primary: true })
  const asked = await press(firm, 'mia', form)
  expect([asked.status, asked.trips]).toEqual([200, 3])
  expect(await offered(firm, 'mia', 'ask-approval')).toBeUndefined()
  expect((await press(firm, 'mia', form)).status).toBe(422)
  const decided = await press(firm, 'david', await offered(firm, 'david', 'decide-approval'), { decision: 'approve' })
  expect(decided.status).toBe(200)
  expect(await dealOf(firm, id)).toMatchObject({ stage: 'work', workflow_version: 2 })
})
