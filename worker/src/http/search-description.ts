import { createRoute, z } from '@hono/zod-openapi'
import { SearchQuery } from '#shared/search/found.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'

/** The route of the search, for `/openapi.json`. */
export function describeSearch(registry: App['openAPIRegistry']): void {
  registry.registerPath(
    createRoute({
      method: 'get',
      path: '/v1/search',
      summary: 'Customers, contacts, inquiries, deals and orders by name, number, domain or telephone, the best first',
      request: { query: SearchQuery },
      responses: {
        200: { description: 'What was found', content: { 'application/json': { schema: FoundSchema } } },
        ...problemResponses(400, 401),
      },
    }),
  )
}

const FoundSchema = component(
  'SearchResults',
  z.object({
    results: z.array(
      z.object({
        type: z.enum(['customer', 'contact', 'inquiry', 'deal', 'order']),
        id: z.ulid(),
        opens: z.object({ type: z.enum(['customer', 'inquiry', 'deal', 'order']), id: z.ulid() }),
        title: z.string(),
        subtitle: z.string().nullable(),
        why: z.string(),
      }),
    ),
  }),
)
