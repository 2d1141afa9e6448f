import { expect, test } from 'vitest'
import { askedApproval } from '#shared/deal/asked-approval.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import { startDeal } from '#shared/workflow/actions/start-deal.ts'
import { anInquiry } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL, MIA } from '../../fixtures/deal-file.ts'
import { a } from '../../fixtures/road.ts'

test.each([
  ['claimed', 1],
  ['qualified', 1],
  ['lost', 0],
  ['invalid', 0],
  ['duplicate', 0],
  ['converted', 0],
] as const)('a deal begins with an inquiry that still is one: %s', (status, count) => {
  const inquiry = anInquiry({ id: 'I', status, owner_id: MIA })
  const situation = { kind: 'inquiry', inquiry, owner: null, team: null, customer: null } as const
  expect(startDeal.offers(situation, aView())).toHaveLength(count)
})

test('who has nobody above them asks whoever else may approve', () => {
  const contract = a.contract({ id: 'K', deal_id: DEAL, customer_id: 'C', amount: 100_00, currency: 'CNY' })
  const file = aDealFile({ parts: { contract: [contract] }, above: [], fallbackId: null })
  const asked = askedApproval('contract', { file, type: 'contract', record: contract, view: aView() })
  expect(asked).toMatchObject({
    changes: [{ values: { status: 'pending', steps: [{ approvers: [{ role: 'gm' }] }] } }, {}],
  })
})

test('who may not take a step is told whose it is, in words', () => {
  const made = a.production_order({ id: 'P', deal_id: DEAL, order_id: 'O', status: 'finished' })
  const file = aDealFile({ parts: { production_order: [made] } })
  const by = { id: 'x', roles: ['sales_rep'], is: [] }
  const taken = takeStep({ file, type: 'production_order', record: made, way: 'rework', input: {}, by, view: aView() })
  expect(taken).toMatchObject({ problems: [{ message: 'Only for: Quality control, Planning, Order follower.' }] })
})
