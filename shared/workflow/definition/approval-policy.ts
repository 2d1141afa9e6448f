import { z } from 'zod'
import { Name, Path, Source } from './names.ts'
import { Sentence } from './sentence.ts'

/** Who may decide: anybody with a role, a person, whoever a field names, the n-th above the one who asks. */
export const Approver = z.union([
  z.strictObject({ role: Name }),
  z.strictObject({ user: z.string().min(1).max(60) }),
  z.strictObject({ field: Path }),
  z.strictObject({ manager: z.int().min(1).max(10) }),
])
export type Approver = z.infer<typeof Approver>

const Step = z.strictObject({
  name: Sentence.optional(),
  /** The step is asked for only where this holds: an amount band, a margin, a term. */
  when: Source.optional(),
  mode: z.enum(['any', 'all']),
  approvers: z.array(Approver).min(1).max(10),
})

/** Who has to agree, one step after the other. */
export const ApprovalPolicy = z.strictObject({
  key: Name,
  name: Sentence.optional(),
  steps: z.array(Step).min(1).max(10),
})
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>
