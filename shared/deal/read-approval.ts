import type { View } from '#shared/panel/section-builder.ts'
import type { Approval as ApprovalRecord } from '#shared/trade/index.ts'
import type { Approval, ApprovalStep } from '#shared/workflow/engine/approval.ts'
import { awaited, type Decider } from '#shared/workflow/engine/decision.ts'

/** A stored request as the engine knows it. */
export const readApproval = (record: ApprovalRecord): Approval => ({
  policy: record.policy,
  requestedBy: record.requested_by,
  requestedAt: record.requested_at,
  snapshotHash: record.subject_hash,
  status: STATUS[record.status] ?? 'superseded',
  decidedAt: record.decided_at,
  steps: (record.steps as readonly Partial<ApprovalStep>[]).filter(isStep),
})

/** What nobody can decide on, as an import may have brought it, is no step. */
const isStep = (step: Partial<ApprovalStep>): step is ApprovalStep =>
  Array.isArray(step.approvers) && Array.isArray(step.decisions)

const STATUS: Readonly<Partial<Record<ApprovalRecord['status'], Approval['status']>>> = {
  pending: 'pending',
  // Late as it is, it waits all the same: time alone decides nothing.
  expired_escalated: 'pending',
  approved: 'approved',
  rejected: 'rejected',
}

/** Whether a request waits for whoever looks, or for somebody they stand in for; nobody decides on the own request of either. */
export function awaitsMe(record: ApprovalRecord, { viewer, access }: Pick<View, 'viewer' | 'access'>): boolean {
  const { id, standsFor = [] } = viewer
  if ([id, ...standsFor.map((one) => one.id)].includes(record.requested_by)) return false
  return waitsFor(record, [{ id, roles: access.roles }, ...standsFor])
}

/** Whether the step that a request is at waits for one of some people. */
export const waitsFor = (record: ApprovalRecord, people: readonly Pick<Decider, 'id' | 'roles'>[]): boolean =>
  awaited(readApproval(record)).some((seat) =>
    people.some(({ id, roles }) => ('role' in seat ? roles.includes(seat.role) : seat.user === id)),
  )
