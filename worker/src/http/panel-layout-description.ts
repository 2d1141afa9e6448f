import { createRoute, z } from '@hono/zod-openapi'
import { SECTION_KEYS } from '#shared/panel/layout.ts'
import { ROLES } from '#shared/trade/user.ts'
import type { App } from './app-types.ts'
import { component } from './component.ts'
import { problemResponses } from './openapi.ts'
import { PANEL_LAYOUT } from './panel-layout.ts'
import { LayoutRequest } from './panel-layout-shapes.ts'

/** The routes of the panel's layout, for `/openapi.json`. */
export function describePanelLayout(registry: App['openAPIRegistry']): void {
  const content = { 'application/json': { schema: LayoutSchema } }
  registry.registerPath(
    createRoute({
      method: 'get',
      path: PANEL_LAYOUT,
      summary: "Which sections a customer's panel has for which post, in which order, folded or hidden",
      responses: { 200: { description: 'The layout; null is the standard', content }, ...problemResponses(401) },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'put',
      path: PANEL_LAYOUT,
      summary: 'Puts another layout in its place, with the version that was seen as `If-Match`',
      request: {
        headers: z.object({ 'If-Match': z.string() }),
        body: { content: { 'application/json': { schema: LayoutRequest } }, required: true },
      },
      responses: {
        200: { description: 'It counts from the next panel on', content },
        ...problemResponses(400, 401, 403, 412, 413, 415, 428),
      },
    }),
  )
}

const LayoutSchema = component(
  'PanelLayout',
  z.object({
    version: z.int(),
    layout: z.looseObject({}).nullable(),
    mayEdit: z.boolean(),
    sections: z.array(z.object({ key: z.enum(SECTION_KEYS), name: z.string() })),
    roles: z.array(z.object({ key: z.enum(ROLES), name: z.string() })),
  }),
)
