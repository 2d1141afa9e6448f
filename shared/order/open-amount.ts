import type { Installment } from '#shared/trade/index.ts'

const ENDED: readonly Installment['status'][] = ['paid', 'written_off', 'cancelled']

export const isSettled = ({ status }: Pick<Installment, 'status'>): boolean => ENDED.includes(status)

/** What of an installment is still to come, in minor units. */
export const openOf = (part: Pick<Installment, 'status' | 'amount' | 'paid_amount'>): number =>
  isSettled(part) ? 0 : Math.max(0, part.amount - part.paid_amount)
