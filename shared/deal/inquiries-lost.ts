import type { Change } from '#shared/record/change.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import { changed } from './effects/effect.ts'
import { withChanges } from './with-changes.ts'

const IN_HAND: readonly Inquiry['status'][] = ['received', 'assigned', 'pooled', 'claimed', 'contacted', 'qualified']

/** Whoever loses a deal has its inquiry in hand no more: it would count among what they may hold. */
export function inquiriesLost(file: DealFile, changes: readonly Change[]): Change[] {
  const { deal, parts } = withChanges(file, changes)
  if (deal.status !== 'lost' || file.deal.status === 'lost') return []
  return parts.inquiry.flatMap(({ id, status }) => {
    const before = file.parts.inquiry.find((one) => one.id === id)
    if (!before || !IN_HAND.includes(status)) return []
    return [changed('inquiry', before, { status: 'lost', lost_reason: deal.lost_reason })]
  })
}
