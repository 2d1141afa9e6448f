import type { Moment } from '#shared/expression/evaluate.ts'
import { evaluateCondition, evaluateValue } from '#shared/expression/evaluate.ts'
import type { Facts } from '#shared/expression/schema.ts'
import type { Text } from '#shared/i18n/language.ts'
import type { WorkflowApprover, WorkflowPolicy } from '../definition/workflow.ts'
import { type FlowProblem, flowProblem } from './flow-problem.ts'

/** A request for agreement, as data: who has to agree, and who has said what so far. */
export interface Approval {
  readonly policy: string
  readonly requestedBy: string
  /** ms UTC. */
  readonly requestedAt: number
  /** Of what was asked for: when it changes, nothing that was said of it counts. */
  readonly snapshotHash: string
  readonly status: 'pending' | 'approved' | 'rejected' | 'superseded'
  readonly decidedAt: number | null
  /** Decided one after the other. */
  readonly steps: readonly ApprovalStep[]
}

export interface ApprovalStep {
  readonly name: Text | null
  readonly mode: 'any' | 'all'
  readonly approvers: readonly Seat[]
  readonly decisions: readonly Decided[]
}

/** Who may decide: a person, or anybody who has a role. */
export type Seat = { readonly role: string } | { readonly user: string }

export interface Decided {
  readonly by: string
  readonly decision: 'approve' | 'reject'
  readonly comment: string | null
  readonly at: number
  /** The seats of the step that the person can take. */
  readonly seats: readonly number[]
  /** Whose seat it was, where they stood in for somebody. */
  readonly for?: string
}

export interface Requester {
  readonly id: string
  /** Who is above them, the nearest first. */
  readonly managers: readonly string[]
  /** The firm's last resort, who stands in above the top. */
  readonly fallback: string | null
  readonly snapshotHash: string
}

export type Requested =
  | { readonly kind: 'moved'; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly problems: readonly FlowProblem[] }

/**
 * A request under a policy: the steps whose condition holds. Where none does, nobody has to be asked. The facts are those
 * with the run's own fields among them.
 */
export function requestApproval(policy: WorkflowPolicy, facts: Facts, requester: Requester, at: Moment): Requested {
  const problems: FlowProblem[] = []
  const steps = policy.steps
    .filter(({ when }) => when === null || evaluateCondition(when, facts, at) === true)
    .map(({ name, mode, approvers }): ApprovalStep => {
      const missing: FlowProblem[] = []
      const seats = approvers.flatMap((approver) => {
        const seat = seatOf(approver, facts, requester, at)
        if (seat) return [seat]
        missing.push(flowProblem('no_approver', { who: wordOf(approver) }))
        return []
      })
      // Where any one of several is enough, the others are.
      if (mode === 'all' || seats.length === 0) problems.push(...missing)
      return { name, mode, approvers: distinct(seats), decisions: [] }
    })
  if (problems.length > 0) return { kind: 'refused', problems }
  return {
    kind: 'moved',
    approval: {
      policy: policy.key,
      requestedBy: requester.id,
      requestedAt: at.now,
      snapshotHash: requester.snapshotHash,
      status: steps.length === 0 ? 'approved' : 'pending',
      decidedAt: steps.length === 0 ? at.now : null,
      steps,
    },
  }
}

/** Who is meant; instead of the one who asks whoever is above them. Null where there is nobody. */
function seatOf(approver: WorkflowApprover, facts: Facts, requester: Requester, at: Moment): Seat | null {
  if ('role' in approver) return approver
  const { id, managers, fallback } = requester
  const above = (level: number) => managers[level - 1] ?? fallback
  const user = personOf(approver, facts, at, above)
  const meant = user === id ? above(1) : user
  return meant === null || meant === id ? null : { user: meant }
}

function personOf(
  approver: Exclude<WorkflowApprover, { readonly role: string }>,
  facts: Facts,
  at: Moment,
  above: (level: number) => string | null,
): string | null {
  if ('user' in approver) return approver.user
  if ('manager' in approver) return above(approver.manager)
  const value = evaluateValue(approver.field, facts, at)
  return typeof value === 'string' && value !== '' ? value : null
}

const wordOf = (approver: WorkflowApprover): string => {
  if ('field' in approver) return approver.field.source
  return 'manager' in approver ? `manager+${approver.manager}` : 'user' in approver ? approver.user : approver.role
}

const distinct = (seats: readonly Seat[]): Seat[] => [
  ...new Map(seats.map((seat) => [JSON.stringify(seat), seat])).values(),
]
