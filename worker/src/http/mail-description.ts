import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { MailSettingsEdit } from './mail-settings.ts'
import { FiledMailSchema, MailQuery, Part } from './mail-shapes.ts'
import { problemResponses } from './openapi.ts'

/** The routes of mails, for `/openapi.json`. */
export function describeMails(registry: App['openAPIRegistry']): void {
  const filed = { 'application/json': { schema: FiledMailSchema } }
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/v1/mails',
      summary: 'Files a mail; the same mail again is the same item',
      request: { query: MailQuery, body: { content: { 'message/rfc822': { schema: z.any() } }, required: true } },
      responses: {
        200: { description: 'It was filed before', content: filed },
        201: { description: 'It is filed', content: filed },
        ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/v1/mails/{id}',
      summary: 'A filed mail to be read, as much of it as the firm keeps and the reader may see',
      request: { params: z.object({ id: z.ulid() }) },
      responses: {
        200: { description: 'The mail', content: { 'application/json': { schema: MailToReadSchema } } },
        ...problemResponses(401, 404),
      },
    }),
  )
  const settings = { description: 'The settings', content: { 'application/json': { schema: MailSettingsSchema } } }
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/v1/mail_settings',
      summary:
        'How much of a filed mail is kept, which mails are filed by themselves, and whether inquiries are acknowledged',
      responses: { 200: settings, ...problemResponses(401) },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'patch',
      path: '/v1/mail_settings',
      summary: 'Changes those, for mails that are filed from now on',
      request: { body: { content: { 'application/json': { schema: MailSettingsEdit } }, required: true } },
      responses: { 200: settings, ...problemResponses(400, 401, 403, 412, 415, 428) },
    }),
  )
}

const MailSettingsSchema = component(
  'MailSettings',
  z.object({
    version: z.int().describe('As for `If-Match`'),
    body_policy: z.enum(['metadata', 'snippet', 'full']),
    files_threads: z.boolean().describe('Mails of a filed conversation are filed when somebody opens them'),
    files_replies: z.boolean().describe('So are replies in a conversation for which a pane wrote a letter'),
    acknowledges: z.boolean().describe('Who writes first is told by a mail that their inquiry has arrived'),
    may_edit: z.boolean(),
  }),
)

const Body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('html'),
    html: z.string().describe('As it came: nobody has cleaned it'),
    pictures: z.record(z.string(), z.string()).describe('Pictures of the mail itself as `data:`, by Content-ID'),
  }),
])

const MailToReadSchema = component(
  'MailToRead',
  z.object({
    id: z.ulid(),
    subject: z.string().nullable().describe('Null of a private mail of somebody else'),
    occurred_at: z.int(),
    customer: z.object({ id: z.ulid(), name: z.string() }).nullable(),
    participants: z.array(
      z.object({ role: z.enum(['from', 'to', 'cc']), address: z.string(), name: z.string().optional() }),
    ),
    attachments: z.array(Part),
    filed_by_name: z.string().nullable(),
    filed_at: z.int(),
    filed_how: z.enum(['manual', 'rule', 'plugin_auto']).nullable(),
    visibility: z.enum(['team', 'private']),
    kept: z.enum(['metadata', 'snippet', 'full']).describe('What there is to read'),
    body: Body.nullable(),
    shortened: z.boolean().describe('The body was longer than what is shown at once'),
  }),
)
