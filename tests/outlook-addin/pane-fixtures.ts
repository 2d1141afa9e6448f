import type { Page } from 'playwright-core'
import type { Form, Panel, Widget } from '#shared/panel/panel.ts'
import { drawn, type Said, type WorkerScript } from './pane-stage.ts'

export const NOTE: Form = {
  kind: 'form',
  action: 'add-note',
  target: { type: 'customer', id: '01K00000000000000000000001', version: 1 },
  label: 'Add a note',
  fields: [{ key: 'note', label: 'Note', input: 'lines', required: true }],
}

export const ORDER: Extract<Widget, { kind: 'item' }> = {
  kind: 'item',
  title: 'SO-2026-0412',
  lines: ['USD 30,850.00'],
  open: { type: 'order', id: '01K00000000000000000000002' },
}

export function aPanel(
  title: string,
  sections: Readonly<Record<string, readonly Widget[]>> = { notes: [NOTE] },
): Panel {
  return {
    language: 'en',
    title,
    asOf: Date.parse('2026-10-20T01:14:00Z'),
    sections: Object.entries(sections).map(([key, summary]) => ({ key, title: key, summary })),
  }
}

export const note = (given: Partial<Form>): Form => ({ ...NOTE, ...given })

/** A Worker whose panel for a mail bears its sender's name. */
export const ofSender = (sections?: Parameters<typeof aPanel>[1]): WorkerScript => ({
  panel: (ask) => ({ body: drawn(aPanel(ask.message?.from?.name ?? 'Nothing selected', sections), ask) }),
})

/** An answer that a test lets go when it wants to. */
export function held() {
  const { promise, resolve } = Promise.withResolvers<Said>()
  return { answer: promise, letGo: resolve }
}

export const title = (page: Page) => page.textContent('#title')
export const message = (page: Page) => page.textContent('#message')
export const firstSection = (page: Page) => page.textContent('#panel section')

/** Everything that an answer which has arrived could still set off has happened. */
export const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
