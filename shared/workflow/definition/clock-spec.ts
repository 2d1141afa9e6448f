import { z } from 'zod'
import { Name, Path, Source } from './names.ts'
import { Sentence } from './sentence.ts'

/** Two years of minutes, ten of days: longer than anything that is waited for. */
const MINUTES_MAX = 1_054_080
const DAYS_MAX = 3_650

const Minutes = z.int().min(1).max(MINUTES_MAX)
const Days = z.int().min(-DAYS_MAX).max(DAYS_MAX)
const Percent = z.int().min(1).max(99)
const DaysBefore = z.int().min(1).max(DAYS_MAX)

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1).max(10)])

/** How long it may take, and when people are warned: what may differ from tier to tier. */
const Limits = z.strictObject({
  /** Minutes of the clock on the wall, or of work, as the clock has it. */
  minutes: Minutes.optional(),
  working_days: z.int().min(1).max(500).optional(),
  days: Days.optional(),
  warn_at_pct: oneOrMore(Percent).optional(),
  warn_days_before: oneOrMore(DaysBefore).optional(),
  warn_minutes_before: oneOrMore(Minutes).optional(),
  repeat_days: z.array(DaysBefore).min(1).max(20).optional(),
  ladder_days: z.array(DaysBefore).min(1).max(20).optional(),
})

/** One clock of a stage (domain 3.8): what it measures from and to, how long, and when people are told. */
export const ClockSpec = Limits.extend({
  key: Name,
  name: Sentence.optional(),
  clock: z.enum(['elapsed', 'business', 'days']),
  /** A reminder tells people and escalates nothing. */
  kind: z.enum(['limit', 'reminder']).optional(),
  when: Source.optional(),
  /** An instant at which it begins; without one it begins when the stage is entered. */
  from: Source.optional(),
  /** A date from which it counts. */
  from_date: Source.optional(),
  /** It has ended when this is filled in; without one it ends when the stage is left. */
  until: Source.optional(),
  /** The date, and the instants, at which the time is over. */
  until_date: Source.optional(),
  until_field: z
    .string()
    .max(120)
    .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*(\.\*)?$/, 'path')
    .optional(),
  /** An earlier end than the amount would give; a later one changes nothing. */
  tighten_by: Source.optional(),
  /** What was agreed instead of the amount, earlier or later. */
  override_field: Path.optional(),
  /** One clock at all stages that have it: when the deal goes from one to another, it goes on. */
  everywhere: z.boolean().optional(),
  repeat: z.union([z.boolean(), z.int().min(1).max(30)]).optional(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'format')
    .optional(),
  /** A time zone, or whose: `customer`. */
  tz: z.string().max(64).optional(),
  actions: z
    .array(z.string().regex(/^[a-z][a-z0-9_]*(\(roll=(preceding|following|none)\))?$/, 'format'))
    .min(1)
    .max(10)
    .optional(),
  by_tier: z.record(z.string().min(1).max(20), Limits).optional(),
})
export type ClockSpec = z.infer<typeof ClockSpec>
