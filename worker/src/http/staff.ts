import type { App } from './app-types.ts'

/** Who works here no more, and what becomes of theirs. All of it is loaded when somebody asks. */
export function mountStaff(app: App): void {
  const answers = () => import('./staff-answer.ts')
  app.get('/v1/staff/:id/handover', async (context) => context.json(await (await answers()).handover(context)))
  app.post('/v1/staff/:id/:deed', async (context) => context.json(await (await answers()).deed(context)))
}
