import { z } from 'zod'
import { quotePrices } from '#shared/order/quote-price.ts'
import { family } from '../family.ts'
import { decimal } from '../notation.ts'

/** F2c_quote: FOB, CFR and CIF from cost. */
export const quotePrice = family(
  z.object({
    buy_incl_vat: decimal,
    vat: decimal,
    rebate: decimal,
    domestic_per_unit: decimal.default('0'),
    rate: decimal,
    margin: decimal,
    commission: decimal.default('0'),
    ins_markup: decimal.default('0'),
    ins_rate: decimal.default('0'),
    freight_per_unit: decimal.default('0'),
    nd: z.int().min(0).max(6).default(2),
  }),
  (input) => {
    const { cost, fob, cfr, cif } = quotePrices(
      {
        buyInclVat: input.buy_incl_vat,
        vat: input.vat,
        rebate: input.rebate,
        domestic: input.domestic_per_unit,
        rate: input.rate,
        margin: input.margin,
        commission: input.commission,
        insuranceMarkup: input.ins_markup,
        insuranceRate: input.ins_rate,
        freight: input.freight_per_unit,
      },
      input.nd,
    )
    return { cost_fc: cost, fob, cfr, cif }
  },
)
