import type { App } from './app-types.ts'

/** What fits a word or a number that somebody typed. What looks for it is loaded by the first who searches. */
export function mountSearch(app: App): void {
  app.get('/v1/search', async (context) => {
    const { search } = await import('./search-answer.ts')
    return context.json(await search(context))
  })
}
