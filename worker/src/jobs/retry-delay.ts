const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The longest wait after each attempt, ms: over a day in all. */
const CEILINGS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR]

/** After so many attempts a mail is parked: a person has to look. */
export const ATTEMPTS_MAX = CEILINGS.length + 1

/**
 * How long to wait after an attempt, counted from 1: anything up to its ceiling, so that a thousand mails that failed
 * together do not come back together. Never sooner than the provider asks. `random` gives from 0 to below 1.
 */
export function retryDelayMs(attempt: number, afterMs: number, random: () => number): number {
  const ceiling = CEILINGS[attempt - 1] ?? 10 * HOUR
  return Math.max(afterMs, Math.ceil(random() * ceiling))
}
