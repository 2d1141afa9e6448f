import { expect, test } from 'vitest'
import { type DeliveryLine, onTimeDelivery } from '#shared/order/on-time.ts'

const may = { from: '2026-05-01', to: '2026-05-31', asOf: '2026-05-20' }
const line = (id: string, part: Partial<DeliveryLine>): DeliveryLine => ({
  id,
  ordered: '10',
  promised: '2026-05-10',
  shipped: [],
  ...part,
})

test('what is cancelled or not yet due does not count (domain 3.7, row 3)', () => {
  const delivery = onTimeDelivery(
    [
      line('a', { promised: '2026-05-30' }),
      line('b', { promised: '2026-05-05', cancelled: true }),
      line('c', { promised: '2026-05-18', shipped: [{ date: '2026-05-17', qty: '10' }] }),
    ],
    may,
  )
  expect(delivery).toMatchObject({ counted: 1, onTimeInFull: 1, pct: '100.0', averageDaysLate: '0.0' })
})

test('a line is not late on the very day of its promise, nor within its tolerance', () => {
  const lines = [line('today', { promised: may.asOf }), line('soon', { promised: '2026-05-18', toleranceDays: 2 })]
  expect(onTimeDelivery(lines, may).counted).toBe(0)
  expect(onTimeDelivery(lines, { ...may, asOf: '2026-05-21' }).lines).toMatchObject([{ daysLate: 1 }, { daysLate: 3 }])
})

test('shipments count in the order of their days, whatever order they are told in; those to come do not', () => {
  const shipped = [
    { date: '2026-05-25', qty: '5' },
    { date: '2026-05-09', qty: '5' },
  ]
  const told = (asOf: string) => onTimeDelivery([line('a', { shipped })], { ...may, asOf }).lines[0]
  expect(told('2026-05-20')).toMatchObject({ completed: null, daysLate: 10 })
  expect(told('2026-05-26')).toMatchObject({ completed: '2026-05-25', daysLate: 15 })
})
