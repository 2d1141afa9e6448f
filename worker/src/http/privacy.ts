import type { App } from './app-types.ts'

/** Everything about people's data, for whoever looks after it. What answers is loaded by the first who asks. */
export function mountPrivacy(app: App): void {
  app.on(['GET', 'POST'], '/v1/privacy/*', async (context) => (await import('./privacy-answer.ts')).privacy(context))
}
