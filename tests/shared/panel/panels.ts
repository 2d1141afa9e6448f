import type { Form, Panel, Section, Widget } from '#shared/panel/panel.ts'

/** Panels with sensible defaults, so that a test names only what matters to it. */

export const aSection = (given: Partial<Section> = {}): Section => ({
  key: 'orders',
  title: 'Orders',
  summary: [],
  ...given,
})

export const aPanel = (given: Partial<Panel> = {}): Panel => ({
  language: 'en',
  title: 'Trilha Sul',
  asOf: Date.parse('2026-10-20T01:00:00Z'),
  sections: [],
  ...given,
})

export const aForm = (given: Partial<Form> = {}): Form => ({
  kind: 'form',
  action: 'advance-order',
  target: { type: 'order', id: '01K00000000000000000000001', version: 3 },
  label: 'Start production',
  fields: [],
  ...given,
})

export const panelOf = (...summary: Widget[]): Panel => aPanel({ sections: [aSection({ summary })] })

/** One widget of every kind, `say` giving every string of it but a link's address. All of them can be seen on a page. */
export function everyWidget(say: () => string): Widget[] {
  const tone = 'danger'
  const chosen = say()
  return [
    { kind: 'fact', label: say(), value: say(), detail: say(), tone },
    { kind: 'note', text: say(), tone },
    { kind: 'item', title: say(), lines: [say(), say()], badge: say(), open: { type: say(), id: say() } },
    { kind: 'item', title: say(), lines: [] },
    {
      kind: 'steps',
      label: say(),
      steps: [
        { label: say(), state: 'done' },
        { label: say(), state: 'now' },
      ],
    },
    aForm({
      action: say(),
      target: { type: say(), id: say() },
      label: say(),
      hint: say(),
      folded: true,
      fields: [
        { key: say(), label: say(), input: 'text', value: say(), hint: say(), max: 20 },
        { key: say(), label: say(), input: 'lines', value: say(), required: true },
        { key: say(), label: say(), input: 'date', value: say() },
        { key: say(), label: say(), input: 'number', value: say() },
        { key: say(), label: say(), input: 'choice', value: chosen, choices: [{ value: chosen, label: say() }] },
      ],
    }),
    { kind: 'link', label: say(), href: 'https://quayside.example/desk' },
  ]
}

const NAMED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** Text as a reader of the page gets it. */
export const unescaped = (html: string): string =>
  html.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => NAMED[name] ?? name)

/** What of a page is seen or heard, on one line. */
export const textOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
