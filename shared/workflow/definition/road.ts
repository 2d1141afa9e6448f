import type { Definition } from './definition.ts'
import type { EdgeSpec } from './edge.ts'
import type { NodeSpec } from './node.ts'

/** An edge with its key and its place in the file. */
export interface Way {
  readonly key: string
  readonly index: number
  readonly from: string
  readonly to: string
  /** Taken by a person who chooses it, or by the flow when its turn comes. */
  readonly kind: 'flow' | 'choice'
  /** Whether the flow takes it where no condition of another holds. */
  readonly isDefault: boolean
  readonly spec: EdgeSpec
}

/** The nodes and ways of a definition, to be asked by key. */
export interface Road {
  readonly nodes: ReadonlyMap<string, NodeSpec>
  readonly ways: readonly Way[]
  /** By node, in the order in which the flow asks them. */
  readonly flow: ReadonlyMap<string, readonly Way[]>
  readonly choices: ReadonlyMap<string, readonly Way[]>
  readonly into: ReadonlyMap<string, readonly Way[]>
}

/** Where nobody stands: such a node is left at once, and asks nothing. */
export const isGateway = ({ type }: NodeSpec): boolean => type === 'gateway_xor' || type === 'gateway_and'

/** Where work is done, and a token may stay. */
export const isStage = ({ type }: NodeSpec): boolean => type === 'stage' || type === 'task' || type === 'approval'

export function roadOf({ nodes: specs, edges }: Pick<Definition, 'nodes' | 'edges'>): Road {
  const nodes = new Map(specs.map((node) => [node.key, node]))
  const seen = new Map<string, number>()
  const ways = edges.map((spec, index): Way => {
    const { from, to } = spec
    const pair = `${from}-${to}`
    const count = spec.key === undefined ? (seen.get(pair) ?? 0) + 1 : 0
    if (spec.key === undefined) seen.set(pair, count)
    const node = nodes.get(from)
    const chosen = node !== undefined && isStage(node) && spec.label !== undefined && !spec.condition && !spec.default
    return {
      key: spec.key ?? (count > 1 ? `${pair}-${count}` : pair),
      index,
      from,
      to,
      kind: chosen ? 'choice' : 'flow',
      isDefault: spec.default ?? false,
      spec,
    }
  })
  const flow = ways.filter(({ kind }) => kind === 'flow')
  return {
    nodes,
    ways,
    flow: by(inOrder(flow), ({ from }) => from),
    choices: by(inOrder(ways.filter(({ kind }) => kind === 'choice')), ({ from }) => from),
    into: by(ways, ({ to }) => to),
  }
}

/** The default last; the others as they say, and else as they are written. */
const inOrder = (ways: readonly Way[]): Way[] =>
  [...ways].sort(
    (a, b) =>
      Number(a.isDefault) - Number(b.isDefault) || (a.spec.order ?? 0) - (b.spec.order ?? 0) || a.index - b.index,
  )

function by(ways: readonly Way[], key: (way: Way) => string): Map<string, Way[]> {
  const groups = new Map<string, Way[]>()
  for (const way of ways) groups.set(key(way), [...(groups.get(key(way)) ?? []), way])
  return groups
}

/** Every node to which ways lead from these, themselves included. */
export function reachable(from: readonly string[], next: (node: string) => readonly string[]): Set<string> {
  const seen = new Set(from)
  const open = [...from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const one of next(node)) {
      if (seen.has(one)) continue
      seen.add(one)
      open.push(one)
    }
  }
  return seen
}

export const flowTargets =
  (road: Road) =>
  (node: string): string[] =>
    (road.flow.get(node) ?? []).map(({ to }) => to)
