import { env } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#shared/trade/user.ts'
import { openDatabase } from '../../../worker/src/store/database.ts'
import { roadsOfFirm } from '../../../worker/src/store/deal-road.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { a } from '../../fixtures/road.ts'
import { change } from '../access/change.ts'
import { aFirm, type Firm, NOW, newId, wholeDatabase } from '../firm.ts'
import { aColleague, aDealAt, panel, press, row, stepsOn } from './planted.ts'

/** A deal in production of which there is one of everything that people act on. */
async function aBusyDeal(given: object = {}) {
  const firm = await aFirm()
  const shipmentId = newId()
  const records = {
    quotation: [a.quotation({ id: newId(), deal_id: 'x', customer_id: firm.customer.id, status: 'sent' as never })],
    sample: [a.sample({ id: newId(), deal_id: 'x', status: 'approved' as never })],
    contract: [a.contract({ id: newId(), deal_id: 'x', customer_id: firm.customer.id, status: 'approved' as never })],
    production_order: [
      a.production_order({ id: newId(), deal_id: 'x', order_id: firm.order.id, status: 'released' as never }),
      a.production_order({ id: newId(), deal_id: 'x', order_id: firm.order.id, status: 'finished' as never }),
    ],
    shipment: [a.shipment({ id: shipmentId, deal_id: 'x', customer_id: firm.customer.id, order_id: firm.order.id })],
    document: [a.document({ id: newId(), deal_id: 'x' })],
    receipt: [a.receipt({ id: newId(), deal_id: 'x', customer_id: firm.customer.id })],
    after_sales_case: [a.after_sales_case({ id: newId(), deal_id: 'x', customer_id: firm.customer.id })],
    survey: [a.survey({ id: newId(), deal_id: 'x' })],
    task: [a.task({ id: newId(), deal_id: 'x', title: 'Call', assignee_id: firm.mia.id })],
    inquiry: [anInquiry({ id: newId(), deal_id: 'x', status: 'contacted', claimed_at: NOW, owner_id: firm.mia.id })],
  }
  const deal = await aDealAt(firm, 'production', { subject: 'Secret subject', ...given }, records)
  await belongsTo(firm, deal.id)
  return { firm, deal, records }
}

/** The firm's order is the deal's. */
async function belongsTo(firm: Firm, dealId: string) {
  await env.DB.prepare('UPDATE orders SET deal_id = ? WHERE id = ?').bind(dealId, firm.order.id).run()
  await openDatabase(env.DB).batch(roadsOfFirm(firm.tenantId))
}

const wordsOf = (steps: ReturnType<typeof stepsOn>) => new Set(steps.map(({ action }) => action.split(':')[0]))

describe('every step that somebody is offered of a deal is theirs', () => {
  test.each(ROLES)('%s', async (role) => {
    const { firm, deal } = await aBusyDeal()
    const somebody = await aColleague(firm, [role])
    await env.DB.prepare('UPDATE deals SET merchandiser_id = ? WHERE id = ?')
      .bind(role === 'merchandiser' || role === 'sales_rep' ? somebody.id : null, deal.id)
      .run()
    // As the order's: who has the deal has what is in it, whoever follows the order.
    for (const record of [
      { type: 'deal', id: deal.id },
      { type: 'order', id: firm.order.id },
    ]) {
      const shown = await panel(firm, record, somebody.token)
      if (shown.status === 404) continue
      for (const { action, target } of stepsOn(shown)) {
        const stale = await press(firm, action, { ...target, version: 99 }, { as: somebody.token })
        expect([action, stale.status]).toEqual([action, 409])
      }
    }
  })
})

describe('what is made', () => {
  test.each([
    ['planner', 'material', ['advance-production-order']],
    ['qc', 'rework', ['advance-production-order']],
    ['purchaser', 'material', ['advance-production-order', 'advance-sample']],
  ] as const)(
    'is moved on (%s: %s) from the panel of the order, without a word of the deal or its buyer',
    async (role, way, types) => {
      const { firm, deal } = await aBusyDeal()
      const somebody = await aColleague(firm, [role])
      const shown = await panel(firm, { type: 'order', id: firm.order.id }, somebody.token)
      expect(shown.status).toBe(200)
      expect([...wordsOf(stepsOn(shown))].sort()).toEqual([...types])
      for (const secret of ['Secret subject', deal.doc_no, deal.id, firm.customer.name, firm.mia.alias])
        expect(shown.text).not.toContain(secret)
      const step = stepsOn(shown).find(({ action }) => action.endsWith(`:${way}`))
      const done = await press(firm, step?.action ?? '', step?.target as never, { as: somebody.token })
      expect(done.status).toBe(200)
      for (const secret of ['Secret subject', deal.doc_no, deal.id, firm.customer.name, firm.mia.alias])
        expect(done.text).not.toContain(secret)
      expect((await panel(firm, { type: 'deal', id: deal.id }, somebody.token)).status).toBe(404)
    },
  )
})

test('a task is done by whoever it is for, whosever the deal is', async () => {
  const { firm, records } = await aBusyDeal()
  const leo = await aColleague(firm, ['sales_rep'])
  const [task] = records.task
  await env.DB.prepare('UPDATE tasks SET assignee_id = ? WHERE id = ?').bind(leo.id, task?.id).run()
  await openDatabase(env.DB).batch(roadsOfFirm(firm.tenantId))
  const target = { type: 'task', id: task?.id ?? '', version: 1 }
  const done = await press(firm, 'advance-task:finish-open', target, { as: leo.token })
  expect(done.status).toBe(200)
  expect(done.text).not.toContain('Secret subject')
  expect(await row('tasks', firm.tenantId, target.id)).toMatchObject({ status: 'done' })
})

test('another firm knows nothing of a deal, whatever it is asked by', async () => {
  const { deal, firm, records } = await aBusyDeal()
  const theirs = await aFirm()
  const absent = newId()
  for (const [type, id] of [
    ['deal', deal.id],
    ['order', firm.order.id],
  ] as const) {
    const answer = await panel(theirs, { type, id }, 'david')
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
  }
  for (const [type, list] of Object.entries(records)) {
    const name = `advance-${type.replaceAll('_', '-')}:x`
    for (const id of [list[0]?.id ?? '', absent])
      expect((await press(theirs, name, { type, id, version: 1 }, { as: 'david' })).status).toBe(404)
  }
})

test('who only works on an order of a customer begins no deal in its owner’s name', async () => {
  const firm = await aFirm()
  const rep = await aColleague(firm, ['sales_rep'])
  await change(firm.tenantId, 'order', firm.order.id, { merchandiser_id: rep.id })
  const message = { messageId: '<d@trilhasul.example>', from: { address: firm.contact.emails?.[0] } }
  const offered = async (as: string) =>
    (await firm.call('POST', '/v1/panel', { host: 'outlook', message }, { as })).text.includes('"start-deal"')
  expect([await offered(rep.token), await offered('mia'), await offered('david')]).toEqual([false, true, true])
  const begin = (as: string) =>
    press(firm, 'start-deal', { type: 'deal', id: 'new' }, { as, message, input: { subject: 'Chairs' } })
  const before = await wholeDatabase(firm.tenantId)
  expect((await begin(rep.token)).status).toBe(403)
  expect(await wholeDatabase(firm.tenantId)).toBe(before)
  expect((await begin('mia')).status).toBe(200)
})
