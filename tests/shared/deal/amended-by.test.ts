import { expect, test } from 'vitest'
import { amendedBy } from '#shared/deal/amended-by.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { anInstallment, anOrder } from '../../fixtures/builders.ts'
import { aDealFile, aView, DEAL } from '../../fixtures/deal-file.ts'

const ofDeal = { deal_id: DEAL, customer_id: 'C' }

/** What an installment guards that is made for what a wholly paid order has grown by. */
function guardOfMore(guards: Installment['guards'], exec_status: Order['exec_status']) {
  const order = anOrder({ id: 'O', ...ofDeal, exec_status, total: 100_000 })
  const paid = anInstallment({ id: 'N', order_id: 'O', ...ofDeal, guards, paid_amount: 100_000, status: 'paid' })
  const totals = { charges: 1, lines_total: 100_000, total: 100_001 }
  const file = aDealFile({ parts: { order: [order], installment: [paid] } })
  const changes = amendedBy(order, file, { totals, rows: [], reason: 'x' }, aView())
  const [more] = changes.filter(({ kind, type }) => kind === 'create' && type === 'installment')
  return more?.kind === 'create' ? more.values.guards : undefined
}

test.each<[Installment['guards'], Order['exec_status'], Installment['guards']]>([
  ['production_start', 'waiting_material', 'production_start'],
  ['production_start', 'in_production', 'loading'],
  ['production_start', 'shipped', 'bl_release'],
  ['loading', 'ready', 'loading'],
  ['loading', 'shipped', 'bl_release'],
  ['bl_release', 'not_started', 'bl_release'],
  [null, 'ready', null],
])('what guarded %s guards, of an order that is %s, %s', (before, status, after) => {
  expect(guardOfMore(before, status)).toBe(after)
})
