import { z } from 'zod'
import { ClockSpec } from './clock-spec.ts'
import { EffectSpec } from './effect.ts'
import { Escalation } from './escalation.ts'
import { FormItem } from './form-item.ts'
import { ENTRIES_MAX, Name, Path, Source } from './names.ts'
import { Owner } from './owner.ts'
import { Sentence } from './sentence.ts'

export const NODE_TYPES = ['start', 'stage', 'task', 'approval', 'gateway_xor', 'gateway_and', 'end'] as const

/** What must hold, and what is said to people while it does not; `{open}` in it is the value of that name. */
export const Criterion = z.strictObject({
  expr: Source,
  message: Sentence,
  /** What the names in the message stand for, where they are no facts. */
  values: z.record(Name, Source).optional(),
})
export type Criterion = z.infer<typeof Criterion>

const list = <T extends z.ZodType>(of: T) => z.array(of).max(ENTRIES_MAX).optional()

export const NodeSpec = z.strictObject({
  key: Name,
  type: z.enum(NODE_TYPES),
  name: Sentence.optional(),
  /** For people to read. */
  description: Sentence.optional(),
  owner: Owner.optional(),
  /** What is done in the stage, for people to read. */
  key_tasks: list(z.string().min(1).max(120)),
  entry_criteria: list(z.union([Source, Criterion])),
  exit_criteria: list(z.union([Source, Criterion])),
  required_fields: list(Path),
  required_documents: list(Name),
  /** What the stage asks. */
  form: list(FormItem),
  /** Passed over while its entry criteria do not hold. */
  optional: z.boolean().optional(),
  /** Of an approval: whose agreement is asked for. */
  policy: Name.optional(),
  on_enter: list(EffectSpec),
  on_exit: list(EffectSpec),
  sla: list(ClockSpec),
  escalation: list(Escalation),
  /** Where its numbers come from, for people to read. */
  numbers_from: z.record(z.string().max(60), z.string().max(500)).optional(),
  /** Where a designer draws it. */
  layout: z.strictObject({ x: z.number(), y: z.number() }).optional(),
})
export type NodeSpec = z.infer<typeof NodeSpec>
