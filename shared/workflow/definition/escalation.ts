import { z } from 'zod'
import { ENTRIES_MAX } from './names.ts'

/** When somebody is told, in words such as `80%`, `+720min`, `+2wd`, `warn`, `no_reply:3d`, `risk:amber`. */
const AFTER = {
  percent: /^([1-9]\d{0,2})%$/,
  late: /^\+([1-9]\d{0,6})(min|h|d|wd)$/,
  warn: /^warn$/,
  clock: /^([a-z][a-z0-9_]*):([1-9]\d{0,3})d$/,
  fact: /^([a-z][a-z0-9_]*):([a-z][a-z0-9_]*)$/,
}

export type After =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'late'; readonly amount: number; readonly unit: 'min' | 'h' | 'd' | 'wd' }
  | { readonly kind: 'warn' }
  | { readonly kind: 'clock'; readonly clock: string; readonly days: number }
  /** Not a matter of time: a clock has no level for it. */
  | { readonly kind: 'fact'; readonly name: string; readonly value: string }

export function readAfter(after: string): After | null {
  const match = (kind: keyof typeof AFTER) => AFTER[kind].exec(after)
  const percent = match('percent')
  if (percent) return Number(percent[1]) <= 100 ? { kind: 'percent', percent: Number(percent[1]) } : null
  const late = match('late')
  if (late) return { kind: 'late', amount: Number(late[1]), unit: late[2] as 'min' | 'h' | 'd' | 'wd' }
  if (match('warn')) return { kind: 'warn' }
  const clock = match('clock')
  if (clock) return { kind: 'clock', clock: clock[1] ?? '', days: Number(clock[2]) }
  const fact = match('fact')
  return fact ? { kind: 'fact', name: fact[1] ?? '', value: fact[2] ?? '' } : null
}

/** Whom a level tells, by name; where it says so, only if something holds: `if customer.tier = 'A': gm`. */
export interface Told {
  readonly name: string
  readonly when: string | null
}

export function readTold(notify: string): Told {
  const conditional = /^if (.+):([^:]+)$/s.exec(notify)
  if (!conditional) return { name: notify.trim(), when: null }
  return { name: (conditional[2] ?? '').trim(), when: (conditional[1] ?? '').trim() }
}

/** One level of a stage: when, who is told, and what else is done. */
export const Escalation = z.strictObject({
  after: z
    .string()
    .max(60)
    .refine((after) => readAfter(after) !== null, 'format'),
  notify: z.array(z.string().min(1).max(300)).max(ENTRIES_MAX),
  action: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'name')
    .max(60)
    .nullish(),
})
export type Escalation = z.infer<typeof Escalation>
