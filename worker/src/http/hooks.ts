import type { App } from './app-types.ts'

/** Where a source of milestones calls; nobody is signed in there. */
export const HOOKS = '/hooks/*'

/** What they need is loaded when one comes. */
export const hookDoors = () => import('./hook-doors.ts')

/** Webhooks that come in, and the secrets that they are signed with. */
export function mountHooks(app: App): void {
  app.post('/hooks/milestones/:sourceId', async (context) =>
    context.json(await (await hookDoors()).tellMilestones(context)),
  )
  app.post('/v1/milestone_sources/:id/secrets', async (context) =>
    context.json(await (await hookDoors()).makeSecret(context), 201),
  )
}
