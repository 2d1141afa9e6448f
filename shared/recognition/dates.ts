import { addDays, type CivilDate, dateOfDay, dayNumber, daysBetween } from '#shared/time/civil-date.ts'
import { monthsOf, weekdaysOf } from './calendar-words.ts'
import {
  END_OF,
  END_OF_MONTH,
  END_OF_NEXT_MONTH,
  END_OF_NEXT_WEEK,
  MID,
  NEXT_WEEK,
  THIS_WEEK,
  TOMORROW,
  WEEK,
} from './date-words.ts'
import { anyOf, placesOf } from './words.ts'

/** A day or a week (ISO 8601: `2026-11-20`, `2027-W06`) that a text names. */
export interface WrittenDate {
  readonly value: string
  readonly start: number
  readonly end: number
  /** False where day and month may be the other way round, or only a part of a month is named. */
  readonly certain: boolean
  /** Said by the day of the week alone. */
  readonly weekday?: boolean
}

export interface Calendar {
  readonly language: string | null
  /** The month stands before the day in numbers: `07/10/2026`. */
  readonly monthFirst: boolean
  /** Another date of the mail shows it: `08/14/2026`. */
  readonly orderShown?: boolean
  /** IANA, of whom the mail is written to, for `your time`. */
  readonly readerZone?: string | null
  /** The day on which the mail was written, where it was written. */
  readonly today: CivilDate
}

/** Reads a match as a date; null where there is no such day. */
type Reading = (
  groups: Readonly<Record<string, string | undefined>>,
  calendar: Calendar,
) => Omit<WrittenDate, 'start' | 'end'> | null

interface Rule {
  readonly pattern: RegExp
  readonly read: Reading
}

/** Every date of a folded text, in its order; of two that overlap the longer. */
export function datesIn(text: string, calendar: Calendar): WrittenDate[] {
  const all = rulesOf(calendar.language).flatMap(({ pattern, read }) =>
    [...placesOf(pattern, text, 20)].flatMap((match) => {
      const date = read(match.groups ?? {}, calendar)
      return date ? [{ ...date, start: match.index, end: match.end }] : []
    }),
  )
  const longest = all.sort((one, other) => other.end - other.start - (one.end - one.start))
  const kept: WrittenDate[] = []
  for (const date of longest) if (!kept.some(({ start, end }) => date.start < end && start < date.end)) kept.push(date)
  return kept.sort((one, other) => one.start - other.start)
}

const BY_LANGUAGE = new Map<string, readonly Rule[]>()

function rulesOf(language: string | null): readonly Rule[] {
  const key = language ?? ''
  const known = BY_LANGUAGE.get(key)
  if (known) return known
  const rules = makeRules(language)
  BY_LANGUAGE.set(key, rules)
  return rules
}

