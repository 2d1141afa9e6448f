import type { Text } from '#shared/i18n/language.ts'
import { isStage } from '../definition/road.ts'
import type { WorkflowNode, WorkflowWay } from '../definition/workflow.ts'
import { type FlowProblem, flowProblem } from './flow-problem.ts'
import { failing, type Ground, holds } from './ground.ts'
import { asksPerson } from './leaving.ts'

/** Nodes that are passed at once without anybody stopping, at most. */
export const HOPS_MAX = 100

/** A way with those that follow from it at once, through gateways and over optional stages, and where they end. */
export interface Route {
  readonly ways: readonly WorkflowWay[]
  readonly to: WorkflowNode
}

export type RoadAhead =
  | { readonly kind: 'open'; readonly route: Route }
  | { readonly kind: 'held'; readonly problems: readonly FlowProblem[] }
  | { readonly kind: 'endless' }

/** Where a way leads. Whoever chooses it comes in whether or not the entry criteria hold. */
export function roadAhead(first: WorkflowWay, ground: Ground): RoadAhead {
  const ways = [first]
  for (let way = first; ways.length <= HOPS_MAX; ) {
    const guarded = failing(way.guard, ground)
    if (guarded.length > 0) return held(guarded)
    const to = ground.workflow.nodes.get(way.to)
    if (!to) return held([])
    const { spec } = to
    const chosen = way === first && first.kind === 'choice'
    const closed = isStage(spec) && !chosen ? failing(to.entry, ground) : []
    if (closed.length > 0 && !spec.optional) return held(closed)
    if (closed.length === 0 && spec.type !== 'gateway_xor') return { kind: 'open', route: { ways, to } }
    const next = flowFrom(spec.key, ground)
    if (!next) return { kind: 'held', problems: [flowProblem('no_way_on')] }
    // What somebody has to press or fill in nobody would be asked for if it were passed over.
    if (closed.length > 0 && asksPerson(next)) return { kind: 'open', route: { ways, to } }
    ways.push(next)
    way = next
  }
  return { kind: 'endless' }
}

/** The way on which the flow leaves a node: the first whose condition holds, else the default. */
export function flowFrom(node: string, ground: Ground): WorkflowWay | null {
  for (const { key } of ground.workflow.road.flow.get(node) ?? []) {
    const way = ground.workflow.ways.get(key)
    if (way && holds(way.condition, ground)) return way
  }
  return null
}

const held = (sentences: readonly Text[]): RoadAhead => ({
  kind: 'held',
  problems: sentences.map((message) => ({ code: 'held', message })),
})
