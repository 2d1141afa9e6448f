import { z } from 'zod'
import { ApprovalPolicy } from './approval-policy.ts'
import { EdgeSpec } from './edge.ts'
import { OwnItem } from './form-item.ts'
import { ENTRIES_MAX, Name } from './names.ts'
import { NodeSpec } from './node.ts'
import { Sentence } from './sentence.ts'

export const NODES_MAX = 60
export const EDGES_MAX = 200
/** Bytes of a definition as JSON. */
export const SIZE_MAX = 200_000

/**
 * A road as data (domain 1.23): its stages, the ways between them, who walks them and when people are told. A version
 * that is in use never changes.
 */
export const Definition = z.strictObject({
  key: Name,
  version: z.int().min(1).max(1_000_000),
  name: Sentence,
  /** For people to read. */
  description: Sentence.optional(),
  /** `deal`, or the type of record whose own way it is. */
  subject: Name,
  /** The choice field of that record whose values are the nodes. */
  field: Name.optional(),
  /** How `manager+n` is meant, for people to read. */
  manager_rule: z.string().max(2_000).optional(),
  fields: z.array(OwnItem).max(ENTRIES_MAX).optional(),
  nodes: z.array(NodeSpec).min(1).max(NODES_MAX),
  edges: z.array(EdgeSpec).max(EDGES_MAX),
  approvals: z.array(ApprovalPolicy).max(ENTRIES_MAX).optional(),
})
export type Definition = z.infer<typeof Definition>
