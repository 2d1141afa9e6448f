import { type Text, text } from '#shared/i18n/language.ts'
import type { View } from '#shared/panel/section-builder.ts'
import { type Colleague, hasLeave, leaveSpan } from '#shared/staff/leave.ts'
import { addDays, type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { User } from '#shared/trade/index.ts'
import type { Decision, Late } from '../action.ts'
import { refusal } from '../refusal.ts'

/** Nobody is away for longer at a time. */
const DAYS_MAX = 366

const refused = (field: string, code: string, sentence: Text, { language }: View, of?: Partial<Colleague>): Decision =>
  refusal(field, code, sentence, language, {
    name: of?.alias ?? '',
    from: of?.away_from ?? '',
    to: of?.away_to ?? '',
  })

/** What `take-leave.ts` decides. */
export const takeLeaveLate: Late<'user'> = {
  decide({ target: person, input, view, staff = [] }) {
    const [from, to] = [String(input.from), String(input.to)]
    const zone = person.timezone ?? view.timezone
    if (from < dateIn(view.now, zone)) return refused('from', 'past', PAST, view)
    if (to < from) return refused('to', 'before', BEFORE, view)
    if (daysBetween(from, to) >= DAYS_MAX) return refused('to', 'too_long', TOO_LONG, view)
    // One leave at a time: there is no other that this one could overlap.
    if (hasLeave(person, view.now)) return refused('from', 'overlaps', OVERLAPS, view, person)
    const span = leaveSpan(from, to, zone)
    const deputy = named(String(input.deputy), staff)
    if (!deputy) return refused('deputy', 'nobody', NOBODY, view)
    if (deputy.id === person.id) return refused('deputy', 'self', SELF, view)
    if (isAwayWithin(deputy, span, view.now)) return refused('deputy', 'away', DEPUTY_AWAY, view, deputy)
    const values = { away_from: from, away_to: to, deputy_id: deputy.id, ...span }
    return { kind: 'saved', changes: [{ kind: 'update', type: 'user', before: person, values }] }
  },
}

/** What `end-leave` decides. What was done for them meanwhile stays said to have been done for them. */
export const endLeaveLate: Late<'user'> = {
  decide({ target: person, view }) {
    if (!hasLeave(person, view.now)) return refused('away_to', 'not_away', NOT_AWAY, view)
    return { kind: 'saved', changes: [{ kind: 'update', type: 'user', before: person, values: ended(person, view) }] }
  },
}

/** Of one that has begun what was of it is kept. */
function ended({ away_at, away_from, timezone }: User, view: View) {
  if (away_at === null || view.now <= away_at) {
    return { away_from: null, away_to: null, deputy_id: null, away_at: null, back_at: null }
  }
  const today = dateIn(view.now, timezone ?? view.timezone)
  return { away_to: later(addDays(today, -1), away_from ?? today), back_at: view.now }
}

const later = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? other : one)

/** Somebody who works here, by the name that buyers know; null also for a name that fits several. */
function named(name: string, staff: readonly Colleague[]): Colleague | null {
  const wanted = name.trim().toLowerCase()
  const fitting = staff.filter(({ alias, active }) => active && alias.toLowerCase() === wanted)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const isAwayWithin = (
  { away_at, back_at, ...deputy }: Colleague,
  span: { readonly away_at: number; readonly back_at: number },
  now: number,
): boolean =>
  hasLeave({ ...deputy, back_at }, now) &&
  away_at !== null &&
  back_at !== null &&
  away_at < span.back_at &&
  span.away_at < back_at

const PAST = text('This day is over.', '该日期已过。')
const BEFORE = text('It ends before it begins.', '结束日期早于开始日期。')
const TOO_LONG = text('At most a year at a time.', '一次最长一年。')
const OVERLAPS = text(
  '{name} is away from {from} to {to} already: end that leave first.',
  '{name} 已登记 {from} 至 {to} 休假，请先结束。',
)
const NOBODY = text('Nobody who works here is called so.', '没有这位在职同事。')
const SELF = text('Nobody stands in for themselves.', '不能由本人代理。')
const DEPUTY_AWAY = text(
  '{name} is away as well, from {from} to {to}: choose somebody else.',
  '{name} 也在休假（{from} 至 {to}），请另选代理人。',
)
const NOT_AWAY = text('There is no leave to end.', '没有进行中或计划的休假。')
