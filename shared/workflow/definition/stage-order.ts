import { flowTargets, isStage, type Road } from './road.ts'

/** The stages as a walker of the road meets them: each after those that lead to it, circles aside. */
export function stageOrder(road: Road): string[] {
  const seen = new Set<string>()
  const walked = (start: string): string[] => {
    const order: string[] = []
    const visit = (node: string): void => {
      if (seen.has(node)) return
      seen.add(node)
      // What is put down first comes last: of two ways the later one.
      for (const to of flowTargets(road)(node).reverse()) visit(to)
      order.unshift(node)
    }
    visit(start)
    return order
  }
  const start = [...road.nodes.values()].filter(({ type }) => type === 'start').map(({ key }) => key)
  // Those to which people alone go come after those to which the flow leads.
  return [...start, ...road.nodes.keys()].flatMap(walked).filter((key) => {
    const node = road.nodes.get(key)
    return node !== undefined && isStage(node)
  })
}
