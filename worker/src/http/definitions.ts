import type { App } from './app-types.ts'

export const DEFINITIONS = '/v1/definitions/workflows'

/**
 * The roads and ways that a firm works by, as data: to be read, published, moved to and retired. See docs/workflows.md. All of it is
 * loaded when an administrator asks.
 */
export function mountDefinitions(app: App): void {
  const versions = () => import('./definition-versions.ts')
  app.get(DEFINITIONS, async (context) => context.json({ definitions: await (await versions()).list(context) }))
  app.get(`${DEFINITIONS}/:key`, async (context) => context.json(await (await versions()).one(context)))
  app.post(DEFINITIONS, async (context) => {
    const { publish } = await import('./definition-publish.ts')
    const answer = await publish(context)
    return context.json(answer, answer.stored ? 201 : 200)
  })
  app.post(`${DEFINITIONS}/:key/migration`, async (context) => {
    const { migration } = await import('./definition-migration.ts')
    return context.json(await migration(context))
  })
  app.post(`${DEFINITIONS}/:key/retirement`, async (context) => context.json(await (await versions()).retire(context)))
}
