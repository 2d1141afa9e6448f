import { z } from 'zod'
import { ENTRIES_MAX, Name, Source } from './names.ts'
import { Sentence } from './sentence.ts'

const SetField = z.strictObject({ do: z.literal('set'), field: Name, to: Source })
const Task = z.strictObject({
  do: z.literal('task'),
  title: Sentence,
  kind: Name.optional(),
  /** A role, or whom the record knows: `owner`. */
  assignee: z.string().min(1).max(120).optional(),
  /** A date or an instant. */
  due: Source.optional(),
})
const Notify = z.strictObject({
  do: z.literal('notify'),
  to: z.array(z.string().min(1).max(300)).min(1).max(ENTRIES_MAX),
  message: Sentence.optional(),
})
const RequestApproval = z.strictObject({ do: z.literal('request_approval'), policy: Name })

const BUILT_IN = ['set', 'task', 'notify', 'request_approval']

/** Something that the caller of the engine knows how to do, by name. */
const Named = z.strictObject({
  do: Name.refine((name) => !BUILT_IN.includes(name), { error: 'format', abort: true }),
  with: z.record(Name, z.union([z.string().max(500), z.number(), z.boolean()])).optional(),
})

/** What is to be done when an edge is taken, or a node is entered or left. */
export const EffectSpec = z.union([SetField, Task, Notify, RequestApproval, Named])
export type EffectSpec = z.infer<typeof EffectSpec>
export type NamedEffect = z.infer<typeof Named>

export const isNamed = (effect: EffectSpec): effect is NamedEffect => !BUILT_IN.includes(effect.do)
