import { z } from 'zod'
import { expectedProfit, type Goods, type OrderCosting, realisedProfit } from '#shared/order/profit.ts'
import { family } from '../family.ts'
import { currency, decimal, minorOf, written } from '../notation.ts'

const BASE = 'CNY'

const Purchase = z.object({
  qty: decimal,
  unit_cost_incl_vat: decimal.optional(),
  unit_cost_ex_vat: decimal.optional(),
  vat: decimal.optional(),
  rebate: decimal.optional(),
})

/** F2_profit: what an order earns, expected and realised. */
export const profit = family(
  z.object({
    currency,
    booking_rate: decimal,
    enterprise: z.enum(['trading', 'manufacturer']),
    vat: decimal.default('0'),
    rebate: decimal.default('0'),
    lines: z.array(z.object({ qty: decimal, unit_price: decimal, discount: decimal.default('0') })),
    freight_fc: decimal.default('0'),
    insurance: z.object({ markup: decimal, rate: decimal }).optional(),
    commission: z.object({ basis: z.enum(['invoice', 'fob']), pct: decimal }).optional(),
    purchases: z.array(Purchase).default([]),
    other_costs: z.array(z.object({ amount: decimal, rate: decimal.default('1') })).default([]),
    receipts: z.array(z.object({ amount: decimal, rate: decimal, bank_charge: decimal.default('0') })).default([]),
  }),
  (input) => {
    const { currency } = input
    const order: OrderCosting = {
      currency,
      base: BASE,
      bookingRate: input.booking_rate,
      lines: input.lines.map(({ unit_price, ...line }) => ({ ...line, unitPrice: unit_price })),
      freightFc: minorOf(input.freight_fc, currency),
      ...(input.insurance && { insurance: input.insurance }),
      ...(input.commission && { commission: input.commission }),
      otherCosts: input.other_costs.map(({ amount, rate }) => ({ amount: minorOf(amount, BASE), rate })),
      goods: goodsOf(input),
    }
    const expected = expectedProfit(order)
    const inFc = (minor: number) => written(minor, currency)
    const inBase = (minor: number) => written(minor, BASE)
    const { goods } = expected
    const output = {
      revenue_fc: inFc(expected.revenueFc),
      revenue_base: inBase(expected.revenue),
      fob_fc: inFc(expected.fobFc),
      freight_base: inBase(expected.freight),
      insurance_fc: inFc(expected.insuranceFc),
      insurance_base: inBase(expected.insurance),
      commission_fc: inFc(expected.commissionFc),
      commission_base: inBase(expected.commission),
      other_base: inBase(expected.other),
      ...(goods.enterprise === 'trading'
        ? {
            purchase_incl_vat: inBase(goods.inclVat),
            purchase_ex_vat: inBase(goods.exVat),
            vat_rebate: inBase(goods.rebate),
          }
        : {
            cost_ex_vat: inBase(goods.exVat),
            fob_base: inBase(goods.fob),
            non_deductible_vat: inBase(goods.nonDeductibleVat),
          }),
      export_cost_per_fc: expected.exportCostPerFc,
      expected_profit: inBase(expected.profit),
      expected_margin_pct: expected.margin,
    }
    if (input.receipts.length === 0) return output
    const settlements = input.receipts.map(({ amount, rate, bank_charge }) => ({
      amountFc: minorOf(amount, currency),
      rate,
      chargeFc: minorOf(bank_charge, currency),
    }))
    const realised = realisedProfit(order, expected, settlements)
    return {
      ...output,
      received_fc: inFc(realised.receivedFc),
      fx_gain: inBase(realised.fxGain),
      bank_charges_base: inBase(realised.bankCharges),
      realised_profit: inBase(realised.profit),
      realised_margin_pct: realised.margin,
      outstanding_fc: inFc(realised.outstandingFc),
    }
  },
)

interface Bought {
  readonly enterprise: 'trading' | 'manufacturer'
  readonly vat: string
  readonly rebate: string
  readonly purchases: readonly z.output<typeof Purchase>[]
}

/** A trading firm's purchases name their own rates; a manufacturer has one of each for the order. */
function goodsOf({ enterprise, vat, rebate, purchases }: Bought): Goods {
  if (enterprise === 'manufacturer') {
    const made = purchases.map(({ qty, unit_cost_ex_vat = '0' }) => ({ qty, unitCostExVat: unit_cost_ex_vat }))
    return { enterprise, vat, rebate, purchases: made }
  }
  const bought = purchases.map(({ qty, unit_cost_incl_vat = '0', ...own }) => ({
    qty,
    unitCostInclVat: unit_cost_incl_vat,
    vat: own.vat ?? vat,
    rebate: own.rebate ?? rebate,
  }))
  return { enterprise, purchases: bought }
}
