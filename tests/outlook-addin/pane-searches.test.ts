import { expect, test } from 'vitest'
import type { PanelAsk } from '#shared/api.ts'
import type { Found } from '#shared/search/found.ts'
import { aPanel } from './pane-fixtures.ts'
import { drawn, mail, usePane, type WorkerScript } from './pane-stage.ts'

const { opened } = usePane()

const ID = '01K00000000000000000000001'
const hit = (title: string): Found => ({
  type: 'customer',
  id: ID,
  opens: { type: 'customer', id: ID },
  title,
  subtitle: 'C-2026-0001',
  why: 'Name',
})

/** A Worker that shows whatever is asked for and finds what a test says. */
function aWorker(search: NonNullable<WorkerScript['search']>) {
  const asked: PanelAsk[] = []
  const worker: WorkerScript = {
    panel: (ask) => {
      asked.push(ask)
      return { body: drawn(aPanel(ask.record ? 'The record' : 'Home'), ask) }
    },
    search,
  }
  return { worker, asked }
}

test('with nothing open one types, goes through the list by arrows and opens with Enter', async () => {
  const questions: string[] = []
  const { worker, asked } = aWorker((q) => {
    questions.push(q)
    return { body: { results: [hit('Hansen'), hit('Hanson')] } }
  })
  const page = await opened(worker, { message: null })
  const field = page.getByRole('combobox', { name: 'Search by name, number, domain or telephone' })
  await field.pressSequentially('hans')
  await page.getByRole('option', { name: 'Hanson' }).waitFor()
  expect(questions).toEqual(['hans'])
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  await field.press('ArrowDown')
  await field.press('ArrowDown')
  const active = await field.getAttribute('aria-activedescendant')
  expect(await page.locator(`#${active}`).textContent()).toContain('Hanson')
  await field.press('Enter')
  await page.getByRole('heading', { name: 'The record' }).waitFor()
  expect(asked.at(-1)?.record).toEqual({ type: 'customer', id: ID })
  expect(await field.isVisible()).toBe(false)
})

test('beside a mail it is behind a button, and Escape takes the list away', async () => {
  const { worker } = aWorker(() => ({ body: { results: [hit('Hansen')] } }))
  const page = await opened(worker, { message: mail('Thiago') })
  const field = page.getByRole('combobox')
  expect(await field.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Search' }).click()
  await field.pressSequentially('han')
  await page.getByRole('option').waitFor()
  await field.press('Escape')
  expect(await page.getByRole('option').count()).toBe(0)
})

test.each([
  [{ body: { results: [] } }, 'Nothing was found that you may see.'],
  ['no-network', 'Quayside cannot be reached. Try again.'],
  [{ status: 500, body: { title: 'x' } }, 'The search failed. Try again.'],
] as const)('says it where there is no list: %j', async (said, sentence) => {
  const { worker } = aWorker(() => said)
  const page = await opened(worker, { message: null })
  await page.getByRole('combobox').pressSequentially('han')
  await page.getByText(sentence).waitFor()
})
