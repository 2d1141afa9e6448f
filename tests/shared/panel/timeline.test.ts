import { expect, test } from 'vitest'
import type { CustomerFile, TimelineItem } from '#shared/customer/situation.ts'
import type { Panel } from '#shared/panel/panel.ts'
import { renderCard } from '#shared/panel/render/card.ts'
import { renderPanelHtml } from '#shared/panel/render/html.ts'
import { renderText } from '#shared/panel/render/text.ts'
import { timeline } from '#shared/panel/sections/timeline.ts'
import { anInteraction } from '../../fixtures/builders.ts'
import { aView } from '../../fixtures/deal-file.ts'
import { aDeck } from './cards.ts'
import { aPanel } from './panels.ts'

const ID = '01K00000000000000000000001'
const DESK = 'https://q.example'

const aMail = (more: Partial<TimelineItem> = {}): TimelineItem => ({
  ...anInteraction({ id: ID, customer_id: 'c', kind: 'mail', filed_how: 'manual', subject: 'Tents' }),
  participants: [{ role: 'from', address: 'ana@acme.example' }],
  attachments: [
    { name: 'spec.pdf', mime: 'application/pdf', bytes: 9, sha256: 'a', file_id: 'F1' },
    { name: 'old.doc', mime: 'application/msword', bytes: 9, sha256: 'b' },
  ],
  ...more,
})

function panelWith(item: TimelineItem, desk: string | null = DESK): Panel {
  const section = timeline.build({ timeline: [item] } as unknown as CustomerFile, { ...aView({}), desk })
  return aPanel({ sections: section ? [{ key: 'timeline', ...section }] : [] })
}

test('a filed mail is opened, and its files, from every host; what was not kept has its name alone', async () => {
  const panel = panelWith(aMail())
  const html = renderPanelHtml(panel)
  const text = renderText(panel)
  const card = JSON.stringify(await renderCard(panel, aDeck()))
  for (const said of [html, text, card]) {
    expect(said).toContain(`${DESK}/desk/mails/${ID}`)
    expect(said).toContain(`${DESK}/desk/files/F1`)
    expect(said).toContain('old.doc')
  }
  expect(html).toContain(`href="${DESK}/desk/files/F1" target="_blank" rel="noopener noreferrer"`)
})

test('at the desk the ways are its own', () => {
  expect(renderPanelHtml(panelWith(aMail(), null))).toContain(`href="/desk/mails/${ID}"`)
})

test('nobody is led to a colleague’s private mail, nor to a note', () => {
  const hidden = aMail({ visibility: 'private', participants: null, attachments: null })
  const note = { ...anInteraction({ id: ID, customer_id: 'c', subject: 'Called' }) }
  for (const item of [hidden, note]) expect(renderPanelHtml(panelWith(item))).not.toContain('/desk/')
})
