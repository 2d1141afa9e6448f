import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { aQuotation } from './a-quotation.ts'
import { api, openWorkbench } from './workbench.ts'

const TRILHA = '03_br_resposta_cotacao'
const LABEL = 'Reply with quotation'

/** The reply that opened over the mail: its words, and what is in the file that is attached. */
async function replyOn(page: Page) {
  const form = page.locator('.reply-form')
  const letter = form.frameLocator('iframe').locator('[lang="pt-BR"]')
  await letter.waitFor()
  const file = form.locator('.file a')
  const bytes = await contentOf(page, file)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return { letter: await letter.innerText(), file: await file.innerText(), bytes, text }
}

/** Saves it, as a person would. */
async function contentOf(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFile(await download.path())
}

test('a quotation is a PDF in the reply, in two presses, the same from Outlook and from Gmail', async () => {
  const quotation = await aQuotation()
  const outlook = await openWorkbench({ as: 'mia.zhao', mail: TRILHA })
  await outlook.showing('Trilha Sul')
  await outlook.pane.locator('[data-key=road] summary:visible', { hasText: LABEL }).first().click()
  await outlook.pane.locator('[data-key=road] form[data-action=write-quotation] [type=submit]:visible').first().click()
  const inOutlook = await replyOn(outlook.page)
  expect(inOutlook.letter).toContain(`Segue em anexo a nossa cotação ${quotation.doc_no}.`)
  expect(inOutlook.file).toBe(`${quotation.doc_no}-v1.pdf`)
  for (const word of ['QUOTATION', quotation.doc_no, 'Camp chair 露营椅', 'FOB Yantian', '5,000.00']) {
    expect(inOutlook.text).toContain(word)
  }
  await outlook.pane.getByText('It stands in your reply, with the file.').waitFor()

  const gmail = await openWorkbench({ as: 'mia.zhao', mail: TRILHA, host: 'gmail' })
  await gmail.showing('Trilha Sul')
  await gmail.card.locator('button', { hasText: LABEL }).first().click()
  await gmail.card.locator('h2', { hasText: LABEL }).waitFor()
  await gmail.card.locator('button', { hasText: LABEL }).first().click()
  expect(await replyOn(gmail.page)).toEqual(inOutlook)

  const { records } = await (await api('mia.zhao', 'GET', `/v1/documents?deal_id=${quotation.deal_id}`)).json()
  expect(records).toMatchObject([{ type: 'quotation_pdf', status: 'issued', number: `${quotation.doc_no}-v1` }])
})
