import { expect, test } from 'vitest'
import { withChanges } from '#shared/deal/with-changes.ts'
import type { Change } from '#shared/record/change.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import { anInquiry, anOrder, anOrderLine } from '../../fixtures/builders.ts'
import { aDealFile, DEAL } from '../../fixtures/deal-file.ts'

const update = (type: Change['type'], before: AnyRecord, values: object): Change => ({
  kind: 'update',
  type,
  before,
  values: { ...values },
})

test('what belongs to another deal, or to none, is no part of this one', () => {
  const file = aDealFile()
  const elsewhere = anOrder({ id: 'O1', customer_id: 'C', deal_id: 'another' })
  const changes: Change[] = [
    update('order', elsewhere, { cargo_ready_on: '2026-10-20' }),
    update('order', anOrder({ id: 'O2', customer_id: 'C' }), { cargo_ready_on: '2026-10-20' }),
    { kind: 'create', type: 'inquiry', id: 'I', values: { subject: 'x', received_at: 0, deal_id: 'another' } },
    { kind: 'create', type: 'order_line', id: 'L', values: { ...anOrderLine({ id: 'L', order_id: 'O1' }) } },
  ]
  expect(withChanges(file, changes).parts).toEqual(file.parts)
})

test('what comes to a deal is there as a whole, and what leaves it takes along what is part of it', () => {
  const order = anOrder({ id: 'O', customer_id: 'C', deal_id: DEAL })
  const line = anOrderLine({ id: 'L', order_id: 'O' })
  const file = aDealFile({ parts: { order: [order], order_line: [line] } })
  const gone = withChanges(file, [update('order', order, { deal_id: 'another' })])
  expect([gone.parts.order, gone.parts.order_line]).toEqual([[], []])
  const inquiry = anInquiry({ id: 'I', status: 'claimed', claimed_at: 5 })
  const come = withChanges(file, [update('inquiry', inquiry, { deal_id: DEAL })])
  expect(come.parts.inquiry).toMatchObject([{ id: 'I', status: 'claimed', claimed_at: 5, deal_id: DEAL, version: 2 }])
})