function makeRules(language: string | null): readonly Rule[] {
  const months = monthsOf(language)
  const weekdays = weekdaysOf(language)
  const month = `(?<month>${anyOf(...months.keys())})\\.?`
  const monthOf = (name = '') => months.get(name.replace(/\.$/, '')) ?? 0
  const year = '(?:,? {0,2}(?:de |del |of |в |year )?(?<year>20\\d\\d)(?!\\d))?'
  const named: Reading = (groups, calendar) => dated(groups.year, monthOf(groups.month), Number(groups.day), calendar)
  return [
    {
      pattern: /(?<!\d)(?<year>20\d\d)([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/u,
      read: (groups, calendar) => dated(groups.year, Number(groups.month), Number(groups.day), calendar),
    },
    {
      pattern: /ngay (?<day>\d{1,2}) thang (?<month>\d{1,2})(?:(?: nam|,)? (?<year>20\d\d))?/u,
      read: (groups, calendar) => dated(groups.year, Number(groups.month), Number(groups.day), calendar),
    },
    {
      pattern: /(?:cuoi thang|het thang) (?<month>\d{1,2})(?:[/ ](?:nam )?(?<year>20\d\d))?/u,
      read: (groups, calendar) => lastOf(groups.year, Number(groups.month), calendar),
    },
    {
      pattern: /(?:(?<year>20\d\d) ?[年년] ?)?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日号號일]/u,
      read: (groups, calendar) => dated(groups.year, Number(groups.month), Number(groups.day), calendar),
    },
    {
      pattern: new RegExp(
        `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|re|o|a|\\.|-?го|-?е)?(?: {1,2}|-)?(?:de |del |of |di |ב|tháng )?${month}-?${year}`,
        'u',
      ),
      read: named,
    },
    {
      pattern: new RegExp(`${month} {1,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:]\\d|\\d)${year}`, 'u'),
      read: named,
    },
    { pattern: /(?<!\d|\d[.,/-])(?<one>\d{1,2})([./-])(?<two>\d{1,2})\2(?<year>(?:20)?\d\d)(?![\d])/u, read: numeric },
    {
      pattern: /(?<!\d|\d[.,/-])(?<one>\d{1,2})(?:\/(?<two>\d{1,2})|\.(?<three>\d{1,2})\.)(?![\d/%-]|\.\d|\s?%)/u,
      read: numeric,
    },
    {
      pattern: new RegExp(
        `${WEEK} {0,2}(?<week>\\d{1,2})(?:(?:[ /.-]|,? (?:of |de |)){1,2}(?<year>20\\d\\d))?(?!\\d)`,
        'u',
      ),
      read: week,
    },
    {
      pattern: new RegExp(
        `(?<!\\d)(?<week>\\d{1,2})(?:\\.|th|st|nd|rd|ej|-й|-ой|周)? ?${WEEK}(?: (?<year>20\\d\\d))?`,
        'u',
      ),
      read: week,
    },
    {
      pattern: new RegExp(`${END_OF} ?${month}${year}`, 'u'),
      read: (groups, calendar) => lastOf(groups.year, monthOf(groups.month), calendar),
    },
    {
      pattern: /(?:(?<year>20\d\d) ?[年년] ?)?(?<month>\d{1,2}) ?(?:月底|月末|월 ?말)/u,
      read: (groups, calendar) => lastOf(groups.year, Number(groups.month), calendar),
    },
    {
      pattern: new RegExp(`(?<next>${NEXT_WEEK})? ?(?<weekday>${anyOf(...weekdays.keys())})`, 'u'),
      read: (groups, calendar) => weekday(weekdays.get(groups.weekday ?? ''), groups.next, calendar),
    },
    {
      pattern: new RegExp(`${MID}[ -]{0,2}${month}${year}`, 'u'),
      read: (groups, calendar) => about(groups.year, monthOf(groups.month), 15, calendar),
    },
    {
      pattern: /(?:(?<year>20\d\d) ?[年년] ?)?(?<month>\d{1,2}) ?[月월] ?(?<part>上旬|中旬|下旬|初|중순|초순|하순)/u,
      read: (groups, calendar) => about(groups.year, Number(groups.month), PARTS[groups.part ?? ''] ?? 15, calendar),
    },
    { pattern: new RegExp(END_OF_NEXT_WEEK, 'u'), read: (_, { today }) => fridayOfWeek(today, 1) },
    { pattern: new RegExp(THIS_WEEK, 'u'), read: (_, { today }) => fridayOfWeek(today, 0) },
    {
      pattern: /令和 ?(?<era>\d{1,2}|元) ?年 ?(?<month>\d{1,2}) ?月 ?(?:(?<day>\d{1,2}) ?日|(?<last>末))/u,
      read: ({ era, month, day, last }, calendar) => {
        const year = String(2018 + (era === '元' ? 1 : Number(era)))
        return last ? lastOf(year, Number(month), calendar) : dated(year, Number(month), Number(day), calendar)
      },
    },
    {
      pattern: /(?<next>本|这个?|當|当|今|下个?|下個?|来|來)月(?:底|末)/u,
      read: ({ next }, calendar) => endOfMonth(calendar.today, /[下来來]/.test(next ?? '') ? 1 : 0),
    },
    { pattern: new RegExp(END_OF_NEXT_MONTH, 'u'), read: (_, { today }) => endOfMonth(today, 1) },
    { pattern: new RegExp(END_OF_MONTH, 'u'), read: (_, { today }) => endOfMonth(today, 0) },
    { pattern: new RegExp(TOMORROW, 'u'), read: (_, { today }) => ({ value: addDays(today, 1), certain: true }) },
  ]
}

function numeric(groups: Readonly<Record<string, string | undefined>>, calendar: Calendar) {
  const [one, two] = [Number(groups.one), Number(groups.two ?? groups.three)]
  const year = groups.year?.length === 2 ? `20${groups.year}` : groups.year
  const [day, month] = calendar.monthFirst ? [two, one] : [one, two]
  // `10/12` may be meant in either way by somebody who writes English; elsewhere the day comes first.
  const doubtful =
    calendar.language === 'en' &&
    !calendar.orderShown &&
    !calendar.monthFirst &&
    day <= 12 &&
    month <= 12 &&
    day !== month
  const date = dated(year, month, day, calendar) ?? dated(year, day, month, calendar)
  return date && { ...date, certain: date.certain && !doubtful }
}

/** Without a year it is the next such day; one that has just gone by is of this year all the same. */
function dated(year: string | undefined, month: number, day: number, { today }: Calendar) {
  if (!month || !day) return null
  const written = (of: number | string) => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const value = written(year ?? thisYear)
  if (dayNumber(value) === null) return null
  if (year !== undefined || daysBetween(today, value) >= -30) return { value, certain: true }
  const next = written(thisYear + 1)
  return dayNumber(next) === null ? null : { value: next, certain: true }
}

/** A month is named and no day: its last one, which is what "by the end of" says. */
function lastOf(year: string | undefined, month: number, calendar: Calendar) {
  if (!month || month > 12) return null
  for (const day of [31, 30, 29, 28]) {
    const date = dated(year, month, day, calendar)
    if (date) return date
  }
  return null
}

/** The last days of the thirds of a month. */
const PARTS: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 초순: 10, 中旬: 20, 중순: 20, 下旬: 28, 하순: 28 }

