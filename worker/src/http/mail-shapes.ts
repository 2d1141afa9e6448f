import { z } from '@hono/zod-openapi'
import { HOSTS } from '#shared/api.ts'
import { text } from '#shared/i18n/language.ts'
import { component } from './component.ts'

/** What a mail may have: 25 MB as every large provider takes them, and what its headers add. */
export const MAIL_MAX_BYTES = 25 * 1024 * 1024 + 256 * 1024

export const TOO_LARGE = text('This mail is larger than 25 MB, and cannot be filed.', '该邮件超过 25 MB，无法归档。')

/** Where a mail is filed. Without a customer, with whom it is; without an order, the one that its subject names. */
export const MailQuery = z.strictObject({
  customer: z.ulid().optional(),
  order: z.ulid().optional(),
  visibility: z.enum(['team', 'private']).default('team'),
  /** Why it is private, for those who see that it is there. */
  reason: z.string().trim().max(200).optional(),
  /** How it came to be filed; `plugin_auto` without being told to, which only goes where the firm wants it. */
  how: z.enum(['manual', 'rule', 'plugin_auto']).default('manual'),
  /** The conversation, as the mailbox calls it. */
  thread: z.string().max(1000).optional(),
  host: z.enum(HOSTS).default('api'),
})
export type MailQuery = z.output<typeof MailQuery>

export const Part = z.object({
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  file_id: z.string().optional().describe('As for `/v1/files/{id}`; absent where its bytes are not kept'),
})

export const FiledMailSchema = component(
  'FiledMail',
  z.object({
    outcome: z.enum(['filed', 'already']),
    id: z.string(),
    version: z.int(),
    customer_id: z.string(),
    order_id: z.string().nullable(),
    contact_id: z.string().nullable(),
    subject: z.string(),
    occurred_at: z.int(),
    filed_by: z.string().nullable(),
    filed_by_name: z.string().nullable(),
    filed_at: z.int(),
    visibility: z.enum(['team', 'private']),
    attachments: z.array(Part),
    body_ref: z.string().nullable(),
  }),
)
export type FiledMailAnswer = z.output<typeof FiledMailSchema>
