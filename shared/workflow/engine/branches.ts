import type { Split } from '../definition/parallel.ts'
import type { Workflow, WorkflowWay } from '../definition/workflow.ts'
import type { Token } from './state.ts'

/** At the gateway where branches meet: the branch, by its first way, from which a way comes. */
export function branchAt(node: string, via: WorkflowWay, { splits }: Workflow): string | null {
  const split = splits.find(({ join }) => join === node)
  const branch = split?.branches.find(({ way, nodes }) => way.key === via.key || nodes.has(via.from))
  return branch?.way.key ?? null
}

/** Whether a token stands in a branch of a split: in its nodes, or waiting at either of its gateways. */
export function within(split: Split, { node, branch }: Pick<Token, 'node' | 'branch'>): boolean {
  return split.branches.some(({ way, nodes }) => nodes.has(node) || way.key === branch)
}

/** The tokens that wait with this one at a join, once there is one of each branch; null until then. */
export function gathered(token: Token, tokens: readonly Token[], { splits }: Workflow): readonly Token[] | null {
  const split = splits.find(
    ({ join, branches }) => join === token.node && branches.some(({ way }) => way.key === token.branch),
  )
  if (!split) return [token]
  const waiting = split.branches.map(({ way }) =>
    tokens.find(({ node, branch }) => node === token.node && branch === way.key),
  )
  const there = waiting.filter((one) => one !== undefined)
  return there.length < waiting.length ? null : there
}
