import type { TypeName } from '#shared/trade/index.ts'
import { claimRule } from './claim-rule.ts'
import { occurrenceOf, type PlannedClock, type PlannedLevel } from './planned-clock.ts'
import type { Rule } from './rule.ts'

const RULES: readonly Rule[] = [claimRule]

/** One running clock of a record. Another start is another occurrence: what was said of the first holds for it no more. */
export interface Clock {
  /** The key of its {@link Rule}; of a deal's, that of its {@link PlannedClock}. */
  readonly rule: string
  /** ms UTC; of a deal's which occurrence it is. */
  readonly startedAt: number
  /** Of a deal's: what it has planned. */
  readonly planned?: readonly PlannedLevel[]
}

/** The rule of that name; undefined for one that there is not. */
export const ruleOf = (key: string): Rule | undefined => RULES.find((rule) => rule.key === key)

/** Whether any clock can run for records of a type. */
export const hasClocks = (type: TypeName): boolean => type === 'deal' || RULES.some(({ on }) => on === type)

/** The clocks that run for a record as it is: each until the record leaves the state that it waits in. */
export function clocksOf(type: string, record: object): Clock[] {
  if (type === 'deal') return plannedOf(record)
  return RULES.filter(({ on }) => on === type).flatMap(({ key, startOf }) => {
    const startedAt = startOf(record)
    return startedAt === null ? [] : [{ rule: key, startedAt }]
  })
}

const plannedOf = (deal: { readonly clocks?: unknown }): Clock[] =>
  listOf(deal.clocks).map((clock) => ({
    rule: clock.key,
    startedAt: occurrenceOf(clock),
    planned: clock.levels,
  }))

/** What has no levels is no clock, whatever else is kept there. */
const listOf = (clocks: unknown): readonly PlannedClock[] =>
  Array.isArray(clocks) ? clocks.filter((one: Partial<PlannedClock> | null) => Array.isArray(one?.levels)) : []

/**
 * Whether a clock of a deal goes on with what another one began: that of the same name for the same record, at the stage before
 * or before it was the same everywhere, and for the same occurrence. What was told by the one is not told again by the other.
 */
export const goesOnWith = (one: Clock, former: Clock): boolean =>
  one.rule.includes(':') && one.startedAt === former.startedAt && nameOf(one) === nameOf(former)

/** `overdue:01J…` */
const nameOf = ({ rule }: Clock): string => rule.slice(rule.indexOf('.') + 1)

/** When each of its levels is reached, ms UTC. */
export const timesOf = ({ rule, startedAt, planned }: Clock): number[] =>
  planned?.map(({ at }) => at) ??
  ruleOf(rule)?.levels.map(({ afterMinutes }) => startedAt + afterMinutes * 60_000) ??
  []

/** When a level is reached, ms UTC; null past the last one. */
export const dueAt = (clock: Clock, level: number): number | null => timesOf(clock)[level] ?? null
