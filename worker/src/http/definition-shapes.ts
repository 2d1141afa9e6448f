import { z } from '@hono/zod-openapi'
import { Definition } from '#shared/workflow/definition/definition.ts'
import { component } from './component.ts'
import { Problem } from './openapi.ts'

/** What is asked of definitions of processes, and answered. */

const Words = z.object({ en: z.string(), 'zh-CN': z.string() })

const Version = z.object({
  version: z.int(),
  status: z.enum(['draft', 'published', 'retired']),
  /** In code, and there for every firm. */
  standard: z.boolean(),
  publishedAt: z.int().nullable().describe('ms UTC; null for a standard one'),
  publishedBy: z.string().nullable().describe('A user’s id'),
})

export const Listed = z.object({
  key: z.string(),
  subject: z.string().describe('`deal`, or the type of record whose way it is'),
  name: Words,
  status: z.enum(['draft', 'published', 'retired']).describe('Of the newest version'),
  standard: z.boolean().describe('Whether new runs take the version that is in code'),
  versions: z.array(Version).describe('The newest first'),
})
export type Listed = z.infer<typeof Listed>

export const ListAnswer = component('Definitions', z.object({ definitions: z.array(Listed) }))

/** `true` and nothing else means it. */
const flag = z.enum(['true', 'false']).default('false')
const limit = z.coerce.number().int().min(1).max(100).default(50)
const cursor = z.string().max(500).optional()

export const KeyParams = z.object({ key: z.string() })
export const VersionQuery = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Without one the newest published'),
})
export const PublishQuery = z.object({
  dryRun: flag.describe('`true` stores nothing, and tells what would become of the deals that run'),
  deals: z.enum(['key', 'all']).default('key').describe('Which open deals: those of the same key, or all'),
  limit,
  cursor: cursor.describe('`next` of the page before'),
})

export const DefinitionBody = component('Definition', Definition.partial({ version: true }))

export const DealFateAnswer = z.object({
  deal: z
    .object({ id: z.string(), doc_no: z.string(), subject: z.string() })
    .nullable()
    .describe('Null when it is not for the reader'),
  from: z.int(),
  at: z.array(z.string()).describe('Where it stands, as the stages are called'),
  fate: z
    .enum(['kept', 'moved', 'lost'])
    .describe('Under the new version; until it is moved there, it stays on its own'),
  problem: Problem.omit({ field: true, place: true }).optional(),
})
export type DealFateAnswer = z.infer<typeof DealFateAnswer>

const Preview = { deals: z.array(DealFateAnswer), next: z.string().nullable() }

export const PublishAnswer = component(
  'Published',
  z
    .object({ key: z.string(), version: z.int(), subject: z.string(), stored: z.boolean() })
    .extend({ deals: Preview.deals.optional(), next: Preview.next.optional() }),
)

/** How many deals are moved in one call: what a batch of the database bears. */
const MOVED_MAX = 25

export const MigrationBody = z.strictObject({
  from: z.int().min(1).max(1_000_000),
  to: z.int().min(1).max(1_000_000),
  map: z.record(z.string().max(60), z.string().max(60)).default({}).describe('Nodes by key; others keep theirs'),
  dryRun: z.boolean().default(false),
  limit: z.int().min(1).max(MOVED_MAX).default(MOVED_MAX),
  cursor: cursor.describe('`next` of the call before'),
})

export const MigrationAnswer = component('Migration', z.object({ ...Preview, stored: z.boolean() }))

export const RetirementBody = z.strictObject({ version: z.int().min(1).max(1_000_000) })
