import type { Paid, Wish } from '#shared/order/allocating.ts'
import type { Change } from '#shared/record/change.ts'
import type { Installment, Receipt } from '#shared/trade/index.ts'
import { changed, type EffectView } from './effects/effect.ts'

/** A wish about a whole installment. */
export interface InstallmentWish extends Wish {
  readonly part: Installment
}

/**
 * A row for each part of a receipt that settles something, what that leaves of the installments, and of the receipt: what is
 * over stays on it, to be said of. `rate` is the cross rate as it is stored.
 */
export function allocationChanges(
  dealId: string,
  receipt: Receipt,
  paid: readonly Paid<InstallmentWish>[],
  rate: number | null,
  { now, newId }: Pick<EffectView, 'now' | 'newId'>,
): Change[] {
  const sum = paid.reduce((total, { amount }) => total + amount, 0)
  const allocated_amount = (receipt.allocated_amount ?? 0) + sum
  const status = allocated_amount === receipt.gross_amount ? 'allocated' : 'partly_allocated'
  return [
    changed('receipt', receipt, { allocated_amount, status }),
    ...paid.flatMap(({ wish: { part, target }, amount }): Change[] => [
      {
        kind: 'create',
        type: 'allocation',
        id: newId(),
        values: {
          deal_id: dealId,
          receipt_id: receipt.id,
          installment_id: part.id,
          currency: receipt.currency,
          amount,
          target_currency: part.currency,
          target_amount: target,
          cross_rate: part.currency === receipt.currency ? null : rate,
          allocated_at: now,
        },
      },
      changed('installment', part, { paid_amount: part.paid_amount + target }),
    ]),
  ]
}
