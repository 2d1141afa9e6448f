import { expect, test } from 'vitest'
import type { PanelAsk } from '#shared/api.ts'
import { aPanel } from './pane-fixtures.ts'
import { drawn, mail, select, usePane, type WorkerScript } from './pane-stage.ts'

const { opened } = usePane()

const RAW = 'From: thiago@trilhasul.example\r\n\r\nHello'

/** A Worker that wants the open mail until it has it, or refuses it. */
function filing(answer: { readonly status?: number; readonly body: object } = { status: 201, body: {} }) {
  const asks: PanelAsk[] = []
  const files: { readonly query: Record<string, string>; readonly mail: string }[] = []
  const worker: WorkerScript = {
    panel(ask) {
      asks.push(ask)
      const panel = aPanel(files.length > 0 ? 'Filed' : 'Open')
      return {
        body: drawn(
          files.length > 0 && !answer.status?.toString().startsWith('4') ? panel : { ...panel, files: true },
          ask,
        ),
      }
    },
    file(query, mail) {
      files.push({ query: Object.fromEntries(query), mail })
      return answer
    },
  }
  return { asks, files, worker }
}

test('a mail that the Worker wants is sent once, as it is, and the panel then says so', async () => {
  const { files, worker } = filing()
  const page = await opened(worker, { raw: RAW, message: { ...mail('Thiago'), conversationId: 'C1' } })
  await expect.poll(() => page.textContent('#title'), { timeout: 10_000 }).toBe('Filed')
  expect(files).toEqual([{ query: { how: 'plugin_auto', host: 'outlook', thread: 'C1' }, mail: RAW }])
  expect(await page.textContent('#message')).toBe('')
})

test('one that is refused is not sent again, whoever comes back to it, and nobody is bothered', async () => {
  const { asks, files, worker } = filing({ status: 422, body: { title: 'no' } })
  const page = await opened(worker, { raw: RAW })
  await expect.poll(() => files.length).toBe(1)
  await select(page, mail('Renata'))
  await expect.poll(() => files.length).toBe(2)
  const before = asks.length
  await select(page, mail('Thiago'))
  await expect.poll(() => asks.length).toBeGreaterThan(before)
  await page.waitForSelector('main[aria-busy="false"]')
  expect(files).toHaveLength(2)
  expect(await page.textContent('#message')).toBe('')
})

test('where Outlook does not give the mail nothing is sent', async () => {
  const { files, worker } = filing()
  const page = await opened(worker)
  await page.waitForSelector('main[aria-busy="false"]')
  expect(files).toEqual([])
})
