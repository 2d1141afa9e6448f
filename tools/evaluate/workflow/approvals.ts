import type { Moment } from '#shared/expression/evaluate.ts'
import type { FactRow, Facts } from '#shared/expression/schema.ts'
import type { Workflow } from '#shared/workflow/definition/workflow.ts'
import { type Approval, requestApproval } from '#shared/workflow/engine/approval.ts'
import { type Decision, decideApproval } from '#shared/workflow/engine/decision.ts'
import { type FlowProblem, flowProblem } from '#shared/workflow/engine/flow-problem.ts'
import { type By, managersOf, type Staff } from './staff.ts'

/** What came of asking or deciding, and the request as it is since. */
export interface Asked {
  readonly outcome: string
  readonly approval: Approval | null
  readonly problems: readonly FlowProblem[]
}

/** The requests of one trial, the newest of each policy; each is a row of the facts too. */
export class Approvals {
  readonly #newest = new Map<string, Approval>()
  readonly #staff: Staff
  readonly #fallback: string | null

  constructor(staff: Staff, fallback: string | null) {
    this.#staff = staff
    this.#fallback = fallback
  }

  request(workflow: Workflow, policy: string, by: By, snapshotHash: string, facts: Facts, at: Moment): Asked {
    const asked = workflow.policies.get(policy)
    if (!asked) return { outcome: 'refused', approval: null, problems: [flowProblem('no_way')] }
    const { id, managers } = this.#person(by)
    const answer = requestApproval(asked, facts, { id, managers, fallback: this.#fallback, snapshotHash }, at)
    if (answer.kind === 'refused') return { outcome: 'refused', approval: null, problems: answer.problems }
    this.#newest.set(policy, answer.approval)
    return { outcome: 'moved', approval: answer.approval, problems: [] }
  }

  /** Without a snapshot of its own, the one who decides sees what was asked for. */
  decide(
    policy: string,
    by: By,
    decision: Pick<Decision, 'decision' | 'comment'>,
    snapshot: string | undefined,
    at: Moment,
  ): Asked {
    const approval = this.#newest.get(policy)
    if (!approval)
      return { outcome: 'refused', approval: null, problems: [flowProblem('not_requested', { name: policy })] }
    const snapshotHash = snapshot ?? approval.snapshotHash
    const answer = decideApproval(approval, { ...decision, by: this.#person(by), snapshotHash }, at)
    if (answer.kind === 'refused') return { outcome: 'refused', approval, problems: answer.problems }
    this.#newest.set(policy, answer.approval)
    return {
      outcome: answer.kind,
      approval: answer.approval,
      problems: answer.kind === 'voided' ? answer.problems : [],
    }
  }

  #person(by: By): Decision['by'] {
    const id = typeof by === 'string' ? by : by.id
    const given = typeof by === 'string' ? undefined : by
    return {
      id,
      roles: given?.roles ?? this.#staff.get(id)?.roles ?? [],
      managers: given?.managers ?? managersOf(id, this.#staff),
    }
  }
}

/** The facts with the request among them, in place of what they had of it. */
export function withApproval(
  { records, fields }: Facts,
  { policy, status, requestedBy, requestedAt, decidedAt }: Approval,
): Facts {
  const row: FactRow = { policy, status, requested_by: requestedBy, requested_at: requestedAt, decided_at: decidedAt }
  const given = records.approval
  const rows = Array.isArray(given) ? (given as readonly FactRow[]) : given ? [given as FactRow] : []
  const others = rows.filter((one) => one.policy !== policy || one.requested_at !== requestedAt)
  return { records: { ...records, approval: [...others, row] }, fields }
}
