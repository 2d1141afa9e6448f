import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedProfit, type OrderCosting, realisedProfit } from '#shared/order/profit.ts'

const order: OrderCosting = {
  currency: 'USD',
  base: 'CNY',
  bookingRate: '7.1500',
  lines: [{ qty: '1000', unitPrice: '12.50' }],
  freightFc: 0,
  otherCosts: [{ amount: 260_000 }],
  goods: {
    enterprise: 'trading',
    purchases: [{ qty: '1000', unitCostInclVat: '67.80', vat: '0.13', rebate: '0.13' }],
  },
}

test('two receipts, a loss by exchange and the bank’s charges (domain 3.2, row 3)', () => {
  const expected = expectedProfit(order)
  const realised = realisedProfit(order, expected, [
    { amountFc: 375_000, rate: '7.1650', chargeFc: 2_000 },
    { amountFc: 875_000, rate: '7.0980', chargeFc: 2_500 },
  ])
  expect(expected).toMatchObject({ profit: 2_677_500, margin: '29.96', exportCostPerFc: '5.0080' })
  expect(realised).toEqual({
    receivedFc: 1_250_000,
    outstandingFc: 0,
    fxGain: -39_875,
    bankCharges: 32_075,
    profit: 2_605_550,
    margin: '29.15',
  })
})

test('an order of nothing has no margin and costs nothing per unit of currency', () => {
  const nothing = expectedProfit({
    ...order,
    lines: [],
    otherCosts: [],
    goods: { enterprise: 'trading', purchases: [] },
  })
  expect(nothing).toMatchObject({ revenueFc: 0, profit: 0, margin: null, exportCostPerFc: null })
})

test('what is not received yet, or received at the booking rate, changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 5 }), (amounts) => {
      const expected = expectedProfit(order)
      const realised = realisedProfit(
        order,
        expected,
        amounts.map((amountFc) => ({ amountFc, rate: order.bookingRate })),
      )
      // Each receipt is rounded on its own: at most a cent for each.
      expect(Math.abs(realised.profit - expected.profit)).toBeLessThanOrEqual(amounts.length)
      expect(realised.receivedFc + realised.outstandingFc).toBe(expected.revenueFc)
    }),
  )
})

test('the parts are the whole: revenue less what is borne, freight, insurance, commission and other costs', () => {
  const share = fc.integer({ min: 0, max: 30 }).map((pct) => String(pct / 100))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000 }), share, share, share, (freightFc, pct, vat, rate) => {
      const figures = expectedProfit({
        ...order,
        freightFc,
        insurance: { markup: '0.1', rate },
        commission: { basis: 'fob', pct },
        goods: { enterprise: 'manufacturer', vat, rebate: '0', purchases: [{ qty: '10', unitCostExVat: '19.605' }] },
      })
      const { goods } = figures
      const borne = goods.enterprise === 'manufacturer' ? goods.exVat + goods.nonDeductibleVat : 0
      const { revenue, freight, insurance, commission, other } = figures
      expect(figures.profit).toBe(revenue - borne - freight - insurance - commission - other)
      expect(figures.fobFc + freightFc + figures.insuranceFc).toBe(figures.revenueFc)
    }),
  )
})
