/** A date without a zone, `YYYY-MM-DD`: due dates, ETD, the B/L date. */
export type CivilDate = string

/** Days since 1970-01-01, or null for a string that names no day of the calendar. */
export function dayNumber(date: CivilDate): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return daysBefore(year, month) + day - 1
}

/** The date of a day number. */
export function dateOfDay(days: number): CivilDate {
  if (days < -719_528 || days > 2_932_896) throw new RangeError('no year of four digits')
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (MONTHS[month - 1] ?? 0)
}

/** Days from 1970-01-01 to the first of a month, counting years from March so that a leap day ends one. */
function daysBefore(year: number, month: number): number {
  const from = month > 2 ? year : year - 1
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  return from * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) - 719_468
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

/** The same day so many years later; for 29 February it is 1 March in most years. */
export function yearsAfter(date: CivilDate, years: number): CivilDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const day = `${year}${date.slice(4)}`
  return isDate(day) ? day : `${year}-03-01`
}

function mustBeDay(date: CivilDate): number {
  const days = dayNumber(date)
  if (days === null) throw new RangeError('not a date')
  return days
}
