import { z } from 'zod'
import { EffectSpec } from './effect.ts'
import { FormItem } from './form-item.ts'
import { ENTRIES_MAX, Name, Source } from './names.ts'
import { Criterion } from './node.ts'
import { Sentence } from './sentence.ts'

/** How people stand to a record, and everybody's names for nobody and anybody. The rest of `who` are roles. */
export const STANDINGS = ['owner', 'manager', 'assignee', 'approver', 'system', 'any'] as const

const list = <T extends z.ZodType>(of: T) => z.array(of).max(ENTRIES_MAX).optional()

export const EdgeSpec = z.strictObject({
  /** `from-to` where there is none. */
  key: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,129}$/, 'name')
    .optional(),
  from: Name,
  to: Name,
  label: Sentence.optional(),
  /** For people to read. */
  description: Sentence.optional(),
  /** Taken by the flow where this holds. */
  condition: Source.optional(),
  /** Taken by the flow where no condition holds. */
  default: z.boolean().optional(),
  order: z.int().min(-1_000).max(1_000).optional(),
  who: z.array(Name).min(1).max(ENTRIES_MAX).optional(),
  guard: list(Criterion),
  /** Fields that must be filled in, now or before. */
  requires: list(Name),
  form: list(FormItem),
  effects: list(EffectSpec),
  /** What a person is asked before it is done. */
  confirm: Sentence.optional(),
})
export type EdgeSpec = z.infer<typeof EdgeSpec>
