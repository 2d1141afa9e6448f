import { type Split, splitsOf } from './parallel.ts'
import { type DefinitionProblem, definitionProblem, pointer } from './problem.ts'
import type { Road } from './road.ts'

/** Whether what splits comes together again, and nothing leads into or out of a branch but through its gateways. */
export function checkParallel(road: Road): DefinitionProblem[] {
  const splits = splitsOf(road)
  const joined = new Set(splits.map(({ join }) => join))
  const index = new Map([...road.nodes.keys()].map((key, at) => [key, at]))
  const at = (node: string) => pointer('nodes', index.get(node) ?? 0)
  const shared = splits.filter(({ join }, one) => splits.findIndex((other) => other.join === join) < one)
  const loose = splits.filter(({ join }) => join === null)
  // One that splits may be come to from several sides, as when somebody goes back to it.
  const unsplit = [...road.nodes.values()].filter(
    ({ key, type }) =>
      type === 'gateway_and' &&
      (road.into.get(key)?.length ?? 0) > 1 &&
      (road.flow.get(key)?.length ?? 0) < 2 &&
      !joined.has(key),
  )
  return [
    ...[...new Set([...loose, ...shared])].map(({ node }) =>
      definitionProblem('and_unmatched', at(node), { name: node }),
    ),
    ...(loose.length > 0 ? [] : unsplit.map(({ key }) => definitionProblem('and_no_split', at(key), { name: key }))),
    ...splits.filter(({ join }) => join !== null).flatMap((split) => crossings(split, road)),
  ]
}

function crossings({ node, join, branches }: Split, road: Road): DefinitionProblem[] {
  const branchOf = (key: string) => branches.findIndex(({ nodes }) => nodes.has(key))
  return road.ways.flatMap(({ from, to, kind, index }) => {
    const [left, entered] = [branchOf(from), branchOf(to)]
    const said = (code: 'and_entered' | 'and_crossed') => [
      definitionProblem(code, pointer('edges', index, 'to'), { name: node }),
    ]
    if (entered >= 0 && left !== entered && !(from === node && left < 0))
      return said(left < 0 ? 'and_entered' : 'and_crossed')
    // Whoever chooses a way out of a branch ends the other branches with it; the flow does not.
    if (left >= 0 && entered < 0 && to !== join && kind === 'flow') return said('and_crossed')
    if (left >= 0 && to === join && kind === 'choice') return []
    // Into a join from anywhere else somebody would come whom nobody waits for.
    if (left < 0 && from !== node && to === join) return said('and_entered')
    return []
  })
}
