import { z } from '@hono/zod-openapi'
import { PostBody, PostKey } from '#shared/access/post-schema.ts'
import { component } from './component.ts'

/** What is asked of the firm's access, and answered. */

const Words = z.record(z.string(), z.string())

const Choice = z.object({
  key: z.string(),
  label: z.string(),
  verbs: z.array(z.string()).describe('What can be granted of it'),
  scopes: z.array(z.string()).describe('How far'),
})

const Post = z.object({
  key: z.string(),
  label: z.string(),
  names: z.object({ en: z.string(), zh: z.string() }).nullable().describe('Of a post that the firm has added'),
  changed: z.boolean().describe('Whether a standard post is not as the standard has it'),
  grants: z.record(z.string(), z.record(z.string(), z.string())),
  sees: z.array(z.string()),
})

const Staff = z.object({
  id: z.string(),
  alias: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  active: z.boolean(),
})

const ProposalShape = z.object({
  id: z.string(),
  status: z.enum(['open', 'agreed', 'withdrawn']),
  about: z.string().describe('The post, or the member of staff'),
  told: z.array(z.string()).describe('What changes, in words'),
  by: z.string(),
  at: z.int().describe('ms UTC'),
  decidedBy: z.string().nullable(),
  decidedAt: z.int().nullable(),
  mayAgree: z.boolean(),
  waits: z.string().nullable().describe('Why the reader may not agree'),
  user: z.string().nullable().describe('Of posts that somebody gets or loses: who'),
  post: z.string().nullable(),
})
export type ProposalAnswer = z.infer<typeof ProposalShape>

export const AccessAnswer = z.object({
  version: z.int(),
  mayPropose: z.boolean(),
  types: z.array(Choice),
  verbs: Words,
  scopes: Words,
  classes: Words,
  posts: z.array(Post),
  staff: z.array(Staff),
  proposals: z.array(ProposalShape),
  looks: z
    .array(z.object({ at: z.int(), by: z.string(), as: z.string() }))
    .describe('Who looked as whom, the last first'),
})
export type AccessAnswer = z.infer<typeof AccessAnswer>

const version = z.int().min(0).max(1_000_000_000).describe('Of the answer that one has seen')

/** One of the three. */
export const ProposalBody = z
  .strictObject({
    version,
    post: PostBody.optional().describe('A post as it is to be'),
    reset: PostKey.optional().describe('A post that is to be the standard one again; one that was added, gone'),
    staff: z
      .strictObject({ id: z.ulid(), roles: z.array(z.string().max(40)).min(1).max(10) })
      .optional()
      .describe('The posts that somebody is to have'),
  })
  .refine(({ post, reset, staff }) => [post, reset, staff].filter((one) => one !== undefined).length === 1, {
    error: 'required',
    path: ['post'],
  })

export const DecisionBody = z.strictObject({ decision: z.enum(['agree', 'withdraw']) })

/** How near the example is to the person, for who sees no customers themselves. */
export const NEAR = ['own', 'involved', 'team', 'below', 'other'] as const

export const PreviewBody = z
  .strictObject({
    user: z.ulid(),
    customer: z.ulid().optional(),
    near: z.enum(NEAR).optional().describe('An example in place of a customer: whose it is to the person'),
    proposal: z.ulid().optional().describe('And as it would be with this proposal'),
  })
  .refine(({ customer, near }) => (customer === undefined) !== (near === undefined), {
    error: 'required',
    path: ['customer'],
  })

export type PreviewBody = z.infer<typeof PreviewBody>

const SeenSection = z.object({
  key: z.string(),
  title: z.string(),
  html: z.string(),
  change: z.enum(['same', 'new', 'gone', 'changed']),
  told: z.array(z.string()).describe('What differs, in words'),
})

const Seen = z.object({
  title: z.string().nullable().describe('Null when there is nothing here for them'),
  sections: z.array(SeenSection),
  hidden: z.array(z.string()).describe('What is hidden from them wherever they look, by type'),
})

export const PreviewAnswer = z.object({
  as: z.string(),
  example: z.boolean(),
  before: Seen,
  after: Seen.nullable(),
})
export type PreviewAnswer = z.infer<typeof PreviewAnswer>

export const AccessSchema = () => component('Access', AccessAnswer)
export const ProposalSchema = () => component('AccessProposal', ProposalShape)
export const PreviewSchema = () => component('AccessPreview', PreviewAnswer)
