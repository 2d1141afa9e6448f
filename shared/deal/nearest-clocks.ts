import type { PlannedClock } from '#shared/sla/planned-clock.ts'

/** As many as a write starts timers for. */
const CLOCKS_MAX = 200

/** Characters of JSON, well below what the field `clocks` of a deal takes: a definition may ask for megabytes. */
const SIZE_MAX = 150_000

const DAY_MS = 86_400_000

/**
 * The clocks that a deal keeps: all of them, and of too many those that tell somebody next. What has been told since
 * yesterday counts too, so that nothing is passed over by a clock that came to be near only since the last morning. Each
 * stays whole, for its last level says which occurrence it is: one that is left out and comes back tells nobody twice.
 */
export function nearestClocks(clocks: readonly PlannedClock[], now: number): readonly PlannedClock[] {
  if (clocks.length <= CLOCKS_MAX && sizeOf(clocks) <= SIZE_MAX) return clocks
  const next = new Map(clocks.map((clock) => [clock, nextOf(clock, now - DAY_MS)]))
  const kept = new Set<PlannedClock>()
  let size = 0
  for (const clock of [...clocks].sort((a, b) => (next.get(a) ?? 0) - (next.get(b) ?? 0))) {
    if (kept.size === CLOCKS_MAX) break
    const own = sizeOf(clock) + 1
    if (size + own > SIZE_MAX) continue
    kept.add(clock)
    size += own
  }
  return clocks.filter((clock) => kept.has(clock))
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length

/** What is over comes last. */
const nextOf = ({ levels }: PlannedClock, from: number): number =>
  levels.find(({ at }) => at > from)?.at ?? Number.MAX_SAFE_INTEGER
