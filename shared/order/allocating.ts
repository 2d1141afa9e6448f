import { allocate } from '#shared/money/allocation.ts'
import { decimalsOf } from '#shared/money/currency.ts'
import { Exact, toMinor } from '#shared/money/exact.ts'
import { sumOf } from '#shared/money/sum.ts'
import type { Installment } from '#shared/trade/index.ts'

/** How much of an installment is to be paid, in minor units of its currency. */
export interface Wish {
  readonly part: Pick<Installment, 'id' | 'currency'>
  readonly target: number
  /** What of it is open. */
  readonly open: number
}

/** What pays it: `amount` in minor units of the receipt's currency. */
export interface Paid<W extends Wish = Wish> {
  readonly wish: W
  readonly amount: number
}

export type AllocationProblem =
  | { readonly code: 'nothing' | 'cross_rate' | 'several_currencies' }
  | { readonly code: 'beyond_open'; readonly wish: Wish }
  | { readonly code: 'beyond_receipt'; readonly sum: number }

/**
 * What of a receipt pays which installments (domain 1.18). In one currency both amounts are the same; across currencies they
 * are at the cross rate, units of the installment's currency for one of the receipt's, rounded once for all of them and divided
 * so that the parts add up. A rest of one minor unit, which only that rounding leaves, goes with it.
 */
export function allocating<W extends Wish>(
  receipt: { readonly currency: string; readonly left: number },
  wishes: readonly W[],
  crossRate: string | null,
): { readonly paid: readonly Paid<W>[]; readonly sum: number } | { readonly problem: AllocationProblem } {
  const wanted = wishes.filter(({ target }) => target > 0)
  if (wanted.length === 0) return { problem: { code: 'nothing' } }
  const beyond = wanted.find(({ target, open }) => target > open)
  if (beyond) return { problem: { code: 'beyond_open', wish: beyond } }
  const own = wanted.filter(({ part }) => part.currency === receipt.currency)
  const foreign = wanted.filter(({ part }) => part.currency !== receipt.currency)
  if (new Set(foreign.map(({ part }) => part.currency)).size > 1) return { problem: { code: 'several_currencies' } }
  if (foreign.length > 0 && crossRate === null) return { problem: { code: 'cross_rate' } }
  const left = receipt.left - sumOf(own.map(({ target }) => target))
  const amounts = crossRate === null ? [] : across(foreign, receipt.currency, crossRate, left)
  const paid = wanted.map((wish) => {
    const at = foreign.indexOf(wish)
    return { wish, amount: at < 0 ? wish.target : (amounts[at] ?? 0) }
  })
  const sum = sumOf(paid.map(({ amount }) => amount))
  return sum > receipt.left ? { problem: { code: 'beyond_receipt', sum } } : { paid, sum }
}

function across(foreign: readonly Wish[], currency: string, rate: string, left: number): number[] {
  const [first] = foreign
  if (!first) return []
  const total = sumOf(foreign.map(({ target }) => target))
  const exact = new Exact(total).div(rate).times(`1e${decimalsOf(currency) - decimalsOf(first.part.currency)}`)
  const sum = toMinor(exact)
  return allocate(
    Math.abs(sum - left) <= 1 ? left : sum,
    foreign.map(({ target }) => String(target)),
  )
}
