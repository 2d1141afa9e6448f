import type { Text } from '#shared/i18n/language.ts'
import type { Owner } from '../definition/owner.ts'
import { flowTargets, reachable } from '../definition/road.ts'
import type { Workflow } from '../definition/workflow.ts'
import type { WorkflowState } from './state.ts'

export interface Stage {
  readonly key: string
  readonly name: Text
  readonly state: 'done' | 'skipped' | 'now' | 'next'
  /** Since when somebody stands there, ms UTC. */
  readonly since?: number
  readonly owner: Owner | null
}

/** The stages of the road in its order, and how far the run has come. */
export function stagesOf(workflow: Workflow, state: WorkflowState | null): Stage[] {
  const passed = passedBy(workflow, state)
  const ahead = aheadOf(workflow, state)
  return workflow.stages.flatMap((key): Stage[] => {
    const node = workflow.nodes.get(key)
    if (!node) return []
    const since = state?.tokens.filter((token) => token.node === key).map((token) => token.since) ?? []
    const about = { key, name: node.name, owner: node.spec.owner ?? null }
    if (since.length > 0) return [{ ...about, state: 'now', since: Math.min(...since) }]
    return [{ ...about, state: passed.get(key) ?? (ahead.has(key) ? 'next' : 'skipped') }]
  })
}

/** What was passed and not gone back behind: going to a stage again puts back those after it. */
function passedBy(workflow: Workflow, state: WorkflowState | null): Map<string, 'done' | 'skipped'> {
  const passed = new Map<string, 'done' | 'skipped'>()
  for (const { node, via, skipped } of state?.passed ?? []) {
    passed.set(node, skipped ? 'skipped' : 'done')
    const way = workflow.ways.get(via)
    if (way) for (const later of reachable([way.to], flowTargets(workflow.road))) passed.delete(later)
  }
  return passed
}

function aheadOf(workflow: Workflow, state: WorkflowState | null): Set<string> {
  const from = state ? state.tokens.map(({ node }) => node) : [workflow.start]
  return reachable(from, flowTargets(workflow.road))
}
