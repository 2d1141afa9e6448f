import type { Check } from '#shared/workflow/definition/workflow.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'

/** Whether a deal may go on merely because time goes by: what it waits for asks which day it is. */
export function dependsOnTime({ road, deal }: DealFile): boolean {
  if (!road) return false
  return dealState(deal).tokens.some(({ node }) => {
    const ways = (road.road.flow.get(node) ?? []).flatMap(({ key }) => road.ways.get(key) ?? [])
    const checks = [
      ...(road.nodes.get(node)?.exit ?? []),
      ...ways.flatMap(({ guard, to }) => [...guard, ...(road.nodes.get(to)?.entry ?? [])]),
    ]
    const conditions = ways.flatMap(({ condition }) => (condition ? [condition.source] : []))
    return [...checks.map(sourceOf), ...conditions].some((source) => CLOCK.test(source))
  })
}

const sourceOf = ({ expression }: Check): string => expression.source

const CLOCK = /\b(today|now)\s*\(/
