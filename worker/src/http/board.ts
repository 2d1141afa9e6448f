import type { App } from './app-types.ts'

/** All open orders by stage, the most urgent first. What reads them is loaded by the first who looks. */
export function mountBoard(app: App): void {
  app.get('/v1/board', async (context) => {
    const { board } = await import('./board-answer.ts')
    return context.json(await board(context))
  })
}
