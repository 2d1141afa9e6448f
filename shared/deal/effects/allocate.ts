import { openOf } from '#shared/order/open-amount.ts'
import { settling } from '#shared/order/settling.ts'
import type { Installment, Receipt } from '#shared/trade/index.ts'
import { allocationChanges } from '../allocation-changes.ts'
import { isThirdParty } from '../derived.ts'
import { type Effect, effected } from './effect.ts'

/**
 * Money that is there pays the installments of its deal in its own currency, the earliest due first (domain 2.2.11). What is
 * left over stays on the receipt, to be said of; nothing is settled that was not received. With `{exact: true}` it pays the one
 * installment that it comes to exactly, or all of them together; anything else is left to people. So is the money of somebody
 * else than the buyer, however well it fits (domain J8).
 */
export const allocate: Effect = ({ file, record, with: { exact }, view }) => {
  const receipt = record as unknown as Receipt
  if (isThirdParty(receipt, file)) return effected()
  const open = file.parts.installment.filter((part) => part.currency === receipt.currency && openOf(part) > 0)
  const left = receipt.gross_amount - (receipt.allocated_amount ?? 0)
  const parts = exact === true ? exactly(left, open) : open
  const paid = settling(left, parts).map(({ part, amount }) => ({
    wish: { part, target: amount, open: openOf(part) },
    amount,
  }))
  return paid.length === 0 ? effected() : { changes: allocationChanges(file.deal.id, receipt, paid, null, view) }
}

/** The installment of that amount that is due first; all of them where that is what they come to. */
function exactly(amount: number, open: readonly Installment[]): readonly Installment[] {
  const [first] = settling(
    Number.MAX_SAFE_INTEGER,
    open.filter((part) => openOf(part) === amount),
  )
  if (first) return [first.part]
  return open.reduce((sum, part) => sum + openOf(part), 0) === amount ? open : []
}
