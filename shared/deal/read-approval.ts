import type { View } from '#shared/panel/section-builder.ts'
import type { Approval as ApprovalRecord } from '#shared/trade/index.ts'
import type { Approval, ApprovalStep } from '#shared/workflow/engine/approval.ts'
import { awaited } from '#shared/workflow/engine/decision.ts'

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

/** Whether a request waits for whoever looks; nobody decides on their own. */
export function awaitsMe(record: ApprovalRecord, { viewer, access }: Pick<View, 'viewer' | 'access'>): boolean {
  if (record.requested_by === viewer.id) return false
  return awaited(readApproval(record)).some((seat) =>
    'role' in seat ? access.roles.includes(seat.role) : seat.user === viewer.id,
  )
}
