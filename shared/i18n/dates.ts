import { type CivilDate, daysBetween } from '#shared/time/civil-date.ts'
import { offsetMinutes, wallClock } from '#shared/time/zone.ts'
import { type Language, say, text } from './language.ts'

const WEEKDAYS = [
  text('Mon', '周一'),
  text('Tue', '周二'),
  text('Wed', '周三'),
  text('Thu', '周四'),
  text('Fri', '周五'),
  text('Sat', '周六'),
  text('Sun', '周日'),
]

/** What a wall clock shows there: `Mon 22:14`. */
export function localTime(instant: number, timezone: string, language: Language): string {
  const clock = wallClock(instant, timezone)
  return `${WEEKDAYS[clock.weekday - 1]?.[language] ?? ''} ${clock.time}`
}

/** Date and time in a zone, for a timeline: `2026-10-19 17:05`. */
export function dateTime(instant: number, timezone: string): string {
  const clock = wallClock(instant, timezone)
  return `${clock.date} ${clock.time}`
}

/** A date with how far off it is: `2026-10-23 (in 3 days)`. */
export function dateWithDistance(date: CivilDate, today: CivilDate, language: Language): string {
  return `${date} (${distance(date, today, language)})`
}

/** How far a date is from today, in words. */
export function distance(date: CivilDate, today: CivilDate, language: Language): string {
  const days = daysBetween(today, date)
  if (days === 0) return say(text('today', '今天'), language)
  if (days === 1) return say(text('tomorrow', '明天'), language)
  if (days === -1) return say(text('1 day late', '逾期1天'), language)
  return days > 0
    ? say(text('in {days} days', '还有{days}天'), language, { days })
    : say(text('{days} days late', '逾期{days}天'), language, { days: -days })
}

/** How many hours a zone is ahead of another at an instant, as a person says it. */
export function hoursApart(instant: number, there: string, here: string, language: Language): string {
  const minutes = offsetMinutes(instant, there) - offsetMinutes(instant, here)
  if (minutes === 0) return say(text('same time as here', '与本地同时'), language)
  const hours = String(Math.round((Math.abs(minutes) / 60) * 100) / 100)
  return minutes < 0
    ? say(text('{hours} h behind', '晚{hours}小时'), language, { hours })
    : say(text('{hours} h ahead', '早{hours}小时'), language, { hours })
}

/** A length of time in its largest unit, as a person says it; what has only begun does not count. */
export function span(minutes: number, language: Language): string {
  if (minutes < HOUR) return say(text('{minutes} min', '{minutes}分钟'), language, { minutes })
  if (minutes < 2 * DAY) return say(text('{hours} h', '{hours}小时'), language, { hours: Math.floor(minutes / HOUR) })
  return say(text('{days} days', '{days}天'), language, { days: Math.floor(minutes / DAY) })
}

const HOUR = 60
const DAY = 24 * HOUR

/** The name of a country in the reader's language; the code where there is none. */
export function countryName(code: string, language: Language): string {
  try {
    return countriesIn(language).of(code) ?? code
  } catch {
    return code
  }
}

/** Made when they are first asked for: at the Worker's start they took a quarter of it. */
function countriesIn(language: Language): Intl.DisplayNames {
  const known = COUNTRIES.get(language)
  if (known) return known
  const names = new Intl.DisplayNames([language], { type: 'region' })
  COUNTRIES.set(language, names)
  return names
}

const COUNTRIES = new Map<Language, Intl.DisplayNames>()
