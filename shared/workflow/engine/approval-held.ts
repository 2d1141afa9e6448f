import type { FactRow } from '#shared/expression/schema.ts'
import type { WorkflowNode } from '../definition/workflow.ts'
import { type FlowCode, type FlowProblem, flowProblem } from './flow-problem.ts'
import type { Ground } from './ground.ts'

/** What keeps the flow at an approval: the newest request for its policy since it was entered is not approved. Of one moment the first. */
export function approvalHeld({ spec, name }: WorkflowNode, since: number, { facts, workflow }: Ground): FlowProblem[] {
  if (spec.type !== 'approval' || spec.policy === undefined) return []
  const requests = rowsOf(facts.records.approval).filter(
    ({ policy, requested_at }) => policy === spec.policy && Number(requested_at ?? -1) >= since,
  )
  const newest = requests.reduce<FactRow | undefined>(
    (last, one) => (last && Number(last.requested_at) >= Number(one.requested_at) ? last : one),
    undefined,
  )
  const code = codeOf(newest?.status)
  return code === null ? [] : [flowProblem(code, { name: workflow.policies.get(spec.policy)?.name ?? name })]
}

function codeOf(status: unknown): FlowCode | null {
  switch (status) {
    case undefined:
      return 'not_requested'
    case 'approved':
      return null
    case 'pending':
    case 'rejected':
      return status
    default:
      return 'void'
  }
}

const rowsOf = (record: FactRow | readonly FactRow[] | null | undefined): readonly FactRow[] =>
  Array.isArray(record) ? record : record ? [record as FactRow] : []
