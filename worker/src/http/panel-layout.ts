import type { App } from './app-types.ts'

/** Which sections a customer's panel has for whom. Read and changed some times a year: what does it is loaded then. */
export const PANEL_LAYOUT = '/v1/panel-layout'

export function mountPanelLayout(app: App): void {
  app.get(PANEL_LAYOUT, async (context) => {
    const { readLayout } = await import('./panel-layout-answer.ts')
    return readLayout(context)
  })
  app.put(PANEL_LAYOUT, async (context) => {
    const { writeLayout } = await import('./panel-layout-answer.ts')
    return writeLayout(context)
  })
}
