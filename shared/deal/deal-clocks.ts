import { text } from '#shared/i18n/language.ts'
import type { PlannedClock, PlannedLevel } from '#shared/sla/planned-clock.ts'
import { addDays } from '#shared/time/civil-date.ts'
import { officeHours } from '#shared/time/office-hours.ts'
import { instantOf } from '#shared/time/zone.ts'
import { clocksOf } from '#shared/workflow/engine/clocks.ts'
import { dealFacts } from './deal-facts.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import { dependsOnTime } from './depends-on-time.ts'
import type { EffectView } from './effects/effect.ts'
import { nearestClocks } from './nearest-clocks.ts'
import { toldOf } from './told.ts'

/** The clocks that run for a deal where it stands, each with whom it tells; and when the first of them is over. */
export function dealClocks(
  file: DealFile,
  view: EffectView,
): { readonly clocks: readonly PlannedClock[] | null; readonly stage_due: number | null } {
  const { road, deal } = file
  const state = dealState(deal)
  if (!road || state.finished) return { clocks: null, stage_due: null }
  const facts = dealFacts(file, view)
  const running = clocksOf(road, state, facts, view, officeHours(view.timezone)).filter(
    ({ levels }) => levels.length > 0,
  )
  const clocks = running.map(({ key, node: at, startedAt, due, levels }): PlannedClock => {
    const node = road.nodes.get(at)
    return {
      key,
      startedAt,
      due,
      levels: levels.map(({ at, label, notify, action }): PlannedLevel => {
        const tells = notify.flatMap((name) => toldOf(name, node?.spec.owner, file, facts))
        return { at, label, tells, action }
      }),
    }
  })
  const dues = clocks.flatMap(({ due }) => due ?? [])
  const kept = nearestClocks(clocks, view.now)
  // What is left out of too many is planned when it is near: each morning it is looked at.
  const all = kept.length < clocks.length || dependsOnTime(file) ? [...kept, daily(view)] : kept
  return { clocks: all.length > 0 ? all : null, stage_due: dues.length > 0 ? Math.min(...dues) : null }
}

/** What a deal that waits for a day to come is looked at by, each morning of its zone. */
const DAILY_DAYS = 30
export const SETTLE = 'settle'

/**
 * A clock that tells nobody: at the beginning of each day the deal goes on if it can. It is the same all through its days, so
 * that a deal is not written every day for it.
 */
function daily({ today, timezone }: EffectView): PlannedClock {
  const days = Math.floor(Date.parse(`${today}T00:00:00Z`) / 86_400_000)
  const first = addDays(today, -(days % DAILY_DAYS))
  const levels = Array.from({ length: DAILY_DAYS }, (_, day): PlannedLevel => {
    const at = instantOf(addDays(first, day + 1), '00:00', timezone)
    return { at, label: text('a day begins', '新的一天'), tells: [], action: SETTLE }
  })
  return { key: 'day.begins', startedAt: instantOf(first, '00:00', timezone), due: null, levels }
}
