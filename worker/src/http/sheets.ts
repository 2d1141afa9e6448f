import type { App } from './app-types.ts'

/** Where rows go out to sheets. */
export const PULLS = '/v1/sheets/pulls'
/** Where pushes come in; they are larger than other calls. */
export const PUSHES = '/v1/sheets/pushes'

/** Open orders and their lines, to be edited in a sheet: out by a pull, back by a push. Both are loaded when a sheet asks. */
export function mountSheets(app: App): void {
  app.post(PULLS, async (context) => {
    const { pullRows } = await import('./sheet-pull.ts')
    return context.json(await pullRows(context))
  })
  app.post(PUSHES, async (context) => {
    const { pushed } = await import('./sheet-push.ts')
    return context.json(await pushed(context))
  })
}
