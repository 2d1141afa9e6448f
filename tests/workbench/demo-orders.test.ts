import { describe, expect, it } from 'vitest'
import { EXECUTION } from '#shared/order/execution.ts'
import { lineTotal } from '#shared/order/line-total.ts'
import { addDays, daysBetween } from '#shared/time/civil-date.ts'
import type { Installment, Order } from '#shared/trade/index.ts'
import { inBase } from '../../workbench/src/demo/orders.ts'
import { isPaid, linesOf, must, partsOf, records, TODAY } from './demo-reading.ts'

const stage = (order: Order): number => EXECUTION.indexOf(order.exec_status)

describe('its money closes', () => {
  it('from the line to the order, to the last cent', () => {
    for (const order of records.order) {
      const lines = linesOf(order)
      for (const line of lines) expect(line.line_total).toBe(lineTotal(line))
      expect(order.lines_total).toBe(lines.reduce((sum, line) => sum + must(line.line_total), 0))
      expect(order.total).toBe(order.lines_total)
      expect(lines.every((line) => line.currency === order.currency)).toBe(true)
    }
  })

  it('from the order to its installments, to the last cent', () => {
    for (const order of records.order) {
      const parts = partsOf(order)
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(order.total)
      expect(parts.map((part) => part.seq)).toEqual(parts.map((_, index) => index + 1))
      for (const part of parts) {
        expect(part.amount).toBeGreaterThan(0)
        expect(part.paid_amount).toBeGreaterThanOrEqual(0)
        expect(part.paid_amount).toBeLessThanOrEqual(part.amount)
        expect([part.customer_id, part.currency]).toEqual([order.customer_id, order.currency])
      }
    }
  })

  it('from revenue and cost to the profit, with the margins of the trade', () => {
    const margins = records.order.map((order) => {
      const lines = linesOf(order)
      const cost = lines.map((line) => lineTotal({ qty: line.qty, unit_price: must(line.cost_price), currency: 'CNY' }))
      expect(order.cost_total).toBe(cost.reduce((sum, one) => sum + one, 0))
      const revenue = inBase(must(order.total), order.currency, must(order.fx_rate))
      expect(order.profit_expected).toBe(revenue - must(order.cost_total))
      return (100 * must(order.profit_expected)) / revenue
    })
    const mean = margins.reduce((sum, one) => sum + one, 0) / margins.length
    const deviation = Math.sqrt(margins.reduce((sum, one) => sum + (one - mean) ** 2, 0) / margins.length)
    expect(Math.abs(mean - 17)).toBeLessThan(1)
    expect(Math.abs(deviation - 7)).toBeLessThan(1.5)
    expect(margins.some((margin) => margin < 0)).toBe(true)
  })

  it('at rates that stay near their parity', () => {
    const parity: Readonly<Record<string, number>> = { USD: 7.15, EUR: 7.8, GBP: 9.1, JPY: 0.0475, CNY: 1 }
    for (const order of records.order) {
      expect(Math.abs(must(order.fx_rate) / 1e8 / must(parity[order.currency]) - 1)).toBeLessThan(0.08)
      expect(order.fx_date).toBe(order.order_date)
    }
  })
})

describe('its orders are where their dates and their money say', () => {
  const STAGE_DATES = [
    ['material_due', 'waiting_material'],
    ['planned_finish', 'in_production'],
    ['inspection_on', 'inspection'],
    ['cargo_ready_on', 'ready'],
    ['shipped_on', 'shipped'],
    ['eta', 'shipped'],
    ['delivered_on', 'closed'],
  ] as const

  it('shows every stage of execution', () => {
    expect(new Set(records.order.map((one) => one.exec_status))).toEqual(new Set(EXECUTION))
  })

  it('has a date for each stage that was reached and for none that was not, one after the other', () => {
    for (const order of records.order) {
      const dates = [order.order_date]
      for (const [field, at] of STAGE_DATES) {
        expect(order[field] !== null, `${order.doc_no} ${field}`).toBe(stage(order) >= EXECUTION.indexOf(at))
        if (order[field]) dates.push(order[field])
      }
      expect(dates).toEqual(dates.toSorted())
      expect(order.bl_no !== null).toBe(order.shipped_on !== null)
      expect(order.inspection_result !== null).toBe(order.cargo_ready_on !== null)
      const past = [order.cargo_ready_on, order.shipped_on, order.delivered_on].filter((date) => date !== null)
      expect(past.every((date) => date <= TODAY)).toBe(true)
    }
  })

  it('never starts production, loads or hands over before the money that guards it', () => {
    for (const order of records.order.filter((one) => one.status !== 'cancelled')) {
      for (const part of partsOf(order)) {
        const name = `${order.doc_no} ${part.seq}`
        const at = (wanted: Order['exec_status']) => stage(order) >= EXECUTION.indexOf(wanted)
        if (part.guards === 'production_start') expect(isPaid(part), name).toBe(at('waiting_material'))
        if (part.guards === 'loading' && at('shipped')) expect(isPaid(part), name).toBe(true)
        if (part.guards === 'bl_release' && at('closed')) expect(isPaid(part), name).toBe(true)
      }
    }
  })

  it('has installments whose state follows from date and money', () => {
    for (const part of records.installment.filter((one) => one.status !== 'cancelled' && one.status !== 'disputed')) {
      const days = part.due_date === null ? null : daysBetween(TODAY, part.due_date)
      if (isPaid(part)) expect(part.status).toBe('paid')
      else if (days === null) expect(part.status).toBe('awaiting_anchor')
      else if (days < 0) expect(part.status).toBe('overdue')
      else if (days === 0) expect(part.status).toBe('due')
      else if (part.paid_amount > 0) expect(part.status).toBe('part_paid')
      else expect(part.status).toBe(days < 3 ? 'reminded' : 'scheduled')
    }
  })

  it('counts due dates from what the order shows', () => {
    for (const order of records.order) {
      for (const part of partsOf(order)) {
        const anchors: Partial<Record<Installment['anchor'], string | null>> = {
          order_confirmed: order.order_date,
          cargo_ready: order.cargo_ready_on,
          bl_date: order.shipped_on,
          bl_copy_sent: order.shipped_on,
        }
        const anchor = anchors[part.anchor]
        if (anchor !== undefined) expect(part.due_date).toBe(anchor && addDays(anchor, part.offset_days))
      }
    }
  })

  it('has a payment state that follows from the installments', () => {
    for (const order of records.order) {
      const parts = partsOf(order)
      const deposits = parts.filter((part) => part.guards === 'production_start')
      const rest = parts.filter((part) => part.guards !== 'production_start')
      const expected = parts.every(isPaid)
        ? 'paid'
        : parts.every((part) => part.paid_amount === 0)
          ? 'unpaid'
          : deposits.every(isPaid) && deposits.length > 0 && rest.every((part) => part.paid_amount === 0)
            ? 'deposit_paid'
            : 'part_paid'
      expect([order.doc_no, order.pay_status]).toEqual([order.doc_no, expected])
      const finished = order.exec_status === 'closed' && order.pay_status === 'paid'
      expect(['completed', 'archived'].includes(order.status)).toBe(finished)
    }
  })
})
