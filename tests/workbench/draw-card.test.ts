import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { renderCard } from '#shared/panel/render/card.ts'
import type { Card } from '#shared/panel/render/card-json.ts'
import { theBrowser } from '../journeys/browser.ts'
import { aDeck, allPieces } from '../shared/panel/cards.ts'
import { aForm, aPanel, aSection, everyWidget, panelOf } from '../shared/panel/panels.ts'

/** The stand-in for Gmail's side panel, in a real browser. */

const ROOT = join(import.meta.dirname, '../..')
let script: string

beforeAll(async () => {
  const contents = "import { drawCard } from './workbench/src/gmail/draw-card.ts'; Object.assign(window, { drawCard })"
  const stdin = { contents, resolveDir: ROOT }
  const bundled = await build({ stdin, bundle: true, write: false, format: 'iife', target: 'es2023' })
  script = bundled.outputFiles[0]?.text ?? ''
})

/** A page with the card on it; what its presses lead to is kept in `pressed`. */
async function draw(card: Card): Promise<Page> {
  const page = await (await theBrowser()).newPage()
  await page.addScriptTag({ content: script })
  await page.addStyleTag({ path: join(ROOT, 'workbench/src/gmail/card.css') })
  await page.evaluate(`(card => {
    window.pressed = []
    const call = (action, inputs) => pressed.push({ token: action.parameters[0].value, inputs })
    const { element, menu } = drawCard(card, { call, open: (url) => pressed.push(url) })
    document.body.append(element, ...menu)
  })(${JSON.stringify(card)})`)
  return page
}

const pressed = (page: Page) => page.evaluate('window.pressed')

test('a card shows its texts as they are, and no markup of a value acts', async () => {
  const name = '<b>x</b> &amp; "y"<img src=x onerror=alert(1)>'
  const section = aSection({ title: name, summary: everyWidget(() => name) })
  const card = await renderCard(aPanel({ title: name, subtitle: name, sections: [section] }), aDeck())
  const page = await draw(card)
  const shown = (await page.textContent('.card')) ?? ''
  for (const { text } of allPieces(card)) for (const line of text.split('\n')) expect(shown).toContain(line)
  expect(await page.locator('.card').locator('img, script').count()).toBe(0)
  // The words of attention, and the step that runs.
  expect(await page.locator('.card b').allTextContents()).toEqual(['Warning: ', 'Warning: ', `now: ${name}`])
})

test('a form is sent with what stands in it, as Google tells it, and not while a required field is empty', async () => {
  const form = aForm({
    fields: [
      { key: 'bl_no', label: 'B/L no.', input: 'text', required: true },
      { key: 'shipped_on', label: 'Shipped on', input: 'date', value: '2026-10-20' },
      { key: 'remark', label: 'Remark', input: 'lines' },
      { key: 'result', label: 'Result', input: 'choice', value: 'b', choices: [{ value: 'b', label: 'B' }] },
    ],
  })
  const page = await draw(await renderCard(panelOf(form), aDeck({ sign: async () => 'signed' })))
  const send = page.getByRole('button', { name: 'Start production' })
  const number = page.getByLabel('B/L no. (required)')
  await send.click()
  expect(await pressed(page)).toEqual([])
  expect(await number.evaluate((control) => control === document.activeElement)).toBe(true)
  await number.fill('COSU 123')
  await send.click()
  const name = (key: string) => `advance-order/${form.target.id}/${key}`
  expect(await pressed(page)).toEqual([
    {
      token: 'signed',
      inputs: {
        [name('bl_no')]: { stringInputs: { value: ['COSU 123'] } },
        [name('shipped_on')]: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 9, 20)) } },
        [name('result')]: { stringInputs: { value: ['b'] } },
      },
    },
  ])
})

test('an item, a link and the menu lead where they say', async () => {
  const panel = panelOf(
    { kind: 'item', title: 'SO-1', lines: ['CIF Santos'], open: { type: 'order', id: '01K1' } },
    { kind: 'link', label: 'Open the file', href: '/desk/orders' },
  )
  const page = await draw(await renderCard(panel, aDeck()))
  await page.getByRole('button', { name: 'SO-1' }).click()
  await page.getByRole('button', { name: 'Open the file' }).click()
  await page.getByRole('button', { name: 'Refresh' }).click()
  expect(await pressed(page)).toEqual([
    { token: '{"kind":"record","target":{"type":"order","id":"01K1"}}', inputs: {} },
    'https://quayside.example/desk/orders',
    { token: '{"kind":"panel"}', inputs: {} },
  ])
})

test('whatever it holds, it is as wide as the side panel', async () => {
  const endless = 'W'.repeat(400)
  const section = aSection({ title: endless, summary: everyWidget(() => endless) })
  const page = await draw(await renderCard(aPanel({ title: endless, sections: [section] }), aDeck()))
  expect(
    await page.evaluate(
      "(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth])(document.querySelector('.card'))",
    ),
  ).toEqual([300, 300])
})

test('a widget that Gmail may not show is not passed over', async () => {
  const card = await renderCard(panelOf(), aDeck())
  const carousel = { ...card, sections: [{ widgets: [{ carousel: {} }] }] } as unknown as Card
  await expect(draw(carousel)).rejects.toThrow('no widget of a card: carousel')
})
