import type { App } from './app-types.ts'

/** Where a source of milestones calls; nobody is signed in there. */
export const HOOKS = '/hooks/*'

/** Webhooks that come in, and the secrets that they are signed with. What they need is loaded when one comes. */
export function mountHooks(app: App): void {
  app.post('/hooks/milestones/:sourceId', async (context) => {
    const { tellMilestones } = await import('./milestone-hook.ts')
    return context.json(await tellMilestones(context))
  })
  app.post('/v1/milestone_sources/:id/secrets', async (context) => {
    const { makeSecret } = await import('./milestone-secret.ts')
    return context.json(await makeSecret(context), 201)
  })
}
