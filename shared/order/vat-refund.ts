import { Exact, toMinor } from '#shared/money/exact.ts'

/** A manufacturer's exports and VAT of one period; minor units, rates as decimal strings. */
export interface VatPeriod {
  readonly fob: number
  readonly vat: string
  readonly rebate: string
  readonly outputVat: number
  readonly inputVat: number
  readonly carriedCredit: number
}

export interface VatRefund {
  /** VAT that export bears (不得免征和抵扣税额). */
  readonly nonDeductible: number
  readonly payable: number
  /** 期末留抵税额. */
  readonly credit: number
  /** The most that may be refunded (免抵退税额). */
  readonly ceiling: number
  readonly refund: number
  /** 免抵额. */
  readonly exempt: number
  readonly carried: number
}

/** The refund of a period (免抵退税): the smaller of the credit and the ceiling (domain 3.2b, Cai Shui [2012] 39). */
export function vatRefund({ fob, vat, rebate, outputVat, inputVat, carriedCredit }: VatPeriod): VatRefund {
  const nonDeductible = toMinor(new Exact(vat).minus(rebate).times(fob))
  const due = outputVat - (inputVat - nonDeductible) - carriedCredit
  const credit = Math.max(0, -due)
  const ceiling = toMinor(new Exact(rebate).times(fob))
  const refund = Math.min(credit, ceiling)
  return {
    nonDeductible,
    payable: Math.max(0, due),
    credit,
    ceiling,
    refund,
    exempt: ceiling - refund,
    carried: credit - refund,
  }
}
