import { checkRoad } from './check-road.ts'
import { compileNode } from './compile-node.ts'
import { compilePolicy } from './compile-policy.ts'
import { compileWay } from './compile-way.ts'
import type { Definition } from './definition.ts'
import { extended, ownItems } from './own-items.ts'
import { type Split, splitsOf } from './parallel.ts'
import { type DefinitionProblem, pointer } from './problem.ts'
import { Reader } from './reader.ts'
import { isGateway, type Road, roadOf } from './road.ts'
import { PROBLEMS_MAX, readDefinition } from './shape.ts'
import { stageOrder } from './stage-order.ts'
import type { Workflow, World } from './workflow.ts'

export type Compilation =
  | { readonly ok: true; readonly workflow: Workflow }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] }

/**
 * Any JSON as a workflow that can be walked, or everything that is wrong with it, each with its place. Never throws, and
 * is done in bounded time.
 */
export function compileDefinition(json: unknown, world: World): Compilation {
  const read = readDefinition(json)
  if (!read.ok) return read
  const { definition } = read
  const road = roadOf(definition)
  const own = ownItems(definition, world.schema)
  const reader = new Reader(world, extended(world.schema, own.items))
  const policies = new Set((definition.approvals ?? []).map(({ key }) => key))
  const nodes = new Map(
    definition.nodes.map((spec, index) => [spec.key, compileNode(spec, pointer('nodes', index), reader, policies)]),
  )
  const ways = new Map(road.ways.map((way) => [way.key, compileWay(way, reader, nodes, policies)]))
  const approvals = (definition.approvals ?? []).map((policy, index) =>
    compilePolicy(policy, pointer('approvals', index), reader),
  )
  checkField(definition, reader)
  const problems = [...checkRoad(definition, road), ...own.problems, ...reader.problems]
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, PROBLEMS_MAX) }
  const splits = splitsOf(road)
  return {
    ok: true,
    workflow: {
      definition,
      road,
      start: definition.nodes.find(({ type }) => type === 'start')?.key ?? '',
      nodes,
      ways,
      splits,
      branches: branchesOf(road, splits),
      stages: stageOrder(road),
      schema: reader.schema,
      items: own.items,
      policies: new Map(approvals.map((policy) => [policy.key, policy])),
    },
  }
}

/** The nodes of a record's own way are values of its field. */
function checkField({ field, nodes }: Definition, reader: Reader): void {
  if (field === undefined) return
  const fact = Object.hasOwn(reader.schema.fields, field) ? reader.schema.fields[field] : undefined
  if (fact?.kind !== 'choice') return void reader.refuse('no_choice_field', 'field', { name: field })
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'start' || isGateway(node) || !fact.choices || fact.choices.includes(node.key)) continue
    reader.refuse('not_a_choice', pointer('nodes', index, 'key'), { name: node.key, field })
  }
}

function branchesOf(road: Road, splits: readonly Split[]): Map<string, readonly string[]> {
  // Of two branches that a node lies in, the one with more nodes is the outer.
  const branches = splits.flatMap((split) => split.branches).sort((a, b) => b.nodes.size - a.nodes.size)
  return new Map(
    [...road.nodes.keys()].map((node) => [
      node,
      branches.filter(({ nodes }) => nodes.has(node)).map(({ way }) => way.key),
    ]),
  )
}
