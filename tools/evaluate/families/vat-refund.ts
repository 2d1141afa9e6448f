import { z } from 'zod'
import { vatRefund as refundOf } from '#shared/order/vat-refund.ts'
import { family } from '../family.ts'
import { decimal, minorOf, written } from '../notation.ts'

const BASE = 'CNY'

/** F2b_ecr: a manufacturer's refund of a period. */
export const vatRefund = family(
  z.object({
    fob_base: decimal,
    vat: decimal,
    rebate: decimal,
    output_vat: decimal,
    input_vat: decimal,
    carried_credit: decimal.default('0'),
  }),
  ({ fob_base, vat, rebate, output_vat, input_vat, carried_credit }) => {
    const refund = refundOf({
      fob: minorOf(fob_base, BASE),
      vat,
      rebate,
      outputVat: minorOf(output_vat, BASE),
      inputVat: minorOf(input_vat, BASE),
      carriedCredit: minorOf(carried_credit, BASE),
    })
    return {
      non_deductible: written(refund.nonDeductible, BASE),
      vat_payable: written(refund.payable, BASE),
      ending_credit: written(refund.credit, BASE),
      ecr_amount: written(refund.ceiling, BASE),
      refund: written(refund.refund, BASE),
      exempt_credit: written(refund.exempt, BASE),
      carry_forward: written(refund.carried, BASE),
    }
  },
)
