import { checkCircles } from './check-circles.ts'
import { checkParallel } from './check-parallel.ts'
import type { Definition } from './definition.ts'
import { type DefinitionProblem, definitionProblem, pointer } from './problem.ts'
import { flowTargets, isStage, type Road, reachable, type Way } from './road.ts'

/** What is wrong with how the nodes hang together. */
export function checkRoad(definition: Definition, road: Road): DefinitionProblem[] {
  const basic = [...checkKeys(definition, road), ...checkEnds(definition, road), ...checkWays(definition, road)]
  // Of a road with loose ends nothing more can be said.
  if (basic.length > 0) return basic
  const walked = checkReach(definition, road)
  return walked.length > 0 ? walked : [...checkParallel(road), ...checkCircles(road)]
}

function checkKeys({ nodes, approvals = [] }: Definition, { ways }: Road): DefinitionProblem[] {
  return [
    ...twice(nodes, (index) => pointer('nodes', index, 'key')),
    ...twice(ways, (index) => pointer('edges', index, 'key')),
    ...twice(approvals, (index) => pointer('approvals', index, 'key')),
    ...nodes.flatMap(({ sla = [] }, node) => twice(sla, (index) => pointer('nodes', node, 'sla', index, 'key'))),
  ]
}

export function twice(list: readonly { readonly key: string }[], at: (index: number) => string): DefinitionProblem[] {
  const seen = new Set<string>()
  return list.flatMap(({ key }, index) => {
    if (seen.has(key)) return [definitionProblem('twice', at(index), { name: key })]
    seen.add(key)
    return []
  })
}

function checkEnds({ nodes }: Definition, { ways, nodes: known }: Road): DefinitionProblem[] {
  const starts = nodes.flatMap(({ type }, index) => (type === 'start' ? [index] : []))
  return [
    ...(starts.length === 0 ? [definitionProblem('no_start', 'nodes')] : []),
    ...starts.slice(1).map((index) => definitionProblem('two_starts', pointer('nodes', index, 'type'))),
    ...ways.flatMap(({ from, to, index }) => [
      ...(known.has(from) ? [] : [definitionProblem('unknown_node', pointer('edges', index, 'from'), { name: from })]),
      ...(known.has(to) ? [] : [definitionProblem('unknown_node', pointer('edges', index, 'to'), { name: to })]),
      ...(known.get(to)?.type === 'start' ? [definitionProblem('into_start', pointer('edges', index, 'to'))] : []),
      ...(known.get(from)?.type === 'end' ? [definitionProblem('from_end', pointer('edges', index, 'from'))] : []),
    ]),
  ]
}

function checkWays({ nodes }: Definition, road: Road): DefinitionProblem[] {
  return nodes.flatMap((node, index) => {
    const ways = road.flow.get(node.key) ?? []
    const asking = isStage(node) ? [] : ways.flatMap((way) => askingProblems(way))
    if (node.type === 'gateway_and') return [...asking, ...ways.flatMap(conditionProblems)]
    return [
      ...asking,
      ...defaultProblems(ways),
      ...(node.type === 'gateway_xor' ? gatewayProblems(ways, pointer('nodes', index)) : []),
      ...orderProblems(ways, node.type === 'gateway_xor'),
    ]
  })
}

function askingProblems({ from, index, spec }: Way): DefinitionProblem[] {
  return (['who', 'guard', 'requires', 'form', 'confirm'] as const)
    .filter((key) => spec[key] !== undefined)
    .map((key) => definitionProblem('no_person', pointer('edges', index, key), { name: from }))
}

const conditionProblems = ({ index, spec }: Way): DefinitionProblem[] =>
  (['condition', 'default'] as const)
    .filter((key) => spec[key])
    .map((key) => definitionProblem('and_condition', pointer('edges', index, key)))

function defaultProblems(ways: readonly Way[]): DefinitionProblem[] {
  const defaults = ways.filter(({ isDefault }) => isDefault)
  return [
    ...defaults.slice(1).map(({ index }) => definitionProblem('two_defaults', pointer('edges', index, 'default'))),
    ...defaults
      .filter(({ spec }) => spec.condition)
      .map(({ index }) => definitionProblem('default_condition', pointer('edges', index, 'condition'))),
  ]
}

function gatewayProblems(ways: readonly Way[], at: string): DefinitionProblem[] {
  const open = ways.filter(({ spec, isDefault }) => !spec.condition && !isDefault)
  const labelled = open.filter(({ spec }) => spec.label !== undefined)
  if (labelled.length > 0)
    return labelled.map(({ index }) => definitionProblem('gateway_choice', pointer('edges', index)))
  return open.length > 0 || ways.some(({ isDefault }) => isDefault) ? [] : [definitionProblem('no_default', at)]
}

/** After a way without a condition no other has its turn. */
function orderProblems(ways: readonly Way[], gateway: boolean): DefinitionProblem[] {
  const first = ways.findIndex(({ spec, isDefault }) => !spec.condition && !isDefault)
  const before = first < 0 ? undefined : ways[first]
  if (!before || (gateway && before.spec.label !== undefined)) return []
  return ways
    .slice(first + 1)
    .map(({ index }) => definitionProblem('never_taken', pointer('edges', index), { name: before.key }))
}

function checkReach({ nodes }: Definition, road: Road): DefinitionProblem[] {
  const anyTargets = (node: string) => [
    ...flowTargets(road)(node),
    ...(road.choices.get(node) ?? []).map(({ to }) => to),
  ]
  const start = nodes.filter(({ type }) => type === 'start').map(({ key }) => key)
  const ends = nodes.filter(({ type }) => type === 'end').map(({ key }) => key)
  const reached = reachable(start, anyTargets)
  const ending = reachable(ends, (node) => (road.into.get(node) ?? []).map(({ from }) => from))
  return nodes.flatMap(({ key }, index) => [
    ...(reached.has(key) ? [] : [definitionProblem('unreachable', pointer('nodes', index), { name: key })]),
    ...(ending.has(key) ? [] : [definitionProblem('no_end', pointer('nodes', index), { name: key })]),
  ])
}