/** A part of a month is named: its last day, and uncertain. */
function about(year: string | undefined, month: number, day: number, calendar: Calendar) {
  const date = dated(year, month, day, calendar)
  return date && { ...date, certain: false }
}

function week(groups: Readonly<Record<string, string | undefined>>, { today }: Calendar) {
  const number = Number(groups.week)
  if (number < 1 || number > 53) return null
  const thisYear = Number(today.slice(0, 4))
  const of = (year: number | string) => `${year}-W${String(number).padStart(2, '0')}`
  if (groups.year) return { value: of(groups.year), certain: true }
  // The Monday of the first week is that of the week of 4 January.
  const fourth = dayNumber(`${thisYear}-01-04`) ?? 0
  const monday = fourth - ((fourth + 3) % 7) + (number - 1) * 7
  return { value: of(daysBetween(today, dateOfDay(monday + 6)) < 0 ? thisYear + 1 : thisYear), certain: true }
}

/** The next such day after the mail; with words for it, that of the next week. `Next Friday` may be this one. */
function weekday(wanted: number | undefined, next: string | undefined, { today }: Calendar) {
  if (!wanted) return null
  const now = (((dayNumber(today) ?? 0) + 3) % 7) + 1
  const ahead = next ? 7 - now + wanted : (wanted - now + 7) % 7 || 7
  return { value: addDays(today, ahead), certain: next !== 'next' || wanted <= now, weekday: true }
}

/** Whether some date of a text can only have the month first, or only the day; null where none shows it. */
export function monthFirstIn(text: string): boolean | null {
  for (const match of text.matchAll(/(?<![\d.,/-])(\d{1,2})[/-](\d{1,2})[/-](?:20)?\d\d(?!\d)/g)) {
    const [one, two] = [Number(match[1]), Number(match[2])]
    if (one <= 12 && two > 12 && two <= 31) return true
    if (two <= 12 && one > 12 && one <= 31) return false
  }
  return null
}

/** The Friday of the week of the mail or of a later one, by which its end is meant. */
function fridayOfWeek(today: CivilDate, later: number) {
  const now = (((dayNumber(today) ?? 0) + 3) % 7) + 1
  return { value: addDays(today, (now <= 5 || later > 0 ? 5 - now : 12 - now) + later * 7), certain: false }
}

/** The last day of the month of the mail or of a later one. */
function endOfMonth(today: CivilDate, later: number) {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const first = month - 1 + later + 1
  const next = `${year + Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}-01`
  return dayNumber(next) === null ? null : { value: addDays(next, -1), certain: false }
}
