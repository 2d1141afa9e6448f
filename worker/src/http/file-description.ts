import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'

/** The route of files, for `/openapi.json`. */
export function describeFiles(registry: App['openAPIRegistry']): void {
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/v1/files/{id}',
      summary: 'An address that opens the file for who asks, for two minutes',
      request: { params: z.object({ id: z.string() }) },
      responses: {
        200: { description: 'Where it opens', content: { 'application/json': { schema: FileLink } } },
        ...problemResponses(401, 404),
      },
    }),
  )
}

const FileLink = component(
  'FileLink',
  z.object({
    url: z.url(),
    expiresAt: z.int(),
    name: z.string(),
    mime: z.string(),
    bytes: z.int(),
    sha256: z.string(),
  }),
)
