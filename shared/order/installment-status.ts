import type { Values } from '#shared/record/change.ts'
import type { Installment } from '#shared/trade/index.ts'

/** States that a person or the calendar decides, whatever has been received. */
const DECIDED: readonly Installment['status'][] = ['disputed', 'written_off', 'cancelled']

/**
 * Whether an installment is paid follows from what was received, never from a word (domain 2.2.11): what is
 * paid in full is `paid`, and nothing else is.
 */
export function installmentStatus(part: Values): Installment['status'] {
  const { status, amount, paid_amount, due_date } = part as unknown as Installment
  if (DECIDED.includes(status)) return status
  if (paid_amount >= amount) return 'paid'
  const open = status === 'paid' || status === 'part_paid' ? (due_date ? 'scheduled' : 'awaiting_anchor') : status
  return paid_amount > 0 && open !== 'overdue' ? 'part_paid' : open
}
