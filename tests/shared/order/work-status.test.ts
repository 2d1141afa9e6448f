import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carried, hasWhollyLeft, leftToShip, mostOf } from '#shared/order/shipped-quantities.ts'
import { type Work, workStatus } from '#shared/order/work-status.ts'
import type { OrderLine, ProductionOrder, Shipment, ShipmentLine } from '#shared/trade/index.ts'

const ORDER = { id: 'o', exec_status: 'waiting_deposit' } as const

type Status = Shipment['status']
/** Shipments by what they carry of each line; none of it named, the whole order. */
type Sent = readonly (readonly [Status, (readonly number[])?])[]

function work(ordered: readonly number[], production: readonly ProductionOrder['status'][], sent: Sent): Work {
  return {
    order_line: ordered.map((qty, at) => ({ id: `l${at}`, order_id: 'o', seq: at + 1, qty }) as OrderLine),
    production_order: production.map((status) => ({ order_id: 'o', status }) as ProductionOrder),
    shipment: sent.map(([status], at) => ({ id: `s${at}`, order_id: 'o', status }) as Shipment),
    shipment_line: sent.flatMap(([, carries = []], at) =>
      carries.map((qty, line) => ({ shipment_id: `s${at}`, order_line_id: `l${line}`, qty }) as ShipmentLine),
    ),
  }
}

describe('an order of 100 and 50 is', () => {
  test.each<[string, readonly ProductionOrder['status'][], Sent, ReturnType<typeof workStatus>]>([
    ['what people say, as long as nothing is made', [], [], null],
    ['where its money is, as long as it is planned', ['planned', 'running'], [], 'waiting_deposit'],
    ['in production with the last that is made', ['inspected', 'running'], [], 'in_production'],
    ['ready when all is inspected', ['inspected', 'closed', 'cancelled'], [['booked']], 'ready'],
    [
      'ready while only a part has left',
      ['inspected'],
      [
        ['on_board', [100, 20]],
        ['planned', [0, 30]],
      ],
      'ready',
    ],
    [
      'shipped with the last part',
      ['inspected'],
      [
        ['delivered', [100, 20]],
        ['on_board', [0, 30]],
      ],
      'shipped',
    ],
    [
      'closed when all parts are delivered',
      ['closed'],
      [
        ['closed', [100, 20]],
        ['delivered', [0, 30]],
      ],
      'closed',
    ],
    ['in production though some of it has left', ['running', 'closed'], [['on_board', [100, 0]]], 'in_production'],
    ['shipped when all has left, whatever was noted of its making', ['running'], [['on_board']], 'shipped'],
    ['not shipped by what was cancelled', ['inspected'], [['cancelled', [100, 50]]], 'ready'],
    ['shipped from stock', [], [['in_transit']], 'shipped'],
  ])('%s', (_, production, sent, status) => {
    expect(workStatus(ORDER, work([100, 50], production, sent))).toBe(status)
  })

  test('shipped within the tolerance, once nothing more is planned', () => {
    const short: Sent = [['on_board', [95, 48]]]
    expect(workStatus(ORDER, work([100, 50], ['closed'], short))).toBe('ready')
    expect(workStatus(ORDER, work([100, 50], ['closed'], short), 500)).toBe('shipped')
    expect(workStatus(ORDER, work([100, 50], ['closed'], [...short, ['planned', [5, 2]]]), 500)).toBe('ready')
  })
})

test('however an order is divided over shipments, it has left with the last of them and not before', () => {
  const quantity = fc.integer({ min: 1, max: 1_000 })
  const cuts = fc.array(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 3, maxLength: 3 }), { maxLength: 4 })
  fc.assert(
    fc.property(fc.array(quantity, { minLength: 1, maxLength: 3 }), cuts, (ordered, wished) => {
      const sent: [Status, number[]][] = []
      for (const cut of wished) {
        const { shipment_line, ...rest } = work(ordered, ['closed'], sent)
        const left = leftToShip(ORDER, { ...rest, shipment_line }).map((one) => one.left)
        const now = ordered.map((_, at) => Math.min(cut[at] ?? 0, left[at] ?? 0))
        if (now.some((qty) => qty > 0)) sent.push(['on_board', now])
      }
      const before = work(ordered, ['closed'], sent)
      const left = leftToShip(ORDER, before).map((one) => one.left)
      expect(hasWhollyLeft(ORDER, before, 0)).toBe(left.every((qty) => qty === 0))
      const last = work(ordered, ['closed'], [...sent, ['on_board', left]])
      expect(workStatus(ORDER, last)).toBe('shipped')
      const all = carried(ORDER, last.shipment, last)
      expect(last.order_line.map(({ id }) => all.get(id))).toEqual(ordered)
    }),
  )
})

test('the most of a line is what was ordered and the tolerance, and no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 10_000 }), (qty, tolerance) => {
      const most = mostOf({ qty }, tolerance)
      expect(BigInt(most) * 10_000n).toBeLessThanOrEqual(BigInt(qty) * BigInt(10_000 + tolerance))
      expect(most).toBeGreaterThanOrEqual(qty)
    }),
  )
})
