import type { FactRow } from '#shared/expression/schema.ts'
import type { WorkflowClock } from '../definition/workflow.ts'
import { type Ground, holds, worth } from './ground.ts'

/** One running of a clock: for the stage as a whole, or for one record of a list, or one field of several. */
export interface ClockRun {
  readonly clock: WorkflowClock
  /** Distinguishes it from the others of its clock; empty for the only one. */
  readonly suffix: string
  /** The facts, with the record it is for in place of its list. */
  readonly ground: Ground
  /** Of the fields at which it ends, the one of this run. */
  readonly field: WorkflowClock['untilFields'][number] | null
}

/** The runnings of a clock that have not ended, and have something to wait for. */
export function runsOf(clock: WorkflowClock, ground: Ground): ClockRun[] {
  return boundTo(clock, ground).flatMap(({ suffix, ground: bound }): ClockRun[] => {
    if (!holds(clock.when, bound) || isFilled(clock.until && worth(clock.until, bound))) return []
    if (clock.untilFields.length === 0) return [{ clock, suffix, ground: bound, field: null }]
    return clock.untilFields.map((field) => {
      const own = clock.untilFields.length > 1 ? [field.field] : []
      return { clock, suffix: [...(suffix === '' ? [] : [suffix]), ...own].join('.'), ground: bound, field }
    })
  })
}

interface Bound {
  readonly suffix: string
  readonly ground: Ground
}

/** A clock of a stage that merely looks into a list runs also while the list is empty. */
function boundTo({ each, from, fromDate, untilDate, untilFields }: WorkflowClock, ground: Ground): Bound[] {
  if (each === null) return [{ suffix: '', ground }]
  const record = ground.facts.records[each]
  const rows = Array.isArray(record) ? (record as readonly FactRow[]) : record ? [record as FactRow] : []
  const about = from ?? fromDate ?? untilDate
  if (rows.length === 0) return about || untilFields.length > 0 ? [] : [bind(null, '', each, ground)]
  return rows.map((row, index) => bind(row, String(row.id ?? index + 1), each, ground))
}

const bind = (row: FactRow | null, suffix: string, each: string, ground: Ground): Bound => ({
  suffix,
  ground: { ...ground, facts: { ...ground.facts, records: { ...ground.facts.records, [each]: row } } },
})

const isFilled = (value: unknown): boolean =>
  value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)
