import { addDays, isDate } from '#shared/time/civil-date.ts'
import { lastOpen, type WorkCalendar } from '#shared/time/work-calendar.ts'
import { instantOf } from '#shared/time/zone.ts'

/** By when a buyer wants an answer, and until when it can be made during one's own hours. ms UTC. */
export interface ReplyBy {
  /** The buyer's own hour; of a day that was named without one, its end where they are. */
  readonly wanted: number
  /** The last moment at which somebody here is at work by then. */
  readonly quoteBy: number
  /** Whether the buyer named an hour. */
  readonly timed: boolean
}

/**
 * What a mail's `reply_by` means here (domain 5, J1): a date, or an instant in RFC 3339. `zone` is the buyer's, null where
 * nobody knows it: then a day is one of the calendar's own. Null for what is neither.
 */
export function replyBy(said: string, zone: string | null, calendar: WorkCalendar): ReplyBy | null {
  const timed = said.includes('T')
  if (!isDate(said.slice(0, 10))) return null
  const wanted = timed ? Date.parse(said) : instantOf(addDays(said, 1), '00:00', zone ?? calendar.timezone)
  return Number.isNaN(wanted) ? null : { wanted, quoteBy: lastOpen(calendar, wanted), timed }
}
