import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { EXECUTION, heldBack, isOpen, nextStep, stepFields } from '#shared/order/execution.ts'
import type { Order } from '#shared/trade/index.ts'
import { order as orderType } from '#shared/trade/order.ts'
import { anInstallment, anOrder } from '../../fixtures/builders.ts'

const order = (given: Partial<Parameters<typeof anOrder>[0]> = {}) => anOrder({ id: 'o', customer_id: 'c', ...given })
const deposit = (paid: number) =>
  anInstallment({
    id: 'i',
    order_id: 'o',
    customer_id: 'c',
    amount: 925_500,
    paid_amount: paid,
    guards: 'production_start',
  })

describe('the way of an order', () => {
  test('leads from every stage but the last to a later one', () => {
    for (const exec_status of EXECUTION.slice(0, -1)) {
      const step = nextStep(order({ exec_status }), [])
      expect(EXECUTION.indexOf(step?.to ?? 'not_started')).toBeGreaterThan(EXECUTION.indexOf(exec_status))
    }
    expect(nextStep(order({ exec_status: 'closed' }), [])).toBeNull()
  })

  test('waits for a deposit only where one is agreed', () => {
    const fresh = order({ exec_status: 'not_started' })
    expect(nextStep(fresh, [])?.to).toBe('waiting_material')
    expect(nextStep(fresh, [deposit(0)])?.to).toBe('waiting_deposit')
    const another = { ...deposit(0), order_id: 'another' }
    expect(nextStep(fresh, [another])?.to).toBe('waiting_material')
  })

  test('waits for its own deposit, not for that of another order of the customer', () => {
    const waiting = order({ exec_status: 'waiting_deposit' })
    const another = { ...deposit(0), order_id: 'another', due_date: '2026-10-01' }
    const due = (...parts: ReturnType<typeof deposit>[]) => nextStep(waiting, parts)?.due(waiting, parts)
    expect(due(another, { ...deposit(0), due_date: '2026-10-22' })).toBe('2026-10-22')
    expect(due(another)).toBeNull()
  })

  test('goes on without its deposit once somebody has let it, and says nothing of money that has come', () => {
    const waiting = order({ exec_status: 'waiting_deposit' })
    const step = nextStep(waiting, [deposit(0)])
    expect(step && heldBack(waiting, step, [deposit(0)], 'en')).toBe('Deposit USD 9,255.00 not received yet.')
    const waived = { ...waiting, deposit_waiver: 'A buyer of ten years' }
    const free = nextStep(waived, [deposit(0)])
    expect(free && heldBack(waived, free, [deposit(0)], 'en')).toBeNull()
    expect([step?.label.en, free?.label.en]).toEqual(['Deposit received, order the material', 'Order the material'])
    expect(free?.due(waived, [deposit(0)])).toBe(deposit(0).due_date)
    const loading = { ...deposit(0), guards: 'loading' as const }
    const ready = { ...waived, exec_status: 'ready' as const }
    const sails = nextStep(ready, [loading])
    expect(sails && heldBack(ready, sails, [loading], 'en')).toBe('Payment USD 9,255.00 not received yet.')
  })

  test('waits for no money that was let go or is not asked for any more', () => {
    const waiting = order({ exec_status: 'waiting_deposit' })
    for (const status of ['written_off', 'cancelled'] as const) {
      const parts = [{ ...deposit(0), status }]
      const step = nextStep(waiting, parts)
      expect(step && heldBack(waiting, step, parts, 'en')).toBeNull()
    }
  })

  test('asks for fields of the order, all of them required', () => {
    const step = nextStep(order({ exec_status: 'ready' }), [])
    const fields = step ? stepFields(step) : {}
    expect(Object.keys(fields)).toEqual(['shipped_on', 'bl_no', 'eta'])
    expect(Object.values(fields).every((field) => field.required)).toBe(true)
  })
})

test('what is open to a rule is open to the index that finds it', () => {
  const database = new DatabaseSync(':memory:')
  const { where } = orderType.indexes.orders_open_by_customer
  for (const status of Object.keys(orderType.fields.status.choices) as Order['status'][]) {
    for (const exec_status of EXECUTION) {
      const { open } = database
        .prepare(`SELECT ${where} AS open FROM (SELECT ? AS status, ? AS exec_status)`)
        .get(status, exec_status) as { open: number }
      expect([status, exec_status, isOpen(order({ status, exec_status }))]).toEqual([status, exec_status, open === 1])
    }
  }
})

describe('what holds a step back', () => {
  const waiting = order({ exec_status: 'waiting_deposit' })
  const held = (given: typeof waiting, parts: ReturnType<typeof deposit>[], language: 'en' | 'zh-CN' = 'en') => {
    const step = nextStep(given, parts)
    return step ? heldBack(given, step, parts, language) : 'no step'
  }

  test('a deposit not received, named with what is missing', () => {
    expect(held(waiting, [deposit(0)])).toBe('Deposit USD 9,255.00 not received yet.')
    expect(held(waiting, [deposit(925_499)])).toBe('Deposit USD 0.01 not received yet.')
    expect(held(waiting, [deposit(0)], 'zh-CN')).toBe('定金 USD 9,255.00 尚未到账。')
    expect(held(waiting, [deposit(925_500)])).toBeNull()
  })

  test('an order on hold or not confirmed', () => {
    expect(held(order({ status: 'on_hold' }), [])).toBe('The order is on hold.')
    expect(held(order({ status: 'draft' }), [])).toBe('The order is not confirmed.')
  })

  test('nothing else: money due later stops no production', () => {
    expect(held(order({ exec_status: 'in_production' }), [deposit(0)])).toBeNull()
  })
})
