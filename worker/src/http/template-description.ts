import { createRoute, z } from '@hono/zod-openapi'
import { TEMPLATE_KINDS } from '#shared/paper/template-kind.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'
import { TemplateQuery } from './template-shapes.ts'

/** The routes of templates, for `/openapi.json`. */
export function describeTemplates(registry: App['openAPIRegistry']): void {
  const content = { 'application/json': { schema: Template } }
  registry.registerPath(
    createRoute({
      method: 'post',
      path: '/v1/templates',
      summary: 'A workbook with placeholders, or a letterhead: a new version of its key',
      request: {
        query: TemplateQuery,
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
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/v1/templates',
      summary: 'Every version of every template, the one in use first',
      responses: {
        200: {
          description: 'The templates',
          content: { 'application/json': { schema: z.object({ templates: z.array(Template) }) } },
        },
        ...problemResponses(401, 403),
      },
    }),
  )
}

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
