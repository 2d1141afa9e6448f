import type { Moment } from '#shared/expression/evaluate.ts'
import type { FactRow, Facts } from '#shared/expression/schema.ts'
import type { WorkCalendar } from '#shared/time/work-calendar.ts'
import type { ClockSpec } from '../definition/clock-spec.ts'
import type { Workflow, WorkflowLevel } from '../definition/workflow.ts'
import { inOrder, type Level } from './clock-level.ts'
import { type ClockRun, runsOf } from './clock-run.ts'
import { beginningOf, endOf } from './clock-time.ts'
import { groundOf } from './ground.ts'
import { limitLevels } from './limit-levels.ts'
import { reminderLevels, reminds } from './reminder-levels.ts'
import type { WorkflowState } from './state.ts'

/** A clock that runs, and when people are told of it. */
export interface Clock {
  /**
   * `lead.claim`; of one that runs for each record of a list `quotation.no_reply:01J…`. That which runs everywhere is named by
   * its list and not by its stage: `installment.overdue:01J…`.
   */
  readonly key: string
  /** The stage whose clock it is. */
  readonly node: string
  /** ms UTC. */
  readonly startedAt: number
  /** When its time is over, ms UTC; null for one that merely reminds. */
  readonly due: number | null
  /** In the order of time; also those that are over. */
  readonly levels: readonly Level[]
}

/**
 * The clocks that run for where a run stands (domain 3.8). They follow from the facts alone: one whose end has come is
 * gone, one whose date has moved has moved. Throws for a calendar that is never open.
 */
export function clocksOf(
  workflow: Workflow,
  state: WorkflowState | null,
  facts: Facts,
  at: Moment,
  calendar: WorkCalendar,
): Clock[] {
  if (!state || state.finished) return []
  const ground = groundOf(workflow, facts, state.data, at)
  const all = state.tokens.flatMap(({ node, since }) => {
    const { clocks, levels } = workflow.nodes.get(node) ?? { clocks: [], levels: [] }
    return clocks
      .flatMap((clock) => runsOf(clock, ground))
      .flatMap((run) => clockOf(run, node, since, levels, calendar))
  })
  // Several stages at once may have one that runs everywhere.
  return all.filter(({ key }, index) => all.findIndex((one) => one.key === key) === index)
}

function clockOf(
  run: ClockRun,
  node: string,
  entered: number,
  escalation: readonly WorkflowLevel[],
  calendar: WorkCalendar,
): Clock[] {
  const spec = forTier(run.clock.spec, run.ground.facts)
  const from = beginningOf(run, entered, calendar)
  if (!from) return []
  const place = spec.everywhere ? (run.clock.each ?? 'deal') : node
  const key = `${place}.${spec.key}${run.suffix === '' ? '' : `:${run.suffix}`}`
  const clock = (levels: readonly Level[], due: number | null) => [
    { key, node, startedAt: from.at, due, levels: inOrder(levels) },
  ]
  if (reminds(spec)) return clock(reminderLevels({ run, spec, from, calendar }, escalation), null)
  const end = endOf(run, spec, from, calendar)
  return end === null ? [] : clock(limitLevels({ run, spec, start: from.at, end, calendar }, escalation), end)
}

/** What a clock allows may differ from tier to tier of customers. */
function forTier(spec: ClockSpec, { records: { customer } }: Facts): ClockSpec {
  const tier = customer && !Array.isArray(customer) ? (customer as FactRow).tier : null
  const { by_tier = {} } = spec
  return typeof tier === 'string' && Object.hasOwn(by_tier, tier) ? { ...spec, ...by_tier[tier] } : spec
}
