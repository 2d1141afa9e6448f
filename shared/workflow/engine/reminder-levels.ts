import { addDays } from '#shared/time/civil-date.ts'
import { openDay, type WorkCalendar } from '#shared/time/work-calendar.ts'
import { instantOf } from '#shared/time/zone.ts'
import type { ClockSpec } from '../definition/clock-spec.ts'
import { saidIn } from '../definition/problem.ts'
import type { WorkflowLevel } from '../definition/workflow.ts'
import { LABELS, type Level, levelOf } from './clock-level.ts'
import type { ClockRun } from './clock-run.ts'
import { afterAmount, type Beginning, dayLater, endOf } from './clock-time.ts'

/** What is repeated until somebody has done it is said this often at most. */
const REPEATS_MAX = 30
/** And for a year at most. */
const REPEATED_MS = 366 * 86_400_000

interface Reminding {
  readonly run: ClockRun
  readonly spec: ClockSpec
  readonly from: Beginning
  readonly calendar: WorkCalendar
}

/** Whether a clock reminds, on days of its own, and no limit is passed with it. */
export const reminds = ({ kind, ladder_days, repeat_days, repeat }: ClockSpec): boolean =>
  kind === 'reminder' || ladder_days !== undefined || repeat_days !== undefined || repeat !== undefined

/** The levels of a reminder: one on each of its days, or again and again. */
export function reminderLevels(reminding: Reminding, escalation: readonly WorkflowLevel[]): Level[] {
  const { run, spec, from, calendar } = reminding
  const { name } = run.clock
  const days = [
    ...(spec.days === undefined ? [] : [spec.days]),
    ...(spec.repeat_days ?? []),
    ...(spec.ladder_days ?? []),
  ]
  if (spec.repeat === undefined || spec.repeat === false) {
    if (days.length > 0) return days.flatMap((amount) => dayLevels(reminding, amount, escalation))
    const end = endOf(run, spec, from, calendar)
    return end === null ? [] : [levelOf(end, saidIn(LABELS.due, { name }), undefined, run.ground)]
  }
  const times = spec.repeat === true ? REPEATS_MAX : spec.repeat
  const levels: Level[] = []
  for (let amount = 1; amount <= times; amount++) {
    const at = afterAmount(run, spec, from, amount, calendar)
    if (at === null || at > from.at + REPEATED_MS) break
    levels.push(levelOf(at, saidIn(LABELS.again, { name, amount }), undefined, run.ground))
  }
  return levels
}

function dayLevels(reminding: Reminding, days: number, escalation: readonly WorkflowLevel[]): Level[] {
  const { run, spec, from, calendar } = reminding
  const { name } = run.clock
  const label = saidIn(days < 0 ? LABELS.before : LABELS.days, { name, amount: Math.abs(days) })
  const at = dayLater(run, from, days, calendar)
  if (spec.actions) return spec.actions.map((action) => actionLevel(action, at, label, reminding, days))
  const told = escalation.find(({ after }) => after.kind === 'clock' && after.clock === spec.key && after.days === days)
  return [levelOf(at, label, told, run.ground)]
}

/** `task_finance(roll=preceding)`: in the office's morning of that day, or of the working day before. */
function actionLevel(
  written: string,
  at: number,
  label: Level['label'],
  { from, calendar }: Reminding,
  days: number,
): Level {
  const [, action = written, roll] = /^([a-z0-9_]+)(?:\(roll=(\w+)\))?$/.exec(written) ?? []
  if (from.date === null || roll === undefined || roll === 'none') return { at, label, notify: [], action }
  const date = openDay(calendar, addDays(from.date, days), roll === 'preceding' ? -1 : 1)
  return { at: instantOf(date, '09:00', calendar.timezone), label, notify: [], action }
}
