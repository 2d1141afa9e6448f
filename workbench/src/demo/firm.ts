import { ulid } from 'ulid'
import { type CivilDate, dayNumber } from '#shared/time/civil-date.ts'
import { dateIn } from '#shared/time/zone.ts'
import type { TypeName } from '#shared/trade/index.ts'
import { exchangeRates } from './exchange-rates.ts'
import { seeded } from './random.ts'

export const FIRM_TIMEZONE = 'Asia/Shanghai'
export const FIRM_DOMAIN = 'bluewhale-outdoor.example'

/** China keeps one time all the year round. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

export interface Demo {
  /** ms UTC: the moment the firm is shown at. */
  readonly now: number
  /** Multiplies customers and what belongs to them; 1 is a firm of 240 customers. */
  readonly scale?: number
  /** Another key, other ids: many firms fit into one database. */
  readonly tenantKey?: string
}

/** What everything in the firm is made with. Days are counted as in `dayNumber`. */
export interface Firm {
  readonly now: number
  readonly today: CivilDate
  readonly day: number
  /** The same name has the same id in every run; `at` is the time within it. */
  id(type: TypeName, name: string, at: number): string
  /** ms UTC of a minute of the day, never later than now; on the firm's clock, or on one so many ms ahead of UTC. */
  at(day: number, minute: number, offsetMs?: number): number
  /** Base currency per unit of a currency on a day, in 10⁻⁸. */
  rate(currency: string, day: number): number
}

/** Friday for a Saturday or Sunday. Day 0 was a Thursday. */
export const workday = (day: number): number => day - Math.max(0, ((day + 3) % 7) - 4)

export function firmOf({ now, tenantKey = '' }: Demo): Firm {
  const today = dateIn(now, FIRM_TIMEZONE)
  const day = dayNumber(today) ?? 0
  return {
    now,
    today,
    day,
    id: (type, name, at) => ulid(at, seeded('id', tenantKey, type, name).next),
    at: (on, minute, offsetMs = OFFSET_MS) => Math.min(on * DAY_MS + minute * 60_000 - offsetMs, now),
    rate: exchangeRates(day),
  }
}
