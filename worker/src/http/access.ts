import type { App, AppContext } from './app-types.ts'

const ACCESS = '/v1/access'

/**
 * The posts of the firm, who holds them, what somebody wants changed, and a customer as somebody else sees it: for those
 * who keep the house. All of it is loaded when one of them asks. See docs/access.md.
 */
export function mountAccess(app: App): void {
  const late = () => import('./access-late.ts')
  app.get(ACCESS, async (context: AppContext) => context.json(await (await late()).whole(context)))
  app.post(`${ACCESS}/proposals`, async (context) => context.json(await (await late()).propose(context), 201))
  app.post(`${ACCESS}/proposals/:id/decision`, async (context) => context.json(await (await late()).decide(context)))
  app.post(`${ACCESS}/previews`, async (context) => context.json(await (await late()).preview(context)))
}
