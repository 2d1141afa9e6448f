import { createRoute, z } from '@hono/zod-openapi'
import { mayAtAll } from '#shared/access/access.ts'
import { TEMPLATE_KINDS, type TemplateKind } from '#shared/paper/template-kind.ts'
import type { Files } from '../files/files.ts'
import { allTemplates, readTemplate } from '../store/templates.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { keepsTemplates } from './files.ts'
import { problemResponses } from './openapi.ts'
import { parseValue } from './parse.ts'
import { HttpProblem } from './problem.ts'

/** Where templates come in; they are larger than other calls. */
export const TEMPLATES = '/v1/templates'

const Query = z.object({
  /** What the firm calls it: `quotation-en`. The same again is a further version. */
  key: z.string().regex(/^[a-z][a-z\d-]{1,39}$/),
  kind: z.enum(Object.keys(TEMPLATE_KINDS) as [TemplateKind, ...TemplateKind[]]),
  name: z
    .string()
    .max(120)
    .regex(/^[^\0-\x1f/\\\p{Cs}]+$/u),
})

const Template = component(
  'Template',
  z.object({
    key: z.string(),
    version: z.int(),
    kind: z.string(),
    name: z.string(),
    fileId: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    createdAt: z.int(),
    createdBy: z.string().nullable(),
  }),
)

/** A firm's own templates of papers: brought by who keeps them, used by whoever makes papers. */
export function mountTemplates(app: App, files: Files): void {
  const content = { 'application/json': { schema: Template } }
  const bring = createRoute({
    method: 'post',
    path: TEMPLATES,
    summary: 'A workbook with placeholders, or a letterhead: a new version of its key',
    request: {
      query: Query,
      body: {
        content: Object.fromEntries(Object.values(TEMPLATE_KINDS).map(({ mime }) => [mime, { schema: z.any() }])),
        required: true,
      },
    },
    responses: {
      200: { description: 'The version in use is the same already', content },
      201: { description: 'It is in use', content },
      ...problemResponses(400, 401, 403, 409, 413, 415, 422),
    },
  })
  app.openAPIRegistry.registerPath(bring)
  app.post(TEMPLATES, async (context) => {
    if (!keepsTemplates(context.var.person)) throw new HttpProblem('not_allowed')
    const asked = parseValue(context, Query, context.req.query())
    // A firm brings a template some days of a year.
    const { bringTemplate } = await import('./template-bring.ts')
    return bringTemplate(context, asked, files)
  })

  const list = createRoute({
    method: 'get',
    path: TEMPLATES,
    summary: 'Every version of every template, the one in use first',
    responses: {
      200: {
        description: 'The templates',
        content: { 'application/json': { schema: z.object({ templates: z.array(Template) }) } },
      },
      ...problemResponses(401, 403),
    },
  })
  app.openAPIRegistry.registerPath(list)
  app.get(TEMPLATES, async (context) => {
    const { database, person } = context.var
    if (!keepsTemplates(person) && !mayAtAll(person.access, 'quotation', 'create')) throw new HttpProblem('not_allowed')
    const [rows = []] = await database.batch([allTemplates({ tenant: person.tenantId })])
    return context.json({ templates: rows.map(readTemplate) })
  })
}
