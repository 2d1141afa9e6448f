import { type AnchorDates, anchorDates, depositSettled } from '#shared/order/anchor-dates.ts'
import { isSettled } from '#shared/order/open-amount.ts'
import { dueFrom } from '#shared/order/schedule.ts'
import { shipmentsOf } from '#shared/order/shipped-quantities.ts'
import type { Change, Values } from '#shared/record/change.ts'
import type { CivilDate } from '#shared/time/civil-date.ts'
import type { Installment } from '#shared/trade/index.ts'
import type { DealFile } from './deal-file.ts'
import { changed, type EffectView } from './effects/effect.ts'

type Day = Pick<EffectView, 'today' | 'timezone'>

/** States that a date leads to; a dispute or a part that has come in is left alone. */
const DATED: readonly Installment['status'][] = ['scheduled', 'reminded', 'due', 'overdue']

/**
 * Due dates that follow from what has changed: an installment becomes due once what it counts from has its date, moves when
 * that date moves, and waits again when it is lost. What is settled stays, and so does a date that somebody has set by hand,
 * as long as what it counts from stays.
 */
export function installmentsFollowing(before: DealFile, after: DealFile, view: Day): Change[] {
  return after.parts.order.flatMap((order) => {
    const then = datesIn(before, order.id, view)
    const now = datesIn(after, order.id, view)
    return after.parts.installment
      .filter((part) => part.order_id === order.id && !isSettled(part))
      .flatMap((part) => {
        const stored = before.parts.installment.find(({ id }) => id === part.id)
        const values = stored && following(part, then[part.anchor] ?? null, now[part.anchor] ?? null)
        return stored && values ? [changed('installment', stored, values)] : []
      })
  })
}

function following(part: Installment, then: CivilDate | null, now: CivilDate | null): Values | null {
  if (now !== null && (part.status === 'awaiting_anchor' || now !== then)) {
    const due_date = dueFrom(now, part.offset_days, part.eom ?? false)
    const status = part.status === 'awaiting_anchor' || DATED.includes(part.status) ? 'scheduled' : part.status
    return due_date === part.due_date && status === part.status ? null : { due_date, status }
  }
  return now === null && then !== null && DATED.includes(part.status)
    ? { due_date: null, status: 'awaiting_anchor' }
    : null
}

function datesIn({ parts }: DealFile, orderId: string, { today, timezone }: Day): AnchorDates {
  const order = parts.order.find(({ id }) => id === orderId)
  if (!order) return {}
  const installments = parts.installment.filter(({ order_id }) => order_id === orderId)
  return {
    ...anchorDates(order, shipmentsOf(order, parts), timezone),
    deposit_received: depositSettled(installments) ? today : null,
  }
}
