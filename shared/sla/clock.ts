import type { TypeName } from '#shared/trade/index.ts'
import { claimRule } from './claim-rule.ts'
import type { Rule } from './rule.ts'

const RULES: readonly Rule[] = [claimRule]

/** One running clock of a record. Another start is another occurrence: what was said of the first holds for it no more. */
export interface Clock {
  /** The key of its {@link Rule}. */
  readonly rule: string
  /** ms UTC. */
  readonly startedAt: number
}

/** The rule of that name; undefined for one that there is not. */
export const ruleOf = (key: string): Rule | undefined => RULES.find((rule) => rule.key === key)

/** Whether any clock can run for records of a type. */
export const hasClocks = (type: TypeName): boolean => RULES.some(({ on }) => on === type)

/** The clocks that run for a record as it is: each until the record leaves the state that it waits in. */
export function clocksOf(type: TypeName, record: object): Clock[] {
  return RULES.filter(({ on }) => on === type).flatMap(({ key, startOf }) => {
    const startedAt = startOf(record)
    return startedAt === null ? [] : [{ rule: key, startedAt }]
  })
}

/** When a level is reached, ms UTC; null past the last one. */
export function dueAt({ rule, startedAt }: Clock, level: number): number | null {
  const minutes = ruleOf(rule)?.levels[level]?.afterMinutes
  return minutes === undefined ? null : startedAt + minutes * 60_000
}
