import { type DefinitionProblem, definitionProblem, pointer } from './problem.ts'
import { isStage, type Road, type Way } from './road.ts'

/** Circles of gateways: a token would go round in them for ever, for at no gateway does anybody wait. */
export function checkCircles(road: Road): DefinitionProblem[] {
  const done = new Set<string>()
  const problems: DefinitionProblem[] = []
  const visit = (node: string, path: readonly Way[]): void => {
    const first = path.findIndex(({ from }) => from === node)
    const last = path.at(-1)
    if (first >= 0 && last) {
      const names = path
        .slice(first)
        .map(({ from }) => from)
        .join(' → ')
      problems.push(definitionProblem('endless', pointer('edges', last.index), { names }))
      return
    }
    const spec = road.nodes.get(node)
    if (done.has(node) || !spec || isStage(spec) || spec.type === 'end') return
    for (const way of road.flow.get(node) ?? []) visit(way.to, [...path, way])
    done.add(node)
  }
  for (const node of road.nodes.keys()) visit(node, [])
  return problems
}
