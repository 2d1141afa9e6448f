import { arrivalOf } from '#shared/order/arrival.ts'
import { isSettled } from '#shared/order/open-amount.ts'
import { workStatus } from '#shared/order/work-status.ts'
import type { Change } from '#shared/record/change.ts'
import { merged } from '#shared/record/merged.ts'
import type { AnyRecord } from '#shared/record/record-type.ts'
import type { Approval, Order } from '#shared/trade/index.ts'
import { step } from '#shared/workflow/engine/step.ts'
import { amountsFollowing } from './amounts-following.ts'
import { askedApproval } from './asked-approval.ts'
import { datesTold } from './dates-told.ts'
import { dealClocks } from './deal-clocks.ts'
import { dealFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import { dealValues } from './deal-values.ts'
import { documentsTold } from './documents-told.ts'
import { done } from './done.ts'
import { changed, type Effected, type EffectView } from './effects/effect.ts'
import { inquiriesLost } from './inquiries-lost.ts'
import { installmentsFollowing } from './installments-following.ts'
import { hashOf, snapshotOf } from './snapshot.ts'
import { stagesTold } from './stages-told.ts'
import { toleranceOf } from './tolerance.ts'
import { withChanges } from './with-changes.ts'

/** How often what a deal does by itself may change what it goes on by. Each round is bounded by the engine. */
const ROUNDS_MAX = 5

/**
 * Changes with everything that follows from them for the deal: its orders say how far their work is and come to what has left,
 * payments are due by the dates that they count from, and the deal goes on by itself as far as what its stages wait for is there. Each record is
 * written once.
 */
export function settled(file: DealFile, given: readonly Change[], view: EffectView): Effected {
  let changes = [...given, ...ordersFollowing(file, given, view)]
  changes.push(...amountsFollowing(file, withChanges(file, changes), view))
  const shipped = withChanges(file, changes)
  changes.push(...installmentsFollowing(file, shipped, view), ...datesTold(file, shipped, view))
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const after = withChanges(file, changes)
    if (!after.road) break
    // One that was made without its road, as over the API, begins with the first that is written for it.
    const begun = after.deal.state !== null
    const event = begun ? ({ kind: 'settle', by: view.actorId } as const) : ({ kind: 'start' } as const)
    const outcome = step(after.road, begun ? dealState(after.deal) : null, event, dealFacts(after, view), view)
    if (outcome.kind !== 'moved') break
    const { key, version } = after.road.definition
    const own = changed('deal', file.deal, {
      ...(begun ? {} : { workflow: key, workflow_version: version }),
      ...dealValues(outcome.state, after.deal.lost_reason),
    })
    const effects = done(outcome.effects, {
      file,
      type: 'deal',
      recordId: file.deal.id,
      changes: [...changes, own],
      view,
    })
    if ('problems' in effects) return effects
    changes = [...effects.changes]
  }
  const papers = documentsTold(file, withChanges(file, changes), changes, view)
  const stages = stagesTold(file, withChanges(file, changes), view)
  const whole = [
    ...changes,
    ...papers,
    ...stages,
    ...inquiriesLost(file, changes),
    ...approvalsFollowing(file, changes, view),
  ]
  return { changes: merged([...whole, ...clocksFollowing(file, whole, view)]) }
}

/** The clocks of a deal follow from everything of it. */
function clocksFollowing(file: DealFile, changes: readonly Change[], view: EffectView): Change[] {
  const after = withChanges(file, changes)
  const values = dealClocks(after, view)
  const isSame = JSON.stringify(values.clocks) === JSON.stringify(after.deal.clocks ?? null)
  return isSame && values.stage_due === after.deal.stage_due ? [] : [changed('deal', file.deal, values)]
}

/**
 * What was asked for where the deal stood, and waits though the deal has left, nobody has to decide any more; and what is not
 * as it was when it was asked for is asked for anew, as it is now.
 */
function approvalsFollowing(file: DealFile, changes: readonly Change[], view: EffectView): Change[] {
  const after = withChanges(file, changes)
  const { road, deal, parts } = after
  const { tokens } = dealState(deal)
  const at = (policy: string) => [...(road?.nodes.values() ?? [])].filter(({ spec }) => spec.policy === policy)
  return parts.approval.flatMap((one) => {
    const before = file.parts.approval.find(({ id }) => id === one.id)
    if (!before || one.subject_type !== 'deal' || !isPending(one)) return []
    const nodes = at(one.policy)
    const entered = tokens.find(({ node }) => nodes.some(({ spec }) => spec.key === node))?.since
    const stands = nodes.length === 0 || (entered !== undefined && entered <= one.requested_at)
    if (!stands) return [changed('approval', before, { status: 'withdrawn' })]
    const record = deal as unknown as AnyRecord
    if (hashOf(snapshotOf(after, 'deal', record)) === one.subject_hash) return []
    const asked = askedApproval(one.policy, { file: after, type: 'deal', record, view, requestedBy: one.requested_by })
    return [changed('approval', before, { status: 'superseded' }), ...('changes' in asked ? asked.changes : [])]
  })
}

const isPending = ({ status }: Approval): boolean => status === 'pending' || status === 'expired_escalated'

/**
 * An order is as far as what was made and sent for it, and arrives when that does: its buyer is told by the order. A date that
 * somebody has set by hand stays as long as its shipments have none but what they had.
 */
function ordersFollowing(file: DealFile, changes: readonly Change[], { today }: EffectView): Change[] {
  const after = withChanges(file, changes)
  return after.parts.order.flatMap((one) => {
    const before = file.parts.order.find(({ id }) => id === one.id)
    if (!before || one.status === 'cancelled') return []
    const status = workStatus(one, after.parts, toleranceOf(after, one)) ?? one.exec_status
    const ready = status === 'ready' && one.cargo_ready_on === null ? { cargo_ready_on: today } : {}
    const moved = status === one.exec_status ? {} : { exec_status: status, ...ready }
    const completed = isCompleted(one, status, after) ? { status: 'completed' } : {}
    const arrival = arrivalOf(one, after.parts)
    const arrives = arrival === arrivalOf(before, file.parts) ? {} : { eta: arrival }
    const values = { ...moved, ...arrives, ...completed }
    return Object.keys(values).length === 0 ? [] : [changed('order', before, values)]
  })
}

/** All of it is delivered and paid. */
function isCompleted({ id, status }: Order, exec: Order['exec_status'], { parts }: DealFile): boolean {
  const own = parts.installment.filter(({ order_id }) => order_id === id)
  return status === 'confirmed' && exec === 'closed' && own.length > 0 && own.every(isSettled)
}
