import { flowTargets, type Road, reachable, type Way } from './road.ts'

/** Where the road splits into branches that are walked at the same time. */
export interface Split {
  readonly node: string
  /** The gateway at which they come together; null where there is no such one. */
  readonly join: string | null
  /** The first way of each branch, and the nodes that lie in it. */
  readonly branches: readonly { readonly way: Way; readonly nodes: ReadonlySet<string> }[]
}

/** Every split of a road with its join: the first gateway that each of its branches comes to in any case. */
export function splitsOf(road: Road): Split[] {
  const after = postDominators(road)
  return [...road.nodes.values()].flatMap(({ key, type }): Split[] => {
    const ways = road.flow.get(key) ?? []
    if (type !== 'gateway_and' || ways.length < 2) return []
    const join = joinOf(key, road, after)
    const within = (way: Way) =>
      reachable(way.to === join ? [] : [way.to], (node) => flowTargets(road)(node).filter((to) => to !== join))
    return [{ node: key, join, branches: ways.map((way) => ({ way, nodes: within(way) })) }]
  })
}

/** The nearest node after a split that no flow can avoid, if it is a gateway into which several ways lead. */
function joinOf(split: string, road: Road, after: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const later = [...(after.get(split) ?? [])].filter((node) => node !== split)
  // The nearest has all the others after it.
  const nearest = later.find((node) => (after.get(node)?.size ?? 0) === later.length)
  const node = nearest === undefined ? undefined : road.nodes.get(nearest)
  return node?.type === 'gateway_and' && (road.into.get(node.key)?.length ?? 0) > 1 ? node.key : null
}

/** For each node those that every flow from it to an end comes through, itself included. */
function postDominators(road: Road): Map<string, Set<string>> {
  const all = [...road.nodes.keys()]
  const after = new Map(all.map((node) => [node, new Set(flowTargets(road)(node).length === 0 ? [node] : all)]))
  for (let changed = true; changed; ) {
    changed = false
    for (const node of all) {
      const sets = flowTargets(road)(node).flatMap((to) => after.get(to) ?? [])
      const [first, ...rest] = sets
      if (!first) continue
      const common = new Set([...first].filter((one) => rest.every((set) => set.has(one))).concat(node))
      changed ||= common.size !== after.get(node)?.size
      after.set(node, common)
    }
  }
  return after
}
