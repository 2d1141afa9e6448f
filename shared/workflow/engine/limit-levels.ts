import type { WorkCalendar } from '#shared/time/work-calendar.ts'
import type { ClockSpec } from '../definition/clock-spec.ts'
import { saidIn } from '../definition/problem.ts'
import type { WorkflowLevel } from '../definition/workflow.ts'
import { LABELS, type Level, levelOf, spanOf } from './clock-level.ts'
import type { ClockRun } from './clock-run.ts'
import { daysBefore, later, shareOf } from './clock-time.ts'

interface Limit {
  readonly run: ClockRun
  /** As it is for the customer's tier. */
  readonly spec: ClockSpec
  readonly start: number
  readonly end: number
  readonly calendar: WorkCalendar
}

/** The levels of something that must be done in time: warnings, the end, and what follows it. */
export function limitLevels(limit: Limit, escalation: readonly WorkflowLevel[]): Level[] {
  const warned = escalation.find(({ after }) => after.kind === 'warn')
  const after = escalation.flatMap((level) => escalatedLevel(limit, level))
  const told = escalation.some(({ after }) => after.kind === 'percent' && after.percent === 100)
  const own = [...warnings(limit, escalation, warned), ...(told ? [] : [over(limit, undefined)])]
  return [...own, ...after].filter(({ at }) => at >= limit.end || limit.end > limit.start)
}

/** What the clock itself says of warnings; where the stage says who is told at that share of the time, it is said there. */
function warnings(limit: Limit, escalation: readonly WorkflowLevel[], warned: WorkflowLevel | undefined): Level[] {
  const { run, spec, end, calendar } = limit
  const { name } = run.clock
  const level = (at: number, label: Level['label']) => levelOf(at, label, warned, run.ground)
  const said = (percent: number) =>
    escalation.some(({ after }) => after.kind === 'percent' && after.percent === percent)
  return [
    ...listOf(spec.warn_at_pct)
      .filter((percent) => !said(percent))
      .map((percent) => level(shareAt(limit, percent), saidIn(LABELS.percent, { name, percent }))),
    ...listOf(spec.warn_days_before).map((amount) =>
      level(daysBefore(run, end, amount, calendar), saidIn(LABELS.soon, { name, ...spanOf(amount, 'd') })),
    ),
    ...listOf(spec.warn_minutes_before).map((amount) =>
      level(end - amount * 60_000, saidIn(LABELS.soon, { name, ...spanOf(amount, 'min') })),
    ),
  ]
}

function escalatedLevel(limit: Limit, level: WorkflowLevel): Level[] {
  const { run, end, calendar } = limit
  const { after } = level
  const { name } = run.clock
  if (after.kind === 'percent') {
    if (after.percent === 100) return [over(limit, level)]
    const label = saidIn(LABELS.percent, { name, percent: after.percent })
    return [levelOf(shareAt(limit, after.percent), label, level, run.ground)]
  }
  if (after.kind !== 'late') return []
  const { amount, unit } = after
  const label = saidIn(LABELS.late, { name, ...spanOf(amount, unit) })
  return [levelOf(later(end, amount, unit, calendar), label, level, run.ground)]
}

const over = ({ run, end }: Limit, level: WorkflowLevel | undefined): Level =>
  levelOf(end, saidIn(LABELS.over, { name: run.clock.name }), level, run.ground)

const shareAt = ({ spec, start, end, calendar }: Limit, percent: number): number =>
  shareOf(spec, start, Math.max(start, end), percent, calendar)

const listOf = (one: number | readonly number[] | undefined): readonly number[] =>
  one === undefined ? [] : typeof one === 'number' ? [one] : one
