/** A date without a zone, `YYYY-MM-DD`: due dates, ETD, the B/L date. */
export type CivilDate = string

const DAY_MS = 86_400_000

/** Days since 1970-01-01, or null for a string that names no day of the calendar. */
export function dayNumber(date: CivilDate): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const days = Date.UTC(year, month - 1, day) / DAY_MS
  return dateOfDay(days) === date ? days : null
}

/** The date of a day number. */
export function dateOfDay(days: number): CivilDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

export function isDate(date: string): boolean {
  return dayNumber(date) !== null
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(mustBeDay(date) + days)
}

/** How many days after `from` is `to`; negative when it is before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return mustBeDay(to) - mustBeDay(from)
}

function mustBeDay(date: CivilDate): number {
  const days = dayNumber(date)
  if (days === null) throw new RangeError('not a date')
  return days
}
